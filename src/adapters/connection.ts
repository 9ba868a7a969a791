import type { Place } from "../core/basics";
import { ClientPlace } from "./client-place";
import { KeptHandlers } from "./kept-handlers";
import { lendConfig } from "./lent-config";
import type { AbortSignalLike, SdkClient, SdkContext } from "./sdk";
import type { Target } from "./target";

/**
 * The link from a client to a mock. Middleware may stay in a client for good, because some clients cache it, so it holds
 * a connection, and the connection is closed when the mock is removed.
 */
export class Connection {
  readonly client: SdkClient | undefined;
  /** The handlers of the client's commands; undefined if the client is not known. */
  readonly handlers: KeptHandlers | undefined;
  readonly #place: ClientPlace | undefined;
  readonly #signals = new WeakMap<object, AbortSignalLike>();
  #target: Target | undefined;
  #mockPlace: Place | undefined;
  #restore: readonly (() => void)[] = [];

  constructor(target: Target, client?: SdkClient) {
    this.#target = target;
    this.client = client;
    this.handlers = client && new KeptHandlers(client);
    this.#place = client && new ClientPlace(client);
  }

  /** The mock, until the connection is closed. */
  get target(): Target | undefined {
    return this.#target;
  }

  /** Lends the client what its configuration lacks, and watches its middleware, until the connection is closed. */
  prepare(): void {
    const { client, handlers } = this;
    if (client && handlers && this.#target)
      this.#restore = [lendConfig(client, this.#target), handlers.watch()];
  }

  disconnect(): void {
    this.#target = undefined;
    for (const restore of this.#restore) restore();
    this.#restore = [];
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
