import type { EpochMs } from "../core/time";

/** The months of a year, short. */
export const monthNames = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

/** A calendar month in UTC. */
export interface Month {
  /** `2026-01` */
  readonly month: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly length: number;
}

/** The month of an instant. */
export function monthOf(at: EpochMs): Month {
  const date = new Date(at);
  const [year, index] = [date.getUTCFullYear(), date.getUTCMonth()];
  const [from, to] = [Date.UTC(year, index, 1), Date.UTC(year, index + 1, 1)];
  return {
    month: date.toISOString().slice(0, date.toISOString().indexOf("T") - 3),
    from,
    to,
    length: to - from,
  };
}

/** The months between two instants, each with the share of it that is between them. */
export function monthsBetween(from: EpochMs, to: EpochMs): readonly (Month & { readonly share: number })[] {
  const months: (Month & { readonly share: number })[] = [];
  for (let at = from; at < to; ) {
    const month = monthOf(at);
    months.push({ ...month, share: (Math.min(month.to, to) - at) / month.length });
    at = month.to;
  }
  return months;
}
