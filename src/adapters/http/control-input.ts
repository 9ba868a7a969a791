import { MockError } from "../../core/basics";
import { type Duration, epochMs, type Instant, milliseconds } from "../../core/time";
import { isObject } from "../../model";

/** Reads an object that may have these members only, all of them strings. */
export function readMembers<Name extends string>(
  filtered: string,
  given: object,
  names: readonly Name[],
): { readonly [N in Name]?: string } {
  const members: { [N in Name]?: string } = {};
  for (const [name, value] of Object.entries(given)) {
    const known = names.find(each => each === name);
    if (known === undefined || typeof value !== "string") {
      throw new MockError(
        "InvalidOption",
        `Cannot filter ${filtered} by ${name}: the parameters are ${names.join(" and ")}, each at most once; leave it out.`,
      );
    }
    members[known] = value;
  }
  return members;
}

/** One of the ways to move the clock. */
export type ClockMove =
  | { readonly advance: Duration }
  | { readonly now: Instant }
  | { readonly settle: true };

/** Reads how to move the clock. Throws a {@link MockError} for an invalid move. */
export function readClockMove(content: object, now: number): ClockMove {
  const [[name, value] = [], ...others] = Object.entries(content);
  if (others.length === 0) {
    if (name === "settle" && value === true) return { settle: true };
    if (name === "advance" && isDuration(value)) {
      checkDate(now + milliseconds(value));
      return { advance: value };
    }
    if (name === "now" && (typeof value === "string" || typeof value === "number")) {
      checkDate(epochMs(value));
      return { now: value };
    }
  }
  throw new MockError(
    "InvalidOption",
    `Cannot move the clock by ${JSON.stringify(content).slice(0, 200)}: give one of {"advance": "35 days"}, {"now": "2027-01-01T00:00:00Z"} and {"settle": true}.`,
  );
}

/** No duration takes this many characters. */
const longestText = 200;

/** Checks the type only; the clock checks the value. */
const isDuration = (value: unknown): value is Duration =>
  (typeof value === "string" && value.length <= longestText) ||
  typeof value === "number" ||
  (isObject(value) && Object.values(value).every(amount => typeof amount === "number"));

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
    if (value === null) continue;
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
