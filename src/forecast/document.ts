import type { Costs } from "./costs";
import type { ForecastProblem, ForecastRun, Holdings, Protection } from "./result";

/** The parts of a forecast as plain data. */
export interface ForecastDocument {
  /** When it begins, ISO 8601 in UTC like all its instants. */
  readonly from: string;
  /** When it ends. */
  readonly to: string;
  /** Every run of every rule. */
  readonly runs: readonly ForecastRun[];
  /** What is kept over time. */
  readonly holdings: Holdings;
  /** How well each resource is protected. */
  readonly protection: readonly Protection[];
  /** What will not be as its author may expect. */
  readonly problems: readonly ForecastProblem[];
  /** What it costs. Left out if no prices are given. */
  readonly costs?: Costs | undefined;
}
