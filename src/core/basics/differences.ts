import { isLiteral } from "../../model";
import { matches } from "./match";
import { quoted } from "./quote";

/** A member that is not as expected. */
interface Difference {
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Where a value does not have what is expected, by the rules of {@link matches}. */
function differences(expected: unknown, actual: unknown, path = ""): readonly Difference[] {
  if (matches(expected, actual)) return [];
  if (!isLiteral(expected) || !isLiteral(actual)) return [{ path, expected, actual }];
  return Object.keys(expected).flatMap(name =>
    differences(expected[name], actual[name], path === "" ? name : `${path}.${name}`),
  );
}

/** How closely a value missed what was expected of it. */
export interface NearMiss {
  /** How many members differ. */
  readonly count: number;
  /** `ResourceArn differs: …table/ordres, …table/orders` */
  readonly text: string;
}

/** The difference between what is expected and a value; undefined if the value matches. */
export function nearMiss(expected: unknown, actual: unknown): NearMiss | undefined {
  const found = differences(expected, actual);
  if (found.length === 0) return undefined;
  return { count: found.length, text: found.map(written).join("; ") };
}

/** The one with fewer differences; of equals, the later one. */
export const nearer = (a: NearMiss | undefined, b: NearMiss | undefined): NearMiss | undefined =>
  a === undefined || (b !== undefined && b.count <= a.count) ? b : a;

const written = ({ path, expected, actual }: Difference): string => {
  const [a, b] = shortened(textOf(expected), textOf(actual));
  return `${path || "the value"} differs: ${a}, ${b}`;
};

const textOf = (value: unknown): string =>
  value === undefined ? "absent" : typeof value === "string" ? value : quoted(value);

/** A shorter common beginning is left in place. */
const minCut = 12;

/** Two texts without most of what they have in common at their beginning: long ARNs differ at their end. */
function shortened(a: string, b: string): readonly [string, string] {
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  const cut = a.lastIndexOf(":", common - 1) + 1;
  return cut < minCut ? [a, b] : [`…${a.slice(cut)}`, `…${b.slice(cut)}`];
}
