import { isObject, member, type SdkArgs, type SdkClient, type SdkHandler, type SdkResult } from "./sdk";

type Send = (...args: unknown[]) => unknown;

/** The name of the mock's middleware. */
export const middlewareName = "awsBackupMock";

/** What can change the order of a client's middleware. */
const changers = ["add", "addRelativeTo", "use", "remove", "removeByTag"] as const;

/**
 * The mock's handlers of a client's commands, by class of command. Resolving the middleware of a command takes the SDK ten
 * times longer than the mock takes to answer. While the mock's middleware comes first, the result is the same each time.
 */
export class KeptHandlers {
  readonly #client: SdkClient;
  #kept = new WeakMap<object, SdkHandler>();
  /** The `send` that was looked at last, and whether it is the SDK's own. */
  #send: unknown;
  #isOwn = false;
  /** Whether the mock's middleware comes first; undefined if that is to be found out. */
  #isFirst: boolean | undefined;
  /** The command that is being sent to find out its handler. */
  #awaited: unknown;

  constructor(client: SdkClient) {
    this.#client = client;
  }

  /** Notices changes of the middleware from here on. Returns a function that ends this. */
  watch(): () => void {
    const stack = this.#client.middlewareStack;
    const restore = changers.map(name => {
      const original = Object.getOwnPropertyDescriptor(stack, name);
      const change: unknown = original?.value;
      if (typeof change !== "function" || !original?.writable) return () => {};
      const noticed = (...args: unknown[]): unknown => {
        this.#isFirst = undefined;
        this.#kept = new WeakMap();
        return Reflect.apply(change, stack, args);
      };
      Reflect.set(stack, name, noticed);
      return () => {
        if (Reflect.get(stack, name) === noticed) Object.defineProperty(stack, name, original);
      };
    });
    return () => {
      for (const each of restore) each();
    };
  }

  /** The answer to a command, if the handler that `send` would come to is known. */
  answer(command: object, send: Send): Promise<object> | undefined {
    if (send !== this.#send) {
      this.#send = send;
      this.#isOwn = isOfSdk(send, this.#client);
    }
    if (!this.#isOwn || !isArgs(command)) return undefined;
    return this.#kept.get(command.constructor)?.(command).then(outputOf);
  }

  /** Sends a command through the SDK, and keeps the handler that it comes to. */
  find(command: object, send: () => unknown): unknown {
    this.#awaited = command;
    try {
      return send();
    } finally {
      this.#awaited = undefined;
    }
  }

  /** Called by the handlers with their arguments: the command itself, unless other middleware replaced it. */
  came(args: object, handler: SdkHandler): void {
    if (args !== this.#awaited) return;
    this.#isFirst ??= firstOf(this.#client)?.startsWith(middlewareName) === true;
    if (this.#isFirst) this.#kept.set(args.constructor, handler);
  }
}

const isArgs = (command: object): command is SdkArgs => isObject(member(command, "input"));
const outputOf = ({ output }: SdkResult): object => output;

/** How the SDK describes the middleware that runs first. */
function firstOf(client: SdkClient): string | undefined {
  const identify = member(client.middlewareStack, "identify");
  const all: unknown =
    typeof identify === "function" ? Reflect.apply(identify, client.middlewareStack, []) : [];
  const first: unknown = Array.isArray(all) ? all[0] : undefined;
  return typeof first === "string" ? first : undefined;
}

/** Whether this is the method of the SDK's base class, and not a spy, a wrapper or the method of a user's own class. */
function isOfSdk(send: Send, client: SdkClient): boolean {
  if (send.name !== "send" || Object.keys(send).length > 0 || Object.hasOwn(send, "prototype")) return false;
  let owner: unknown = Object.getPrototypeOf(client);
  while (isObject(owner) && Object.getOwnPropertyDescriptor(owner, "send")?.value !== send) {
    owner = Object.getPrototypeOf(owner);
  }
  return isObject(owner) && Object.getPrototypeOf(Object.getPrototypeOf(owner)) === null;
}
