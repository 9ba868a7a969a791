import { type EpochMs, milliseconds } from "../core/time";
import type { Shape, StructureShape } from "../model";
import { memberPath, setMember } from "./members";

/**
 * A date in a fixture: a `Date`, an ISO 8601 string, epoch milliseconds, epoch seconds as version 1 of the AWS CLI prints
 * them, or relative to the mock's clock: `"40 days ago"`, `"in 2 hours"`, `"now"`. Numbers below 100,000,000,000 are
 * seconds: as milliseconds they would be dates before March 1973.
 */
export type SeedDate = Date | string | number;

/** Smaller numbers count seconds: until the year 5138, and AWS has no date before March 1973. */
const firstMilliseconds = 1e11;

/** What a text says between a beginning and an end, or nothing when it has other ones. */
const between = (text: string, start: string, end: string): string | undefined =>
  text.startsWith(start) && text.endsWith(end)
    ? text.slice(start.length, text.length - end.length)
    : undefined;

/** The instant of a date in a fixture; undefined if it cannot be read. */
export function instant(value: unknown, now: EpochMs): EpochMs | undefined {
  if (value instanceof Date) return value.getTime();
  if (typeof value === "number") {
    return Math.abs(value) < firstMilliseconds ? Math.round(value * 1000) : value;
  }
  if (typeof value !== "string") return undefined;
  if (value === "now") return now;
  try {
    const past = between(value, "", " ago");
    if (past !== undefined) return now - milliseconds(past);
    const future = between(value, "in ", "");
    if (future !== undefined) return now + milliseconds(future);
  } catch {
    return undefined;
  }
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

export const dateProblem = (path: string): string =>
  `${path} is not a date; give a Date, ISO 8601, epoch milliseconds or seconds, or a time relative to the mock's clock, such as "3 days ago" or "in 2 hours"`;

interface Context {
  readonly now: EpochMs;
  readonly problems: string[];
}

/** A copy of an item in which every date is a `Date`. Unreadable dates are left out and reported. */
export function withDates(shape: Shape, value: unknown, context: Context, path = ""): unknown {
  if (shape.type === "timestamp") {
    if (value === undefined || value === null) return undefined;
    const time = instant(value, context.now);
    if (time !== undefined) return new Date(time);
    context.problems.push(dateProblem(path));
    return undefined;
  }
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (shape.type === "list" && Array.isArray(value)) {
    return value.map((item, index) => withDates(shape.item, item, context, `${path}[${index}]`));
  }
  if (shape.type !== "structure" || Array.isArray(value)) return value;
  return structureWithDates(shape, value, context, path);
}

function structureWithDates(shape: StructureShape, value: object, context: Context, path: string): object {
  const dated: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const member = shape.member(name);
    const at = memberPath(path, name);
    setMember(dated, name, member ? withDates(member.target, item, context, at) : item);
  }
  return dated;
}
