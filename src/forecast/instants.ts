import { day, type EpochMs } from "../core/time";

/** An instant as ISO 8601 text in UTC: `2026-01-01T05:00:00.000Z`. */
export const isoOf = (at: EpochMs): string => new Date(at).toISOString();

export const isoOrNone = (at: EpochMs | undefined): string | undefined =>
  at === undefined ? undefined : isoOf(at);

/** A length of time in days, to the thousandth. */
export const inDays = (milliseconds: number): number => Math.round((milliseconds / day) * 1_000) / 1_000;
