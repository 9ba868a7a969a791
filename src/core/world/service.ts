import type { Violation } from "../../model";
import type { AwsError } from "../basics";
import type { RecordOf } from "../store";
import type { Duration } from "../time";
import type { Account } from "./account";
import type { Kinds } from "./kind";
import type { Handler } from "./operation";
import type { ServiceRef, Shape } from "./shape";

/** How long work takes: a duration, or a function of the record. */
export type DurationOf<Subject> = Duration | ((subject: Subject) => Duration);

/** The same for any record. The type of a method, so that a function of jobs is assignable. */
export type DurationSetting = Duration | { of(subject: object): Duration }["of"];

/** Runs when the next step of a record is due. */
export type Step<S extends Shape, R> = (record: R, account: Account<S>) => void;

/** The steps of each table, by the names that `next.step` can have. */
export type Steps<S extends Shape> = {
  readonly [Name in keyof S["tables"]]?: Readonly<Record<string, Step<S, RecordOf<S["tables"][Name]>>>>;
};

/** A service: the contract between the core and `services/`. */
export interface Service<S extends Shape> extends ServiceRef<S> {
  /** Every operation of the service's client; `undefined` for those that are not modelled. */
  readonly operations: Readonly<Record<string, Handler<S> | undefined>>;
  readonly steps: Steps<S>;
  readonly kinds: Kinds<S>;
  readonly links: S["links"];
  readonly durations: Readonly<Record<keyof S["durations"] & string, Duration>>;
  readonly quotas: Readonly<Record<S["quotas"], number>>;
  /** The `detail-type`s of the events that it sends. Default: it sends none. */
  readonly eventTypes?: readonly string[];
  /** The error of this service for input that violates the API model. */
  refuse(operation: string, violations: readonly Violation[]): AwsError;
}

/** Any service. */
export type AnyService = Service<Shape>;

/**
 * Declares a service. This is the one place that drops its types: the core passes every service its own tables, records
 * and links only, so its functions receive what they expect.
 */
export const defineService = <S extends Shape>(service: Service<S>): AnyService =>
  service as unknown as AnyService;
