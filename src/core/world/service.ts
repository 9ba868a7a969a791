import type { Violation } from "../../model";
import type { AwsError } from "../basics";
import type { RecordOf } from "../store";
import type { Duration } from "../time";
import type { Account } from "./account";
import type { Handler } from "./operation";
import type { ServiceRef, Shape } from "./shape";

/** How long something takes: a duration, or a function of the thing itself. */
export type DurationOf<Subject> = Duration | ((subject: Subject) => Duration);

/** The same where it does not matter what the thing is; a method's type, so that a function of jobs is one of these. */
export type DurationSetting = Duration | { of(subject: object): Duration }["of"];

/** What happens to a record when its time has come. */
export type Step<S extends Shape, R> = (record: R, account: Account<S>) => void;

/** For each table, what its records' `next.step` can name. */
export type Steps<S extends Shape> = {
  readonly [Name in keyof S["tables"]]?: Readonly<Record<string, Step<S, RecordOf<S["tables"][Name]>>>>;
};

/** Everything a service is made of: the contract between the core and `services/`. */
export interface Service<S extends Shape> extends ServiceRef<S> {
  /** Every operation of the service's client; `undefined` for those that are not modelled. */
  readonly operations: Readonly<Record<string, Handler<S> | undefined>>;
  readonly steps: Steps<S>;
  readonly links: S["links"];
  readonly durations: Readonly<Record<keyof S["durations"] & string, Duration>>;
  readonly quotas: Readonly<Record<S["quotas"], number>>;
  /** Puts in place what every account has from the start, such as the vault `Default`. */
  initialize(account: Account<S>): void;
  /** The error this service answers to input that breaks the API's own model. */
  refuse(operation: string, violations: readonly Violation[]): AwsError;
}

/** A service where only its being one matters. */
export type AnyService = Service<Shape>;

/**
 * Declares a service. What it says of itself by type is let go here, once: the core hands every service its own tables,
 * records and links only, so its functions get what they were written for.
 */
export const defineService = <S extends Shape>(service: Service<S>): AnyService =>
  service as unknown as AnyService;
