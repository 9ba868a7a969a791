import type { Place } from "../core/basics";
import { ClientPlace } from "./client-place";
import type { AbortSignalLike, SdkClient, SdkContext } from "./sdk";
import type { Target } from "./target";

/**
 * The way from clients to a mock. What has been installed in a client may stay there for good (a client that caches its
 * middleware never looks at it again), so it holds a connection, and the connection is closed when the mock is taken out.
 */
export class Connection {
  readonly client: SdkClient | undefined;
  readonly #place: ClientPlace | undefined;
  readonly #signals = new WeakMap<object, AbortSignalLike>();
  #target: Target | undefined;
  #mockPlace: Place | undefined;

  constructor(target: Target, client?: SdkClient) {
    this.#target = target;
    this.client = client;
    this.#place = client && new ClientPlace(client);
  }

  /** The mock, until the connection is closed. */
  get target(): Target | undefined {
    return this.#target;
  }

  disconnect(): void {
    this.#target = undefined;
  }

  /** Where calls of this connection go: to the client's Region if it is known, else to the mock's. */
  placeIn(target: Target): Place | Promise<Place> {
    if (this.#place) return this.#place.of(target);
    this.#mockPlace ??= target.placeOf({});
    return this.#mockPlace;
  }

  /** Keeps the signal a command is sent with: only SDKs of 2026 show it to middleware. */
  keepSignal(command: object, signal: AbortSignalLike): void {
    this.#signals.set(command, signal);
  }

  signalOf(args: object, context: SdkContext): AbortSignalLike | undefined {
    return context.__smithy_context?.abortSignal ?? this.#signals.get(args);
  }
}
