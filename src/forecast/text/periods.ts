import type { EpochMs } from "../../core/time";
import { monthNames, monthsBetween } from "../months";

/** Some months in a row. */
export interface Period {
  readonly from: EpochMs;
  /** `Jan`, or the first month of several. */
  readonly label: string;
  /** The year, where it begins. */
  readonly year: string;
}

/** The months between two instants, several in one if there are more than fit. */
export function periodsBetween(from: EpochMs, to: EpochMs, most: number): readonly Period[] {
  const months = monthsBetween(from, to);
  const inOne = Math.max(1, Math.ceil(months.length / most));
  let last = "";
  return months
    .filter((_, index) => index % inOne === 0)
    .map(month => {
      const year = month.month.slice(0, -3);
      const label = monthNames[Number(month.month.slice(-2)) - 1] ?? "";
      const isNew = year !== last;
      last = year;
      return { from: Math.max(from, month.from), label, year: isNew ? year : "" };
    });
}

/** The index of the period that an instant is in. */
export const periodOf = (periods: readonly Period[], at: EpochMs): number =>
  Math.max(
    0,
    periods.findLastIndex(period => period.from <= at),
  );
