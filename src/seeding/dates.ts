import { type EpochMs, milliseconds } from "../core/time";
import type { Shape, StructureShape } from "../model";
import { memberPath } from "./members";

/** A date in a fixture: a `Date`, ISO 8601, epoch milliseconds, or relative to the mock's clock: `"40 days ago"`. */
export type SeedDate = Date | string | number;

/** What a text says between a beginning and an end, or nothing when it has other ones. */
const between = (text: string, start: string, end: string): string | undefined =>
  text.startsWith(start) && text.endsWith(end)
    ? text.slice(start.length, text.length - end.length)
    : undefined;

/** The instant that a fixture means, or nothing when it cannot be told. */
export function instant(value: unknown, now: EpochMs): EpochMs | undefined {
  if (value instanceof Date) return value.getTime();
  if (typeof value === "number") return value;
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

/** What is said of a date that cannot be read. */
export const dateFault = (path: string): string =>
  `${path} cannot be read as a date; give a Date, ISO 8601, epoch milliseconds, or a time by the mock's clock such as "3 days ago" or "in 2 hours"`;

/** How dates are read: by which clock, and who is told of those that cannot be. */
interface Reading {
  readonly now: EpochMs;
  readonly faults: string[];
}

/** A copy of a fixture's item in which every date is a `Date`; one that cannot be read is left out and told of. */
export function withDates(shape: Shape, value: unknown, reading: Reading, path = ""): unknown {
  if (shape.type === "timestamp") {
    if (value === undefined || value === null) return undefined;
    const time = instant(value, reading.now);
    if (time !== undefined) return new Date(time);
    reading.faults.push(dateFault(path));
    return undefined;
  }
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (shape.type === "list" && Array.isArray(value)) {
    return value.map((item, index) => withDates(shape.item, item, reading, `${path}[${index}]`));
  }
  if (shape.type !== "structure" || Array.isArray(value)) return value;
  return structureWithDates(shape, value, reading, path);
}

function structureWithDates(shape: StructureShape, value: object, reading: Reading, path: string): object {
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const member = shape.member(name);
      return [name, member ? withDates(member.target, item, reading, memberPath(path, name)) : item];
    }),
  );
}
