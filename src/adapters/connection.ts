import { MockError, type Place } from "../core/basics";
import { ClientPlace } from "./client-place";
import { KeptHandlers } from "./kept-handlers";
import { type CurrentTarget, lendConfig } from "./lent-config";
import { lendPipeline } from "./lent-pipeline";
import { ownerOfHandler } from "./request-handler";
import { type AbortSignalLike, isObject, type SdkClient, type SdkContext } from "./sdk";
import { ownerOf, type Target } from "./target";

/**
 * The link from a client to a mock. Middleware may stay in a client for good, because some clients cache it, so it holds
 * a connection, and the connection is closed when the mock is removed.
 */
export class Connection {
  readonly client: SdkClient | undefined;
  /** The handlers of the client's commands; undefined if the client is not known. */
  readonly handlers: KeptHandlers | undefined;
  readonly #current: CurrentTarget;
  readonly #place: ClientPlace | undefined;
  readonly #signals = new WeakMap<object, AbortSignalLike>();
  /** The mock whose request handler the client was made with, if any. */
  readonly #handlerOwner: unknown;
  #mockPlace: Place | undefined;
  #isClosed = false;
  #hasPipeline = false;
  #takeBack: (() => void)[] = [];

  /** `current` tells which mock a call goes to: code in a boundary talks to the mock of that. */
  constructor(current: CurrentTarget, client?: SdkClient) {
    this.#current = current;
    this.client = client;
    this.handlers = client && new KeptHandlers(client);
    this.#place = client && new ClientPlace(client);
    this.#handlerOwner = client && ownerOfHandler(client);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** The mock that the running code talks to. None once the connection is closed. */
  get target(): Target | undefined {
    return this.#isClosed ? undefined : this.#current();
  }

  /** The mock, if it answers before the client's pipeline. Clients that it does not know have no pipeline to lend to. */
  get targetOfCalls(): Target | undefined {
    const { target } = this;
    return this.client && target?.interceptAt === "request" ? undefined : target;
  }

  /** Lends the client what its configuration lacks, and watches its middleware, until the connection is closed. */
  prepare(): void {
    const { client, handlers } = this;
    if (client && handlers)
      this.#takeBack.push(
        lendConfig(client, () => this.target),
        handlers.watch(),
      );
  }

  /**
   * Prepares the client for a call, of which the mock may want the request. Throws a {@link MockError} if the client's
   * request handler is that of another mock.
   */
  prepareCall(): void {
    const { target, client } = this;
    if (!target || !client) return;
    if (isObject(this.#handlerOwner) && this.#handlerOwner !== ownerOf(target)) throw handlerHeld(client);
    if (target.interceptAt !== "request" || this.#hasPipeline) return;
    this.#takeBack.push(lendPipeline(client, () => this.target));
    this.#hasPipeline = true;
    // The client may have cached operations with its own request handler.
    delete client.handlers;
  }

  disconnect(): void {
    this.#isClosed = true;
    for (const takeBack of this.#takeBack) takeBack();
    this.#takeBack = [];
  }

  /** The place that calls go to: that of the client if it is known, else that of the mock. */
  placeIn(target: Target): Place | Promise<Place> {
    if (this.#place) return this.#place.of(target);
    this.#mockPlace ??= target.placeOf({});
    return this.#mockPlace;
  }

  /** Remembers the signal that a command is sent with, if any; only versions of 2026 show it to middleware. */
  keepSignal(command: object, signal: AbortSignalLike | undefined): void {
    if (signal) this.#signals.set(command, signal);
    else this.#signals.delete(command);
  }

  signalOf(args: object, context: SdkContext): AbortSignalLike | undefined {
    return context.__smithy_context?.abortSignal ?? this.#signals.get(args);
  }
}

const handlerHeld = ({ constructor: { name } }: SdkClient): MockError =>
  new MockError(
    "ClassHeld",
    `Cannot take over this ${name}: it was made with the requestHandler of another mock; make it without one, or use one mock for both.`,
  );
