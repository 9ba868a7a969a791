import type { ServerResponse } from "node:http";
import { json } from "./control";
import type { HttpAnswer } from "./send";
import type { ServedMock, ServedState } from "./served-mock";

/** Where listeners ask. */
export const livePath = "/_mock/live";

/** How often an endpoint looks for changes while somebody listens, in milliseconds. */
const interval = 250;
/** More listeners than people look at one mock. */
const mostListeners = 32;
/** What a listener that does not read may leave unread, in bytes. */
const mostUnread = 65_536;

/**
 * Tells listeners, by server-sent events, that something has changed, or that time has passed and nothing else. A state is the same object until something changes,
 * so looking costs nothing; it also lets a mock that follows the system's clock catch up.
 */
export class LiveChanges {
  readonly #aws: ServedMock;
  readonly #listeners = new Set<ServerResponse>();
  #timer: NodeJS.Timeout | undefined;
  #state: ServedState | undefined;
  #answered = 0;
  #shown = 0;

  constructor(aws: ServedMock) {
    this.#aws = aws;
  }

  /** Notes that a call was answered: one that only reads leaves the state as it is. */
  answered(): void {
    this.#answered++;
  }

  /** The answer to a listener: changes until it goes, or the endpoint closes its connection. */
  answer(): HttpAnswer {
    if (this.#listeners.size >= mostListeners) {
      return json(503, {
        code: "TooManyListeners",
        message: `${mostListeners} listen already; close one of them.`,
      });
    }
    return {
      status: 200,
      headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
      body: response => this.#add(response),
    };
  }

  #add(response: ServerResponse): void {
    this.#listeners.add(response);
    response.on("close", () => this.#remove(response));
    response.write(this.#event("changed"));
    this.#timer ??= setInterval(() => this.#look(), interval).unref();
  }

  #remove(response: ServerResponse): void {
    this.#listeners.delete(response);
    if (this.#listeners.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    const { state } = this.#aws;
    const isCalled = this.#answered !== this.#shown;
    if (state === this.#state && !isCalled) return;
    const isOnlyTime = !isCalled && state.places === this.#state?.places && state.now !== this.#state.now;
    const event = this.#event(isOnlyTime ? "time" : "changed");
    for (const response of this.#listeners) {
      if (response.writableLength > mostUnread) response.destroy();
      else response.write(event);
    }
  }

  #event(name: "changed" | "time"): string {
    const { state } = this.#aws;
    this.#state = state;
    this.#shown = this.#answered;
    return `event: ${name}\ndata: ${JSON.stringify({ now: new Date(state.now) })}\n\n`;
  }
}
