import type { ForecastDocument } from "../document";
import { inDays } from "../instants";
import { isFailure } from "../outcomes";
import type { ForecastProblem, ForecastRun, Holding } from "../result";
import { type Period, periodOf, periodsBetween } from "./periods";
import { row, widest, wrapped } from "./table";

const labelWidth = 30;
const cellWidth = 5;
const levelWidth = 12;
const mostPeriods = (widest - labelWidth) / cellWidth;

/** A forecast in words and numbers, at most 100 columns wide. */
export function textOf(forecast: ForecastDocument): string {
  const { from, to } = forecast;
  const days = inDays(Date.parse(to) - Date.parse(from));
  return [
    `Forecast of ${days} days, from ${minute(from)} to ${minute(to)} UTC`,
    "",
    ...backupsByPeriod(forecast),
    "",
    ...keptAtEnd(forecast),
    "",
    ...warnings(forecast),
    ...costs(forecast),
  ].join("\n");
}

const minute = (instant: string): string => instant.slice(0, 16).replace("T", " ");

const ruleOf = ({ plan, rule }: ForecastRun): string =>
  rule === undefined ? "on demand" : `${plan} / ${rule}`;

/** A row a rule: how many backups it makes in each period. */
function backupsByPeriod({ from, to, runs, holdings }: ForecastDocument): readonly string[] {
  const periods = periodsBetween(Date.parse(from), Date.parse(to), mostPeriods);
  const rules = new Map<string, readonly Tally[]>(
    holdings.rules.map(({ of }) => [of, talliesOf(periods)] as const),
  );
  for (const run of runs) {
    const tallies = rules.get(ruleOf(run)) ?? talliesOf(periods);
    rules.set(ruleOf(run), tallies);
    tallies[periodOf(periods, Date.parse(run.at))]?.add(run.outcome);
  }
  if (rules.size === 0) return ["No rule of a plan, and no backup"];
  return [
    row(
      "",
      labelWidth,
      periods.map(({ year }) => year),
      cellWidth,
    ),
    row(
      "Backups",
      labelWidth,
      periods.map(({ label }) => label),
      cellWidth,
    ),
    ...[...rules].map(([rule, tallies]) => row(rule, labelWidth, tallies.map(String), cellWidth)),
    ...(runs.some(({ outcome }) => isFailure[outcome]) ? ["! some fail"] : []),
    ...(runs.some(({ outcome }) => outcome === "DISPLACED")
      ? ["~ some are made by another rule instead"]
      : []),
  ];
}

/** What a rule does in a period. */
class Tally {
  #made = 0;
  #displaced = 0;
  #failed = 0;

  add(outcome: ForecastRun["outcome"]): void {
    if (outcome === "COMPLETED" || outcome === "PARTIAL") this.#made++;
    if (isFailure[outcome]) this.#failed++;
    if (outcome === "DISPLACED") this.#displaced++;
  }

  toString(): string {
    const mark = this.#failed > 0 ? "!" : this.#displaced > 0 ? "~" : " ";
    return this.#made === 0 && mark === " " ? "· " : `${short(this.#made)}${mark}`;
  }
}

const talliesOf = (periods: readonly Period[]): readonly Tally[] => periods.map(() => new Tally());

/** A number in at most three characters. */
const short = (count: number): string => (count < 1_000 ? String(count) : `${Math.floor(count / 1_000)}k`);

const nameOf = (vaultArn: string): string => {
  const [, , , region, , , ...name] = vaultArn.split(":");
  return `${name.join(":")} (${region})`;
};

const gib = (amount: number): string => amount.toFixed(1);

function keptAtEnd({ holdings: { rules, vaults } }: ForecastDocument): readonly string[] {
  const header = ["points", "warm", "cold", "GiB", "most GiB"];
  const rowOf = (label: string, { end, highest }: Holding): string =>
    row(
      label,
      labelWidth,
      [`${end.points}`, `${end.warm}`, `${end.cold}`, gib(end.gib), gib(highest.gib)],
      levelWidth,
    );
  return [
    row("Kept at the end", labelWidth, header, levelWidth),
    ...rules.map(holding => rowOf(holding.of, holding)),
    ...vaults.map(holding => rowOf(`vault ${nameOf(holding.of)}`, holding)),
  ];
}

function warnings({ problems }: ForecastDocument): readonly string[] {
  if (problems.length === 0) return ["No problems"];
  return [
    problems.length === 1 ? "1 problem" : `${problems.length} problems`,
    ...problems.flatMap(problem => wrapped(`- ${inWords(problem)}`, "  ")),
  ];
}

function inWords({ code, plan, rule, resourceArn, message, count, first, last }: ForecastProblem): string {
  const where = [rule === undefined ? plan : `${plan} / ${rule}`, resourceArn].filter(
    part => part !== undefined,
  );
  const often =
    count === undefined || first === undefined || last === undefined
      ? ""
      : count === 1
        ? ` (${minute(first)})`
        : ` (${count} times, ${minute(first)} to ${minute(last)})`;
  return `${where.join(", ")}: ${message}${often} [${code}]`;
}

function costs({ costs: all }: ForecastDocument): readonly string[] {
  if (!all) return [];
  const { total, currency, months, unpriced } = all;
  const last = months.at(-1);
  const missing = new Set(
    unpriced.map(({ kind, tier, resourceType }) => `${kind} of ${resourceType} (${tier})`),
  );
  return [
    "",
    ...wrapped(
      `Costs: ${total.toFixed(2)} ${currency}${last ? `, ${last.amount.toFixed(2)} in ${last.of}` : ""}`,
      "  ",
    ),
    ...(missing.size > 0 ? wrapped(`Without a price: ${[...missing].sort().join(", ")}`, "  ") : []),
  ];
}
