import { MockError } from "../core/basics";
import { Connection } from "./connection";
import { type Middleware, middlewareOf, middlewareOptions } from "./middleware";
import { isObject, isSdkClient, isSignal, member, type SdkClient } from "./sdk";
import type { Target } from "./target";

// All copies of this library in a process share these marks, so that two of them do not take over the same class.

/** On our `send`: the hook that installed it. */
const hookMark = Symbol.for("aws-backup-mock.hook");
/** On a client: its connection. */
const connectionKey = Symbol.for("aws-backup-mock.connection");

/** What was installed in a client. Clients that a program drops are collected, although the hook stays. */
interface Installed {
  readonly connection: WeakRef<Connection>;
  readonly middleware: WeakRef<Middleware>;
  readonly client: WeakRef<SdkClient>;
}

/** After this many new clients, the hook forgets those that were dropped. */
const clientsBetweenSweeps = 256;

/** Where `send` is replaced: in the prototype of a class, for all its clients, or in one client. */
type SendOwner = object;

/**
 * Replaces `send` of a class or of a client. The replacement installs the middleware in each client on its first call, so
 * clients made earlier are covered too. A class gets its own `send`, because the inherited one serves all services.
 */
export class Hook {
  readonly owner: object;
  readonly #target: Target;
  readonly #sendOwner: WeakRef<SendOwner>;
  readonly #previous: PropertyDescriptor | undefined;
  readonly #send: (...args: unknown[]) => unknown;
  #installed: Installed[] = [];
  #sweepAt = clientsBetweenSweeps;
  #removed = false;

  constructor(target: Target, sendOwner: SendOwner, name: string) {
    Hook.refuseIfTaken(target, sendOwner, name);
    // Another place of the same mock may have it; the newest place gets it.
    hookOf(sendOwner)?.remove();
    this.owner = ownerOf(target);
    this.#target = target;
    this.#sendOwner = new WeakRef(sendOwner);
    this.#previous = Object.getOwnPropertyDescriptor(sendOwner, "send");
    this.#send = this.#makeSend();
    Object.defineProperty(this.#send, hookMark, { value: this });
    Object.defineProperty(sendOwner, "send", { value: this.#send, configurable: true, writable: true });
  }

  /** Throws if another mock has taken over this class or client. */
  static refuseIfTaken(target: Target, sendOwner: SendOwner, name: string): void {
    const hook = hookOf(sendOwner);
    if (!hook || hook.owner === ownerOf(target)) return;
    throw new MockError(
      "ClassHeld",
      `Cannot take over ${name}: another mock holds it already; call restore() on that mock first, in afterEach for instance, or use one mock for both.`,
    );
  }

  get removed(): boolean {
    return this.#removed;
  }

  /** Installs a connection in a client. */
  connect(client: SdkClient): Connection {
    const connection = new Connection(this.#target, client);
    const middleware = middlewareOf(connection);
    client.middlewareStack.add(middleware, middlewareOptions);
    connection.prepare();
    // The client may have cached operations without the middleware.
    delete client.handlers;
    Object.defineProperty(client, connectionKey, { value: connection, configurable: true });
    this.#installed.push({
      connection: new WeakRef(connection),
      middleware: new WeakRef(middleware),
      client: new WeakRef(client),
    });
    if (this.#installed.length >= this.#sweepAt) this.#sweep();
    return connection;
  }

  #sweep(): void {
    this.#installed = this.#installed.filter(({ client }) => client.deref());
    this.#sweepAt = this.#installed.length + clientsBetweenSweeps;
  }

  /** Undoes everything. A `send` that other code has wrapped since stays, and passes calls through. */
  remove(): void {
    if (this.#removed) return;
    this.#removed = true;
    for (const installed of this.#installed) uninstall(installed);
    this.#installed.length = 0;
    const owner = this.#sendOwner.deref();
    const current = owner && Object.getOwnPropertyDescriptor(owner, "send");
    if (!owner || current?.value !== this.#send) return;
    if (this.#previous) Object.defineProperty(owner, "send", this.#previous);
    else Reflect.deleteProperty(owner, "send");
  }

  #makeSend(): (...args: unknown[]) => unknown {
    const hook = this;
    return function send(this: unknown, ...args: unknown[]): unknown {
      const inherited = hook.#inherited(this);
      const connection = hook.#removed ? undefined : hook.#connectionOf(this);
      const [command, options, callback] = args;
      if (!connection || !isObject(command)) return Reflect.apply(inherited, this, args);
      const signal = member(options, "abortSignal");
      connection.keepSignal(command, isSignal(signal) ? signal : undefined);
      const { handlers } = connection;
      // Options belong to one call, and a callback is the SDK's to call.
      if (!handlers || options !== undefined || callback !== undefined)
        return Reflect.apply(inherited, this, args);
      return (
        handlers.answer(command, inherited) ??
        handlers.find(command, () => Reflect.apply(inherited, this, args))
      );
    };
  }

  #connectionOf(client: unknown): Connection | undefined {
    return liveConnection(client) ?? (isSdkClient(client) ? this.connect(client) : undefined);
  }

  /** Looked up each time: a test may spy on it meanwhile. */
  #inherited(client: unknown): (...args: unknown[]) => unknown {
    const owner = this.#sendOwner.deref() ?? client;
    return this.#previous?.value ?? Reflect.get(Object.getPrototypeOf(owner), "send");
  }
}

/** The owner of the mock that a client talks to, if it talks to one. */
export function ownerOfClient(client: unknown): object | undefined {
  const hook: unknown = member(member(client, "send"), hookMark);
  if (isHook(hook) && !hook.removed) return hook.owner;
  const target: unknown = member(member(client, connectionKey), "target");
  const owner: unknown = member(target, "owner");
  return isObject(owner) ? owner : undefined;
}

const ownerOf = (target: Target): object => target.owner ?? target;

/** The members of a hook that every copy of this library has. */
type HookLike = Pick<Hook, "owner" | "removed" | "remove">;

function hookOf(sendOwner: SendOwner): HookLike | undefined {
  const send: unknown = Object.getOwnPropertyDescriptor(sendOwner, "send")?.value;
  const hook: unknown = member(send, hookMark);
  return isHook(hook) && !hook.removed ? hook : undefined;
}

const isHook = (value: unknown): value is HookLike => typeof member(value, "remove") === "function";

function liveConnection(client: unknown): Connection | undefined {
  const connection: unknown = member(client, connectionKey);
  return connection instanceof Connection && connection.target ? connection : undefined;
}

function uninstall({ connection, middleware, client }: Installed): void {
  const [known, link, added] = [client.deref(), connection.deref(), middleware.deref()];
  link?.disconnect();
  if (!known) return;
  if (added) known.middlewareStack.remove(added);
  delete known.handlers;
  if (link && Reflect.get(known, connectionKey) === link) Reflect.deleteProperty(known, connectionKey);
}
