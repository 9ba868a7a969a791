import { MockError } from "../core/basics";
import { currentBoundary } from "./boundary";
import { Connection } from "./connection";
import { type Middleware, middlewareOf, middlewareOptions } from "./middleware";
import { isObject, isSdkClient, isSignal, member, type SdkClient } from "./sdk";
import { ownerOf, type Target } from "./target";

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

/** A mock that has taken over a class or a client, from one of its places. */
interface Claim {
  readonly target: Target;
  /** Made within the mock's own boundary, and valid only there. */
  readonly isWithin: boolean;
}

/** Whether the running code is in the boundary of this target's mock. */
const isWithinBoundaryOf = (target: Target): boolean => {
  const boundary = currentBoundary();
  return boundary !== undefined && ownerOf(boundary) === ownerOf(target);
};

/** Takes a class or a client over for a mock. The returned function gives it back; calling it again does nothing. */
export function takeOver(target: Target, sendOwner: SendOwner, name: string): () => void {
  refuseIfTaken(target, sendOwner, name);
  return (hookOf(sendOwner) ?? new Hook(sendOwner)).claim(target);
}

/** Throws if another mock has taken over this class or client, and the running code is not in a boundary of its own. */
export function refuseIfTaken(target: Target, sendOwner: SendOwner, name: string): void {
  if (!hookOf(sendOwner)?.refuses(target)) return;
  throw new MockError(
    "ClassHeld",
    `Cannot take over ${name}: another mock holds it already; call restore() on that mock first, in afterEach for instance, or use one mock for both, or aws.boundary(…) for tests that run at once.`,
  );
}

/**
 * Replaces `send` of a class or of a client. The replacement installs the middleware in each client on its first call, so
 * clients made earlier are covered too. A class gets its own `send`, because the inherited one serves all services.
 */
class Hook {
  readonly #sendOwner: WeakRef<SendOwner>;
  readonly #isOfClient: boolean;
  readonly #previous: PropertyDescriptor | undefined;
  readonly #send: (...args: unknown[]) => unknown;
  #claims: readonly Claim[] = [];
  /** The mock that answers calls made outside every boundary. */
  #outside: Target | undefined;
  #installed: Installed[] = [];
  #sweepAt = clientsBetweenSweeps;
  #removed = false;

  constructor(sendOwner: SendOwner) {
    this.#sendOwner = new WeakRef(sendOwner);
    this.#isOfClient = isSdkClient(sendOwner);
    this.#previous = Object.getOwnPropertyDescriptor(sendOwner, "send");
    this.#send = this.#makeSend();
    Object.defineProperty(this.#send, hookMark, { value: this });
    Object.defineProperty(sendOwner, "send", { value: this.#send, configurable: true, writable: true });
  }

  get removed(): boolean {
    return this.#removed;
  }

  /** In a boundary, its mock, of whichever place the class was intercepted from. Outside, the mock that holds the class. */
  current(): Target | undefined {
    if (this.#removed) return undefined;
    const boundary = this.#isOfClient ? undefined : currentBoundary();
    if (!boundary) return this.#outside;
    const own = this.#claims.findLast(({ target }) => ownerOf(target) === ownerOf(boundary));
    return own?.target ?? boundary;
  }

  /** Whether a mock may not take it over now. */
  refuses(target: Target): boolean {
    if (!this.#isOfClient && isWithinBoundaryOf(target)) return false;
    return this.#claims.some(claim => !claim.isWithin && ownerOf(claim.target) !== ownerOf(target));
  }

  /** Lets a mock have it, in the place of what the same mock had of it: the newest place gets it. */
  claim(target: Target): () => void {
    const isWithin = !this.#isOfClient && isWithinBoundaryOf(target);
    const claim: Claim = { target, isWithin };
    const isReplaced = (other: Claim) =>
      other.isWithin === isWithin && ownerOf(other.target) === ownerOf(target);
    this.#setClaims([...this.#claims.filter(other => !isReplaced(other)), claim]);
    return () => {
      if (!this.#claims.includes(claim)) return;
      this.#setClaims(this.#claims.filter(other => other !== claim));
      if (this.#claims.length === 0) this.#remove();
    };
  }

  #setClaims(claims: readonly Claim[]): void {
    this.#claims = claims;
    this.#outside = claims.find(({ isWithin }) => !isWithin)?.target;
  }

  /** Installs a connection in a client, or finds the one that this hook has installed. */
  connect(client: SdkClient): Connection {
    const live = liveConnection(client);
    if (live && this.#installed.some(installed => installed.connection.deref() === live)) return live;
    const connection = new Connection(() => this.current(), client);
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
  #remove(): void {
    this.#removed = true;
    // What was lent last is taken back first.
    for (const installed of this.#installed.reverse()) uninstall(installed);
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
      const refused = refusalOf(connection);
      if (refused) return refuse(refused, args);
      const signal = member(options, "abortSignal");
      connection.keepSignal(command, isSignal(signal) ? signal : undefined);
      const handlers = connection.targetOfCalls && connection.handlers;
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

/** Connects one client to a mock. The returned function disconnects it. */
export function takeOverClient(target: Target, client: SdkClient, name: string): () => void {
  const giveBack = takeOver(target, client, name);
  try {
    hookOf(client)?.connect(client).prepareCall();
  } catch (thrown) {
    giveBack();
    throw thrown;
  }
  return giveBack;
}

/** Why the mock cannot take over a client, if it cannot. */
function refusalOf(connection: Connection): MockError | undefined {
  try {
    connection.prepareCall();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof MockError) return thrown;
    throw thrown;
  }
}

/** Fails a call as the SDK does: a promise, or the callback that is its last argument. */
function refuse(error: MockError, args: readonly unknown[]): Promise<never> | undefined {
  const callback = args.slice(1, 3).find(argument => typeof argument === "function");
  if (typeof callback !== "function") return Promise.reject(error);
  callback(error);
  return undefined;
}

/** The owner of the mock that a client talks to, if it talks to one. */
export function ownerOfClient(client: unknown): object | undefined {
  const hook: unknown = member(member(client, "send"), hookMark);
  const target: unknown = isHook(hook) ? hook.current() : member(member(client, connectionKey), "target");
  const owner: unknown = member(target, "owner");
  return isObject(owner) ? owner : undefined;
}

/** The members of a hook that every copy of this library has. */
type HookLike = Pick<Hook, "removed" | "refuses" | "claim" | "current" | "connect">;

function hookOf(sendOwner: SendOwner): HookLike | undefined {
  const send: unknown = Object.getOwnPropertyDescriptor(sendOwner, "send")?.value;
  const hook: unknown = member(send, hookMark);
  return isHook(hook) && !hook.removed ? hook : undefined;
}

const isHook = (value: unknown): value is HookLike => typeof member(value, "claim") === "function";

function liveConnection(client: unknown): Connection | undefined {
  const connection: unknown = member(client, connectionKey);
  return connection instanceof Connection && !connection.isClosed ? connection : undefined;
}

function uninstall({ connection, middleware, client }: Installed): void {
  const [known, link, added] = [client.deref(), connection.deref(), middleware.deref()];
  link?.disconnect();
  if (!known) return;
  if (added) known.middlewareStack.remove(added);
  delete known.handlers;
  if (link && Reflect.get(known, connectionKey) === link) Reflect.deleteProperty(known, connectionKey);
}
