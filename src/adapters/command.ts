import { MockError } from "../core/basics";
import type { ServiceName } from "../model";
import { clientOfService, serviceOfClient } from "./client-names";

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

/** Sends the command; only the type of its result matters. */
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
 * The operation of a command class, as an instance tells it to a client. Minifiers change class names, and versions of
 * the SDK differ in where else the name is.
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

/** A command class of an operation, for those who know it by name only. It cannot be sent. */
export function commandOf(service: ServiceName, operation: string): CommandClass {
  const context = { clientName: clientOfService(service), commandName: `${operation}Command` };
  return class {
    readonly input: object;

    constructor(input: object) {
      this.input = input;
    }

    resolveMiddleware(stack: unknown): (...args: never[]) => Promise<{ output: object }> {
      const resolve: unknown = Reflect.get(Object(stack), "resolve");
      if (typeof resolve === "function") Reflect.apply(resolve, stack, [undefined, context]);
      return () => Promise.reject(new Error(`${context.commandName} cannot be sent.`));
    }
  };
}

const describe = (value: unknown): string =>
  typeof value === "function" ? `${value.name || "a function"}` : (JSON.stringify(value) ?? String(value));

/** The context that a command gives when a client prepares to send it. */
function contextOf(Command: object): Context | undefined {
  let context: Context | undefined;
  const stack = {
    concat: () => stack,
    use: () => {},
    resolve: (_handler: unknown, given: Context) => {
      context = given;
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
    // Not a command of the SDK; the caller reports it.
  }
  return context;
}
