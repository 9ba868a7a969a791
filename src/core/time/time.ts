import { MockError, quoted } from "../basics";

/** An instant as milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

const units = {
  ms: 1,
  millisecond: 1,
  milliseconds: 1,
  s: second,
  second: second,
  seconds: second,
  m: minute,
  min: minute,
  minute: minute,
  minutes: minute,
  h: hour,
  hour: hour,
  hours: hour,
  d: day,
  day: day,
  days: day,
  w: 7 * day,
  week: 7 * day,
  weeks: 7 * day,
};

type Unit = keyof typeof units;
const durationUnits = ["milliseconds", "seconds", "minutes", "hours", "days", "weeks"] as const;

/** The units of a duration. Months and years have no fixed length and are not among them. */
export type DurationUnit = (typeof durationUnits)[number];

/**
 * A length of time: milliseconds, a text such as `"35 days"` or `"1 hour 30 minutes"`, or an object such as `{ days: 35 }`
 * with the units from `milliseconds` to `weeks`. Months and years have no fixed length and are refused.
 */
export type Duration = number | string | { readonly [U in DurationUnit]?: number };

/** Whether an object is one duration, such as `{ days: 35 }`, rather than one for each of several kinds. */
export const isOneDuration = (object: object): object is Extract<Duration, object> =>
  durationUnits.some(unit => Object.hasOwn(object, unit));

const part = /\s*(?:and\s+|,\s*)?(\d+(?:\.\d+)?)\s*([a-z]+)/iy;

const isUnit = (name: string): name is Unit => Object.hasOwn(units, name);

function parseText(text: string): number | undefined {
  const end = text.trimEnd().length;
  let total = 0;
  part.lastIndex = 0;
  while (part.lastIndex < end) {
    const match = part.exec(text);
    const unit = match?.[2]?.toLowerCase();
    if (!match || unit === undefined || !isUnit(unit)) return undefined;
    total += Number(match[1]) * units[unit];
  }
  return end === 0 ? undefined : total;
}

function parseParts(parts: { readonly [U in DurationUnit]?: number }): number | undefined {
  let total = 0;
  for (const [name, amount] of Object.entries(parts)) {
    if (!isUnit(name) || typeof amount !== "number") return undefined;
    total += amount * units[name];
  }
  return total;
}

/** The length of a duration in whole milliseconds. Throws a {@link MockError} if it is not one. */
export function milliseconds(duration: Duration): number {
  const length =
    typeof duration === "number"
      ? duration
      : typeof duration === "string"
        ? parseText(duration)
        : typeof duration === "object" && duration !== null
          ? parseParts(duration)
          : undefined;
  if (length === undefined || !Number.isFinite(length) || length < 0) {
    throw new MockError(
      "InvalidOption",
      `Cannot read the duration ${quoted(duration)}: it is not a duration; give milliseconds, { days: 35 } or a text such as "35 days" or "1 hour 30 minutes".`,
    );
  }
  return Math.round(length);
}

/** An instant: a `Date`, an ISO 8601 text or epoch milliseconds. */
export type Instant = Date | string | number;

/** The range of `Date`, either way from 1970. */
const maxInstant = 8.64e15;
const isoRange = "-271821-04-20 to 275760-09-13";

const isInstant = (time: number): boolean => Math.abs(time) <= maxInstant;

/** An instant to move to, in the range of `Date`. Throws a {@link MockError} (`ClockCannotMove`) for one beyond. */
export function checkedInstant(at: EpochMs): EpochMs {
  if (isInstant(at)) return at;
  throw new MockError(
    "ClockCannotMove",
    `Cannot move the clock that far: dates range from ${isoRange}; move by less.`,
  );
}

/** Reads an instant. Throws a {@link MockError} if it is not one. */
export function epochMs(instant: Instant): EpochMs {
  const time =
    instant instanceof Date ? instant.getTime() : typeof instant === "string" ? Date.parse(instant) : instant;
  if (typeof time !== "number" || !isInstant(time)) {
    throw new MockError(
      "InvalidOption",
      `Cannot read the date ${quoted(instant)}: not a date from ${isoRange}; give a Date, an ISO 8601 text such as "2026-01-01T00:00:00Z" or epoch milliseconds.`,
    );
  }
  return Math.round(time);
}
