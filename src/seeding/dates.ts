import { type EpochMs, milliseconds } from "../core/time";
import type { Shape, StructureShape } from "../model";

/** A date in a fixture: a `Date`, ISO 8601, epoch milliseconds, or relative to the mock's clock: `"40 days ago"`. */
export type SeedDate = Date | string | number;

const ago = /^(.+)\s+ago$/;
const ahead = /^in\s+(.+)$/;

/** The instant that a fixture means, or nothing when it cannot be told. */
function instant(value: unknown, now: EpochMs): EpochMs | undefined {
  if (value instanceof Date) return value.getTime();
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  if (value === "now") return now;
  try {
    const past = ago.exec(value)?.[1];
    if (past !== undefined) return now - milliseconds(past);
    const future = ahead.exec(value)?.[1];
    if (future !== undefined) return now + milliseconds(future);
  } catch {
    return undefined;
  }
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

/** A copy of a fixture's item in which every date that can be read is a `Date`; the rest is left to be refused. */
export function withDates(shape: Shape, value: unknown, now: EpochMs): unknown {
  if (shape.type === "timestamp") {
    const time = instant(value, now);
    return time === undefined ? value : new Date(time);
  }
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (shape.type === "list" && Array.isArray(value)) {
    return value.map(item => withDates(shape.item, item, now));
  }
  if (shape.type !== "structure" || Array.isArray(value)) return value;
  return structureWithDates(shape, value, now);
}

function structureWithDates(shape: StructureShape, value: object, now: EpochMs): object {
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const member = shape.member(name);
      return [name, member ? withDates(member.target, item, now) : item];
    }),
  );
}
