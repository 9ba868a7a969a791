import { inColour, type MatcherContext } from "./host";
import { print } from "./print";

/** A call, record or event in the list that a failure prints. */
export interface ListedItem {
  /** Printed before the value; may be empty. */
  readonly title: string;
  readonly value: unknown;
  /** Whether the item matches the expectation; matching items get an arrow. */
  readonly matched: boolean;
}

const mostListed = 20;
const longestValue = 300;

/**
 * A numbered list of at most this many lines. Of a long list, prints the ends, the matched items and the closest one, whose
 * number, from 1, may be given.
 */
export function printList(
  items: readonly ListedItem[],
  closest: number | undefined,
  mostLines: number,
  context: MatcherContext,
): string {
  for (let most = mostListed; ; most--) {
    const lines = printChosen(items, chooseItems(items, closest, most), context);
    if (lines.length <= Math.max(mostLines, 1) || most === 1) return lines.join("\n");
  }
}

/** The chosen items, and how many are left out between them. */
function printChosen(
  items: readonly ListedItem[],
  chosen: ReadonlySet<number>,
  context: MatcherContext,
): readonly string[] {
  const digits = String(items.length).length;
  const lines: string[] = [];
  let skipped = 0;
  const printSkipped = () => {
    if (skipped > 0) lines.push(`  ${" ".repeat(digits)}  … ${skipped} more`);
    skipped = 0;
  };
  items.forEach(({ title, value, matched }, index) => {
    if (!chosen.has(index)) {
      skipped += 1;
      return;
    }
    printSkipped();
    const text = print(value, { longest: longestValue });
    const coloured = inColour(context, "RECEIVED_COLOR", text);
    const number = String(index + 1).padStart(digits);
    lines.push(`${matched ? "→" : " "} ${number}. ${title}${title && " "}${coloured}`);
  });
  printSkipped();
  return lines;
}

function chooseItems(
  items: readonly ListedItem[],
  closest: number | undefined,
  most: number,
): ReadonlySet<number> {
  if (items.length <= most) return new Set(items.keys());
  const chosen = new Set<number>(closest === undefined ? [] : [closest - 1]);
  const half = Math.ceil(most / 2);
  const matched = items.flatMap((item, index) => (item.matched ? [index] : []));
  const newest = Array.from({ length: half }, (_, index) => items.length - 1 - index);
  for (const index of [...matched.slice(0, half), ...newest, ...items.keys()]) {
    if (chosen.size >= most) break;
    chosen.add(index);
  }
  return chosen;
}
