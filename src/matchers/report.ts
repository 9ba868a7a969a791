import { type MatcherContext, type MatcherResult, type PartialEquality, partialEqualityOf } from "./host";
import { print } from "./print";
import { alignForDiff, differences } from "./similarity";

/** A call, record or event in the list that a failure prints. */
export interface ListedItem {
  /** Printed before the value; may be empty. */
  readonly title: string;
  readonly value: unknown;
  /** Whether the item matches the expectation; matching items get an arrow. */
  readonly matched: boolean;
}

/** The result of a check, and what a failure message needs. */
export interface Report {
  readonly pass: boolean;
  /** What was expected, as an infinitive: `to have received …`. */
  readonly expectation: readonly MessagePart[];
  /** The expectation after `.not`, where "not " before it would be hard to read. */
  readonly negatedExpectation?: readonly MessagePart[];
  /** The heading of the list: `The mock received 3 calls`. */
  readonly summary: string;
  readonly items: () => readonly ListedItem[];
  /** The item closest to the expectation, to print a diff. */
  readonly closest?: () => ClosestItem | undefined;
}

/** Text, or a value to print. */
export type MessagePart = string | { readonly value: unknown };

export interface ClosestItem {
  /** Its position in the list, from 1. */
  readonly number: number;
  readonly actual: unknown;
  readonly expected: unknown;
}

const maxListed = 20;

/** Turns a report into the result of a matcher. */
export function resultOf(subject: string, context: MatcherContext, report: Report): MatcherResult {
  return { pass: report.pass, message: () => messageOf(subject, context, report) };
}

function messageOf(subject: string, context: MatcherContext, report: Report): string {
  const isNot = context.isNot === true;
  const items = report.items();
  const closest = isNot ? undefined : report.closest?.();
  const expectation = isNot
    ? (report.negatedExpectation ?? ["not ", ...report.expectation])
    : report.expectation;
  return [
    `Expected ${subject} ${expectation.map(part => printPart(part, context)).join("")}.`,
    items.length > 0 ? `${report.summary}:\n\n${printList(items, closest, context)}` : `${report.summary}.`,
    closest && `Number ${closest.number} is the closest:\n\n${printDiff(closest, context)}`,
  ]
    .filter(part => part !== undefined)
    .join("\n\n");
}

function printPart(part: MessagePart, { utils }: MatcherContext): string {
  if (typeof part === "string") return part;
  const text = print(part.value);
  return utils?.EXPECTED_COLOR?.(text) ?? text;
}

/** A numbered list. Of a long list, prints the ends, the matched items and the closest one. */
function printList(
  items: readonly ListedItem[],
  closest: ClosestItem | undefined,
  { utils }: MatcherContext,
): string {
  const digits = String(items.length).length;
  const lines: string[] = [];
  let skipped = 0;
  const printSkipped = () => {
    if (skipped > 0) lines.push(`  ${" ".repeat(digits)}  … ${skipped} more`);
    skipped = 0;
  };
  const chosen = chooseItems(items, closest);
  items.forEach(({ title, value, matched }, index) => {
    if (!chosen.has(index)) {
      skipped += 1;
      return;
    }
    printSkipped();
    const text = print(value);
    const coloured = utils?.RECEIVED_COLOR?.(text) ?? text;
    const number = String(index + 1).padStart(digits);
    lines.push(`${matched ? "→" : " "} ${number}. ${title}${title && " "}${coloured}`);
  });
  printSkipped();
  return lines.join("\n");
}

function chooseItems(items: readonly ListedItem[], closest: ClosestItem | undefined): ReadonlySet<number> {
  if (items.length <= maxListed) return new Set(items.keys());
  const chosen = new Set<number>(closest ? [closest.number - 1] : []);
  const half = maxListed / 2;
  const matched = items.flatMap((item, index) => (item.matched ? [index] : []));
  const newest = Array.from({ length: half }, (_, index) => items.length - 1 - index);
  for (const index of [...matched.slice(0, half), ...newest, ...items.keys()]) {
    if (chosen.size >= maxListed) break;
    chosen.add(index);
  }
  return chosen;
}

function printDiff({ actual, expected }: ClosestItem, context: MatcherContext): string {
  const equal = partialEqualityOf(context);
  const byHost = context.utils?.diff?.(expected, alignForDiff(actual, expected, equal));
  return byHost ?? plainDiff(actual, expected, equal);
}

/** A diff for hosts without one, such as `node:test`. */
const plainDiff = (actual: unknown, expected: unknown, equal: PartialEquality): string =>
  ["- Expected", "+ Received", ""]
    .concat(
      differences(actual, expected, equal).flatMap(({ path, expected, actual }) => {
        const name = path && `${path}: `;
        return [`- ${name}${print(expected)}`, `+ ${name}${print(actual)}`];
      }),
    )
    .join("\n");
