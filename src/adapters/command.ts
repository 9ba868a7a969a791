import { MockError } from "../core/basics";
import { serviceOfClient } from "./client-names";

/** A command class of any SDK version. Carries the types of its input and output. */
export interface CommandClass<Input extends object = object, Output extends object = object, Stack = never> {
  new (input: Input): CommandInstance<Input, Output, Stack>;
}

/** What a command has in every version of the SDK. */
export interface CommandInstance<
  Input extends object = object,
  Output extends object = object,
  Stack = never,
> {
  readonly input: Input;
  resolveMiddleware(stack: Stack, configuration: never, options: never): Handler<Output>;
}

/** What sends the command; only the type of its result is looked at. */
type Handler<Output> = (...args: never[]) => Promise<{ output: Output }>;

export interface CommandFacts {
  /** One of the three services, or the client's own name. */
  readonly service: string;
  /** Without the trailing `Command`. */
  readonly operation: string;
}

interface Context {
  readonly clientName?: unknown;
  readonly commandName?: unknown;
}

/**
 * Which operation a command class is for. The command itself tells, as it would tell its client: class names are lost
 * to minifiers, and where else it is written differs by version.
 */
export function commandFacts(Command: unknown): CommandFacts {
  const context = typeof Command === "function" ? contextOf(Command) : undefined;
  if (typeof context?.clientName !== "string" || typeof context.commandName !== "string") {
    throw new MockError(
      "UnknownCommand",
      `Cannot tell which operation ${describe(Command)} is: it is no command class of AWS SDK for JavaScript v3; pass the class itself, such as CreateBackupVaultCommand.`,
    );
  }
  return {
    service: serviceOfClient(context.clientName),
    operation: context.commandName.replace(/Command$/, ""),
  };
}

const describe = (value: unknown): string =>
  typeof value === "function" ? `${value.name || "a function"}` : (JSON.stringify(value) ?? String(value));

/** What a command says of itself when a client prepares to send it. */
function contextOf(Command: object): Context | undefined {
  let context: Context | undefined;
  const stack = {
    concat: () => stack,
    use: () => {},
    resolve: (_handler: unknown, told: Context) => {
      context = told;
      return () => {};
    },
  };
  try {
    const command: unknown = Reflect.construct(Command as new () => object, [{}]);
    const resolve: unknown = Reflect.get(Object(command), "resolveMiddleware");
    if (typeof resolve === "function") {
      Reflect.apply(resolve, command, [stack, { requestHandler: {} }, {}]);
    }
  } catch {
    // A class that cannot be asked is none of the SDK's commands; the caller says so.
  }
  return context;
}
