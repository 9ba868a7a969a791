import { sentence } from "../core/basics";
import { describeWith, inColour, type MatcherContext, type MatcherResult, partialEqualityOf } from "./host";
import { type ListedItem, printList } from "./listing";
import { print } from "./print";
import { alignForDiff, type Difference, differences } from "./similarity";

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
  /** What may explain the failure, line by line: jobs that failed, calls that were refused. */
  readonly happened?: () => readonly string[];
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

/** No failure is longer: more lines than a terminal shows are not read. */
const mostLines = 40;
const mostDiffLines = 16;
/** The lines of a failure besides the list and the other parts: the expectation, headings, and empty lines. */
const fixedLines = 9;

/** Turns a report into the result of a matcher. */
export function resultOf(subject: string, context: MatcherContext, report: Report): MatcherResult {
  return { pass: report.pass, message: () => messageOf(subject, context, report) };
}

function messageOf(subject: string, context: MatcherContext, report: Report): string {
  const isNot = context.isNot === true;
  const items = report.items();
  const closest = isNot ? undefined : report.closest?.();
  const happened = isNot ? [] : (report.happened?.() ?? []);
  const expectation = isNot
    ? (report.negatedExpectation ?? ["not ", ...report.expectation])
    : report.expectation;
  const diff = closest && firstLines(printDiff(closest, context), mostDiffLines);
  const room = mostLines - fixedLines - happened.length - (diff?.split("\n").length ?? 0);
  return [
    `Expected ${subject} ${expectation.map(part => printPart(part, context)).join("")}.`,
    items.length > 0
      ? `${report.summary}:\n\n${printList(items, closest?.number, room, context)}`
      : sentence(report.summary),
    happened.length > 0 ? happened.join("\n") : undefined,
    closest && `Number ${closest.number} is the closest:\n\n${diff}`,
  ]
    .filter(part => part !== undefined)
    .join("\n\n");
}

function firstLines(text: string, most: number): string {
  const lines = text.split("\n");
  if (lines.length <= most) return text;
  return [...lines.slice(0, most - 1), `  … ${lines.length - most + 1} more lines`].join("\n");
}

function printPart(part: MessagePart, context: MatcherContext): string {
  if (typeof part === "string") return part;
  const text = print(part.value, { describe: describeWith(context) });
  return inColour(context, "EXPECTED_COLOR", text);
}

function printDiff({ actual, expected }: ClosestItem, context: MatcherContext): string {
  const equal = partialEqualityOf(context);
  const byHost = context.utils?.diff?.(expected, alignForDiff(actual, expected, equal));
  return byHost ?? plainDiff(differences(actual, expected, equal), context);
}

/** A diff for hosts without one, such as `node:test`. */
const plainDiff = (found: readonly Difference[], context: MatcherContext): string =>
  ["- Expected", "+ Received", ""]
    .concat(
      found.flatMap(({ path, expected, actual }) => {
        const name = path && `${path}: `;
        return [
          `- ${name}${print(expected, { describe: describeWith(context) })}`,
          `+ ${name}${print(actual)}`,
        ];
      }),
    )
    .join("\n");
