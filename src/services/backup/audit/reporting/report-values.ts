import type { EpochMs } from "../../../../core/time";
import { hour, minute, second } from "../../../../core/time";

/** What a report's cell can hold. */
export type Cell = string | number | boolean | null | Readonly<Record<string, string>>;

/** One line of a report, under the names of its columns. */
export type ReportItem = Readonly<Record<string, Cell>>;

/** An instant as reports write their period: ISO 8601, whole seconds. */
export const isoSeconds = (at: EpochMs): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** An instant as reports write dates: ISO 8601 with milliseconds. */
export const dateCell = (at: EpochMs | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();

/** A length of time as `00:22:20`. */
export function runTime(length: number): string {
  const parts = [
    Math.floor(length / hour),
    Math.floor(length / minute) % 60,
    Math.floor(length / second) % 60,
  ];
  return parts.map(part => String(part).padStart(2, "0")).join(":");
}
