import { deepFreeze, inspected } from "../core/store";
import type { Branch } from "./branch";
import { type Costs, costsOf } from "./costs";
import { dailyChangesOf } from "./daily-changes";
import type { ForecastDocument } from "./document";
import { holdingsOf } from "./holdings";
import { isoOf } from "./instants";
import { readLanes, type SvgOptions, svgOf } from "./picture/svg";
import type { Prices } from "./prices";
import { problemsOf } from "./problems";
import { protectionOf } from "./protection";
import type { ForecastProblem, ForecastRun, Holdings, Protection } from "./result";
import { runsOf } from "./runs";
import { type KeptChange, keptChanges } from "./storage";
import { textOf } from "./text/text";

/** A value that is computed when it is first asked for. */
function lazy<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: deepFreeze(compute()) };
    return known.value;
  };
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
  readonly #svg: (options: SvgOptions) => string;

  /** @internal */
  constructor(branch: Branch, prices: readonly Prices[] | undefined) {
    this.from = isoOf(branch.from);
    this.to = isoOf(branch.to);
    const kept = lazyChanges(branch);
    this.#runs = lazy(() => runsOf(branch));
    this.#holdings = lazy(() => holdingsOf(branch, kept()));
    this.#protection = lazy(() => protectionOf(branch));
    this.#problems = lazy(() => problemsOf(branch, this.runs, this.protection));
    this.#costs = lazy(() => prices && costsOf(branch, kept(), prices));
    this.#svg = options => svgOf(branch, readLanes(options));
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

  /**
   * A picture for a terminal or an inline snapshot, at most 100 columns wide: the backups of each rule by month, what is
   * kept at the end, problems and costs.
   *
   * @example
   * console.log(String(forecast));
   */
  toString(): string {
    return textOf(this);
  }

  /**
   * A picture for people, as an SVG document: a time axis, a lane for each rule or resource, and in it a bar for each
   * recovery point from birth to expiry, solid in warm storage and dashed in cold storage; what fails is marked. Bars that
   * cannot be told apart are one. It has titles for screen readers, and follows light and dark. Throws a
   * {@link MockError} (`InvalidOption`).
   *
   * @example
   * writeFileSync("forecast.svg", forecast.toSvg());
   */
  toSvg(options: SvgOptions = {}): string {
    return this.#svg(options);
  }

  /** @internal What `console.log` prints. */
  [inspected](): string {
    return this.toString();
  }
}

function lazyChanges(branch: Branch): () => readonly KeptChange[] {
  let known: readonly KeptChange[] | undefined;
  return () => {
    known ??= keptChanges(branch, dailyChangesOf(branch.start));
    return known;
  };
}
