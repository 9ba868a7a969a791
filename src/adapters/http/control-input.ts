import { MockError } from "../../core/basics";
import { type Duration, type EventCondition, epochMs, type Instant, milliseconds } from "../../core/time";
import { isObject } from "../../model";

/** One of the ways to move the clock. */
export type ClockMove =
  | { readonly advance: Duration }
  | { readonly now: Instant }
  | { readonly settle: true }
  | { readonly next: true }
  | { readonly until: EventCondition; readonly within?: Duration | undefined };

/** How to move the clock, as a body says it: one of the ways is given. */
export interface ClockBody {
  readonly advance?: Duration | undefined;
  readonly now?: Instant | undefined;
  readonly settle?: boolean | undefined;
  readonly next?: boolean | undefined;
  readonly until?: object | undefined;
  readonly within?: Duration | undefined;
}

/** Reads how to move the clock. Throws a {@link MockError} for an invalid move. */
export function readClockMove(body: ClockBody, at: number): ClockMove {
  const { advance, now, settle, next, until, within } = body;
  if (within !== undefined && until === undefined) {
    throw new MockError("InvalidOption", "Cannot move the clock: within bounds until; leave it out.");
  }
  if (settle === true) return { settle };
  if (next === true) return { next };
  if (advance !== undefined) {
    checkDate(at + milliseconds(advance));
    return { advance };
  }
  if (now !== undefined) {
    checkDate(epochMs(now));
    return { now };
  }
  if (until !== undefined) return { until: readCondition(until), within };
  throw new MockError(
    "InvalidOption",
    `Cannot move the clock by ${JSON.stringify(body).slice(0, 200)}: give one of {"advance": "35 days"}, {"now": "2027-01-01T00:00:00Z"}, {"settle": true}, {"next": true} and {"until": {"event": "Backup Job State Change"}}.`,
  );
}

function readCondition(given: object): EventCondition {
  const { event, detail, ...others }: Readonly<Record<string, unknown>> = { ...given };
  const isValid = typeof event === "string" && (detail === undefined || isObject(detail));
  if (isValid && Object.keys(others).length === 0) return { event, ...(isObject(detail) && { detail }) };
  throw new MockError(
    "InvalidOption",
    `Cannot wait for ${JSON.stringify(given).slice(0, 200)}: give an event as {"event": "Backup Job State Change", "detail": {"state": "FAILED"}}; detail may be left out.`,
  );
}

/** The last instant that a `Date` can hold. */
const endOfTime = 8.64e15;

function checkDate(until: number): void {
  if (until <= endOfTime) return;
  throw new MockError(
    "ClockCannotMove",
    "Cannot move the clock that far: a Date cannot hold the result; give a shorter time.",
  );
}

/** Checks that a document has the outline of a fixture; seeding checks the rest. */
export function readFixture(content: object): object {
  for (const [name, value] of Object.entries(content)) {
    // Null counts as left out, the schema is for editors, and where an import is from is not a list.
    if (value === null || name === "$schema" || name === "origin") continue;
    if (name === "resources") checkItems(name, value);
    else if (!isObject(value)) throw invalidItem(name, "must be an object of lists");
    else for (const [list, items] of Object.entries(value)) checkItems(`${name}.${list}`, items);
  }
  return content;
}

function checkItems(path: string, items: unknown): void {
  if (items === null) return;
  if (!Array.isArray(items)) throw invalidItem(path, "must be a list");
  const other = items.findIndex(item => !isObject(item));
  if (other >= 0) throw invalidItem(`${path}[${other}]`, "must be an object");
}

const invalidItem = (path: string, why: string): MockError =>
  new MockError("InvalidFixture", `Invalid fixture (1 problem); nothing was seeded:\n  ${path}: ${why}`);
