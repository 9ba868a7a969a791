import { MockError } from "../core/basics";
import { Connection } from "./connection";
import { type Middleware, middlewareOf, middlewareOptions } from "./middleware";
import { isObject, isSdkClient, isSignal, member, type SdkClient } from "./sdk";
import type { Target } from "./target";

// Marks are shared by every copy of this library in the process, so that two of them do not take over the same class.

/** On a `send` of ours: the hook that put it there. */
const hookMark = Symbol.for("aws-backup-mock.hook");
/** On a client: the connection it talks through. */
const connectionKey = Symbol.for("aws-backup-mock.connection");

/** What is put into a client to let it talk to a mock. */
interface Installed {
  readonly connection: Connection;
  readonly middleware: Middleware;
  readonly client: WeakRef<SdkClient>;
}

/** Where a `send` can be put: the prototype of a class, for all its clients, or a client. */
type Holder = object;

/**
 * Takes over `send` of a class or of a client. It adds the middleware to each client when it is first used, so that
 * clients made before and after are covered alike. The class gets a `send` of its own: the inherited one serves the
 * clients of all services.
 */
export class Hook {
  readonly owner: object;
  readonly #target: Target;
  readonly #holder: Holder;
  readonly #previous: PropertyDescriptor | undefined;
  readonly #send: (...args: unknown[]) => unknown;
  readonly #installed: Installed[] = [];
  #removed = false;

  constructor(target: Target, holder: Holder, what: string) {
    Hook.refuseHeld(target, holder, what);
    // Held by another place of the same mock: the newest place has it.
    holding(holder)?.remove();
    this.owner = ownerOf(target);
    this.#target = target;
    this.#holder = holder;
    this.#previous = Object.getOwnPropertyDescriptor(holder, "send");
    this.#send = this.#makeSend();
    Object.defineProperty(this.#send, hookMark, { value: this });
    Object.defineProperty(holder, "send", { value: this.#send, configurable: true, writable: true });
  }

  /** Throws if another mock has taken over this class or client. */
  static refuseHeld(target: Target, holder: Holder, what: string): void {
    const hook = holding(holder);
    if (!hook || hook.owner === ownerOf(target)) return;
    throw new MockError(
      "ClassHeld",
      `Cannot take over ${what}: another mock holds it already; call restore() on that mock first, in afterEach for instance, or use one mock for both.`,
    );
  }

  get removed(): boolean {
    return this.#removed;
  }

  /** The connection of a client, put into it if it is not there yet. */
  connectionOf(client: SdkClient): Connection {
    const connection = new Connection(this.#target, client);
    const middleware = middlewareOf(connection);
    client.middlewareStack.add(middleware, middlewareOptions);
    // Operations called before are cached without the middleware.
    delete client.handlers;
    Object.defineProperty(client, connectionKey, { value: connection, configurable: true });
    this.#installed.push({ connection, middleware, client: new WeakRef(client) });
    return connection;
  }

  /** Takes it all out again, except what others have put over it since: that passes through. */
  remove(): void {
    if (this.#removed) return;
    this.#removed = true;
    for (const installed of this.#installed) takeOut(installed);
    this.#installed.length = 0;
    const current = Object.getOwnPropertyDescriptor(this.#holder, "send");
    if (current?.value !== this.#send) return;
    if (this.#previous) Object.defineProperty(this.#holder, "send", this.#previous);
    else Reflect.deleteProperty(this.#holder, "send");
  }

  #makeSend(): (...args: unknown[]) => unknown {
    const hook = this;
    return function send(this: unknown, ...args: unknown[]): unknown {
      if (!hook.#removed) hook.#prepare(this, args);
      return Reflect.apply(hook.#inherited(), this, args);
    };
  }

  #prepare(client: unknown, [command, options]: readonly unknown[]): void {
    const connection =
      liveConnection(client) ?? (isSdkClient(client) ? this.connectionOf(client) : undefined);
    if (!connection || options === undefined) return;
    const signal = member(options, "abortSignal");
    if (isSignal(signal) && isObject(command)) connection.keepSignal(command, signal);
  }

  /** Looked up each time: it may be spied on meanwhile. */
  #inherited(): (...args: unknown[]) => unknown {
    return this.#previous?.value ?? Reflect.get(Object.getPrototypeOf(this.#holder), "send");
  }
}

/** What the mock that a client talks to shares among its places, if the client talks to one. */
export function ownerOfClient(client: unknown): object | undefined {
  const hook: unknown = member(member(client, "send"), hookMark);
  if (isHook(hook) && !hook.removed) return hook.owner;
  const target: unknown = member(member(client, connectionKey), "target");
  const owner: unknown = member(target, "owner");
  return isObject(owner) ? owner : undefined;
}

const ownerOf = (target: Target): object => target.owner ?? target;

/** What of a hook can be told across copies of this library. */
type HookLike = Pick<Hook, "owner" | "removed" | "remove">;

function holding(holder: Holder): HookLike | undefined {
  const send: unknown = Object.getOwnPropertyDescriptor(holder, "send")?.value;
  const hook: unknown = member(send, hookMark);
  return isHook(hook) && !hook.removed ? hook : undefined;
}

const isHook = (value: unknown): value is HookLike => typeof member(value, "remove") === "function";

function liveConnection(client: unknown): Connection | undefined {
  const connection: unknown = member(client, connectionKey);
  return connection instanceof Connection && connection.target ? connection : undefined;
}

function takeOut({ connection, middleware, client }: Installed): void {
  connection.disconnect();
  const known = client.deref();
  if (!known) return;
  known.middlewareStack.remove(middleware);
  delete known.handlers;
  if (Reflect.get(known, connectionKey) === connection) Reflect.deleteProperty(known, connectionKey);
}
