import { deepFreeze, inspected } from "../core/store";
import type { Branch } from "./branch";
import { type Costs, costsOf } from "./costs";
import { dailyChangesOf } from "./daily-changes";
import { holdingsOf } from "./holdings";
import { isoOf } from "./instants";
import type { Prices } from "./prices";
import { problemsOf } from "./problems";
import { protectionOf } from "./protection";
import type { ForecastProblem, ForecastRun, Holdings, Protection } from "./result";
import { runsOf } from "./runs";
import { type KeptChange, keptChanges } from "./storage";

/** A value that is computed when it is first asked for. */
function lazy<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: deepFreeze(compute()) };
    return known.value;
  };
}

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

/**
 * What the account will come to. Frozen; instants are ISO 8601 texts in UTC, such as `2026-01-01T05:00:00.000Z`.
 *
 * @example
 * const forecast = await aws.forecast({ for: "400 days" });
 * expect(forecast.problems).toEqual([]);
 */
export class Forecast implements ForecastDocument {
  /** When it begins: the time on the mock's clock. */
  readonly from: string;
  /** When it ends. */
  readonly to: string;
  readonly #runs: () => readonly ForecastRun[];
  readonly #holdings: () => Holdings;
  readonly #protection: () => readonly Protection[];
  readonly #problems: () => readonly ForecastProblem[];
  readonly #costs: () => Costs | undefined;

  /** @internal */
  constructor(branch: Branch, prices: readonly Prices[] | undefined) {
    this.from = isoOf(branch.from);
    this.to = isoOf(branch.to);
    const kept = lazyChanges(branch);
    this.#runs = lazy(() => runsOf(branch));
    this.#holdings = lazy(() => holdingsOf(branch.from, kept()));
    this.#protection = lazy(() => protectionOf(branch));
    this.#problems = lazy(() => problemsOf(branch, this.runs, this.protection));
    this.#costs = lazy(() => prices && costsOf(branch, kept(), prices));
    Object.freeze(this);
  }

  /** Every run of every rule for each resource, in order of time, and the backups that were under way at the start. */
  get runs(): readonly ForecastRun[] {
    return this.#runs();
  }

  /** What each vault and each rule keeps over time. */
  get holdings(): Holdings {
    return this.#holdings();
  }

  /** How well each resource is protected that could be backed up, in all accounts and Regions. */
  get protection(): readonly Protection[] {
    return this.#protection();
  }

  /** What `aws.explain` says of the plans, and what only the run shows. */
  get problems(): readonly ForecastProblem[] {
    return this.#problems();
  }

  /** What it costs by month, vault, rule, resource and tier. Undefined if no prices were given. */
  get costs(): Costs | undefined {
    return this.#costs();
  }

  /** All of it as plain data. */
  toJSON(): ForecastDocument {
    const { from, to, runs, holdings, protection, problems, costs } = this;
    return { from, to, runs, holdings, protection, problems, ...(costs && { costs }) };
  }

  /** @internal What `console.log` prints. */
  [inspected](): ForecastDocument {
    return this.toJSON();
  }
}

function lazyChanges(branch: Branch): () => readonly KeptChange[] {
  let known: readonly KeptChange[] | undefined;
  return () => {
    known ??= keptChanges(branch, dailyChangesOf(branch.start));
    return known;
  };
}
