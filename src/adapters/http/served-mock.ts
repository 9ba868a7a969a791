import type { Place } from "../../core/basics";
import type { Call } from "../../core/calls";
import type { Duration, Instant, MoveOptions, Passage } from "../../core/time";
import type { BusEvent } from "../../core/world";
import type { ServiceName } from "../../model";
import type { RequestHandler } from "../request-handler";

/** The state of a place: the tables of each service. */
export type ServedState = {
  readonly [Service in ServiceName]: Readonly<Record<string, { values(): Iterable<object> }>>;
} & Place & {
    /** Epoch milliseconds on the mock's clock. */
    readonly now: number;
  };

/** One account and Region of a mock, as an endpoint uses it. */
export interface ServedPlace {
  readonly state: ServedState;
  seed(fixture: object): object;
}

/** The part of a mock that an endpoint uses. `mockAws()` returns one. */
export interface ServedMock extends ServedPlace {
  readonly requestHandler: Pick<RequestHandler, "answer">;
  readonly clock: {
    advance(duration: Duration, options?: MoveOptions): Promise<Passage>;
    set(instant: Instant, options?: MoveOptions): Promise<Passage>;
  };
  settle(options?: MoveOptions): Promise<Passage>;
  reset(): void;
  calls(): readonly Call[];
  events(): readonly BusEvent[];
  in(place: Partial<Place>): ServedPlace;
}
