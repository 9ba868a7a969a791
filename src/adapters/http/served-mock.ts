import type { Place } from "../../core/basics";
import type { Call } from "../../core/calls";
import type { Duration, Instant, MoveOptions, Passage } from "../../core/time";
import type { BusEvent } from "../../core/world";
import type { ServiceName } from "../../model";
import type { RequestHandler } from "../request-handler";

/** The state that an endpoint shows of a place: the tables of every service. */
export type ServedState = {
  readonly [Service in ServiceName]: Readonly<
    Record<
      string,
      {
        /** The records, oldest first. */
        values(): Iterable<object>;
      }
    >
  >;
} & Place & {
    /** The time on the mock's clock, in epoch milliseconds. */
    readonly now: number;
  };

/** What an endpoint needs of an account and Region of a mock. */
export interface ServedPlace {
  /** The current state. */
  readonly state: ServedState;
  /** Creates the resources of a fixture, and returns their records. */
  seed(fixture: object): object;
}

/** The part of a mock that an endpoint uses. `mockAws()` returns one. */
export interface ServedMock extends ServedPlace {
  /** Answers the requests. */
  readonly requestHandler: Pick<RequestHandler, "answer">;
  /** The mock's clock. */
  readonly clock: {
    /** Moves time forward. */
    advance(duration: Duration, options?: MoveOptions): Promise<Passage>;
    /** Moves time forward to an instant. */
    set(instant: Instant, options?: MoveOptions): Promise<Passage>;
  };
  /** Moves time until no work is in flight. */
  settle(options?: MoveOptions): Promise<Passage>;
  /** Clears state, calls and stubs. */
  reset(): void;
  /** The recorded calls, oldest first. */
  calls(): readonly Call[];
  /** The newest events, oldest first. */
  events(): readonly BusEvent[];
  /** The mock, seen from another account or Region. */
  in(place: Partial<Place>): ServedPlace;
}
