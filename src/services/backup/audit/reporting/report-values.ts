import { type EpochMs, hour, minute, second } from "../../../../core/time";

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
