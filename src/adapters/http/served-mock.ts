import type { Place } from "../../core/basics";
import type { Call } from "../../core/calls";
import type { Duration, EventCondition, Instant, MoveOptions, Passage, UntilOptions } from "../../core/time";
import type { BusEvent } from "../../core/world";
import type { ServiceName } from "../../model";
import type { CommandClass } from "../command";
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
    /** What every place that has changed holds, by `account/region`. */
    readonly places: Readonly<Record<string, object>>;
    /** All changes that will happen by themselves, soonest first. */
    readonly agenda: Iterable<object> & {
      /** How many there are. */
      readonly size: number;
    };
  };

/** Sets the outcome of the next work that matches. What a kind of work cannot have is left out, or refused. */
export interface ServedOutcome {
  /** It fails with this message, in the given state or the usual one. */
  fails?(message: string, options?: { readonly state?: string }): unknown;
  /** It takes this long. */
  takes?(duration: Duration): unknown;
  /** It transfers this many bytes. */
  transfers?(bytes: number): unknown;
}

/** The answers of a stub. */
export interface ServedStub {
  /** Answers every matching call with this output. */
  resolves(output: object): unknown;
  /** Answers the next matching call with this output. */
  resolvesOnce(output: object): unknown;
  /** Rejects every matching call. */
  rejects(error: ServedError): unknown;
  /** Rejects the next matching call. */
  rejectsOnce(error: ServedError): unknown;
  /** Delays the answer given last. */
  delays(duration: Duration): unknown;
  /** Removes the stub. */
  remove(): void;
}

/** The name of an AWS error, or its members. */
export type ServedError =
  | string
  | {
      /** The name of the error, such as `ThrottlingException`. */
      readonly name: string;
      /** Its message. */
      readonly message?: string;
    };

/** What an endpoint shows of a forecast. */
export interface ServedForecast {
  /** All of it as plain data. */
  toJSON(): object;
  /** A picture for a terminal. */
  toString(): string;
  /** A picture for people, as an SVG document. */
  toSvg(): string;
}

/** What an endpoint asks a forecast for. */
export interface ServedForecastOptions {
  /** How far to look. */
  readonly for: Duration;
  /** Resources to add for the forecast only. */
  readonly resources?: readonly object[] | undefined;
  /** Prices to compute costs by. */
  readonly prices?: object | readonly object[] | undefined;
  /** Called now and then; what it throws ends the forecast. */
  readonly progress?: ((done: number) => void) | undefined;
}

/** What an endpoint needs of an account and Region of a mock. */
export interface ServedPlace {
  /** The current state. */
  readonly state: ServedState;
  /** Creates the resources of a fixture, and returns their records. */
  seed(fixture: object): object;
  /** What was added, changed and removed since a snapshot. */
  changes(since: object): object;
  /** Says what a backup plan will do. */
  explain(backupPlanId: string): object;
  /** Changes a record. */
  edit(kind: string, key: string, recipe: (draft: object) => void): void;
  /** Sets the outcome of the next work on a record of a kind. */
  next(kind: string, match?: object): ServedOutcome;
  /** Sets the outcome of the next job of AWS Backup. */
  nextJob(match?: object): ServedOutcome;
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
    /** Moves time to the next change. */
    next(options?: MoveOptions): Promise<Passage>;
    /** Moves time until an event comes. */
    until(condition: EventCondition, options?: UntilOptions): Promise<Passage>;
  };
  /** Moves time until no work is in flight. */
  settle(options?: MoveOptions): Promise<Passage>;
  /** Clears state, calls and stubs. */
  reset(): void;
  /** The present state, to return to. */
  snapshot(): object;
  /** Returns to a snapshot. */
  rollback(snapshot: object): void;
  /** Keeps a resource or job in its state. */
  hold(idOrArn: string): void;
  /** Ends a hold. */
  release(idOrArn: string): void;
  /** Stubs the calls of a command whose input matches. */
  on(Command: CommandClass, input?: object): ServedStub;
  /** What the account will come to. */
  forecast(options: ServedForecastOptions): Promise<ServedForecast>;
  /** What nothing has used of what was set. */
  pending(): readonly object[];
  /** The recorded calls, oldest first. */
  calls(): readonly Call[];
  /** The newest events that have at least what a filter says, oldest first. */
  events(filter?: Partial<Pick<BusEvent, "detail-type">>): readonly BusEvent[];
  /** The mock, seen from another account or Region. */
  in(place: Partial<Place>): ServedPlace;
}
