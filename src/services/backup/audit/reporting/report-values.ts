import { type EpochMs, hour, minute, second } from "../../../../core/time";
import { dateAt } from "../../../../model";

/** An instant in the form of report periods: ISO 8601, in seconds. */
export const isoSeconds = (at: EpochMs): string =>
  dateAt(at)
    .toISOString()
    .replace(/\.\d+Z$/, "Z");

/** An instant in the form of report dates: ISO 8601, in milliseconds. */
export const dateCell = (at: EpochMs | undefined): string | null =>
  at === undefined ? null : dateAt(at).toISOString();

/** A duration in milliseconds as `00:22:20`. */
export function runTime(duration: number): string {
  const parts = [
    Math.floor(duration / hour),
    Math.floor(duration / minute) % 60,
    Math.floor(duration / second) % 60,
  ];
  return parts.map(part => String(part).padStart(2, "0")).join(":");
}
