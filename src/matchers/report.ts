import { type Holds, holdsBy, type MatcherContext, type MatcherResult } from "./host";
import { counterpart, differences, nearness } from "./nearness";
import { print } from "./print";

/** One of the things that were looked at: a call, a vault, an event. */
export interface Exhibit {
  /** How it is listed: with a name or a value, or both. */
  readonly title: string;
  readonly shown: unknown;
  /** Whether it is what was asked for, or part of it. */
  readonly hit: boolean;
}

/** What is held against what is there: the claim, and the evidence. */
export interface Finding {
  readonly pass: boolean;
  /** `to have received`, `to have`; a value to be printed may follow it. */
  readonly claim: readonly Said[];
  /** The opposite, where a `not` before the claim would be hard to read. */
  readonly opposite?: readonly Said[];
  /** What there is, in general: `It received 3 calls`. */
  readonly found: string;
  readonly exhibits: () => readonly Exhibit[];
  /** What comes nearest to what was asked for; its place among the exhibits. */
  readonly nearest?: () => Near | undefined;
}

/** Text, or a value that the host prints. */
export type Said = string | { readonly value: unknown };

export interface Near {
  /** From 1. */
  readonly number: number;
  readonly actual: unknown;
  readonly expected: unknown;
}

const mostListed = 20;

/** Makes of a finding what the host expects of a matcher. */
export function resultOf(name: string, context: MatcherContext, finding: Finding): MatcherResult {
  const { pass } = finding;
  return { pass, message: () => messageOf(name, context, finding) };
}

function messageOf(name: string, context: MatcherContext, finding: Finding): string {
  const isNot = context.isNot === true;
  const exhibits = finding.exhibits();
  const near = isNot ? undefined : finding.nearest?.();
  const claim = isNot ? (finding.opposite ?? ["not ", ...finding.claim]) : finding.claim;
  return [
    `Expected ${name} ${claim.map(said => spoken(said, context)).join("")}.`,
    exhibits.length > 0 ? `${finding.found}:\n\n${list(exhibits, near, context)}` : `${finding.found}.`,
    near && `Number ${near.number} comes nearest:\n\n${diff(near, context)}`,
  ]
    .filter(part => part !== undefined)
    .join("\n\n");
}

function spoken(said: Said, { utils }: MatcherContext): string {
  if (typeof said === "string") return said;
  const text = print(said.value);
  return utils?.EXPECTED_COLOR?.(text) ?? text;
}

/** Numbered; of a great many only the beginning and the end, what was hit and what comes nearest. */
function list(exhibits: readonly Exhibit[], near: Near | undefined, { utils }: MatcherContext): string {
  const digits = String(exhibits.length).length;
  const lines: string[] = [];
  let left = 0;
  const tellLeft = () => {
    if (left > 0) lines.push(`  ${" ".repeat(digits)}  … ${left} more`);
    left = 0;
  };
  const chosen = choose(exhibits, near);
  exhibits.forEach(({ title, shown, hit }, index) => {
    if (!chosen.has(index)) {
      left += 1;
      return;
    }
    tellLeft();
    const text = print(shown);
    const value = utils?.RECEIVED_COLOR?.(text) ?? text;
    lines.push(`${hit ? "→" : " "} ${String(index + 1).padStart(digits)}. ${title}${title && " "}${value}`);
  });
  tellLeft();
  return lines.join("\n");
}

function choose(exhibits: readonly Exhibit[], near: Near | undefined): ReadonlySet<number> {
  if (exhibits.length <= mostListed) return new Set(exhibits.keys());
  const chosen = new Set<number>(near ? [near.number - 1] : []);
  const half = mostListed / 2;
  const hits = exhibits.flatMap(({ hit }, index) => (hit ? [index] : []));
  const last = exhibits.length - 1;
  const wanted = [...hits.slice(0, half), ...Array.from({ length: half }, (_, index) => last - index)];
  for (const index of [...wanted, ...exhibits.keys()]) {
    if (chosen.size >= mostListed) break;
    chosen.add(index);
  }
  return chosen;
}

function diff({ actual, expected }: Near, context: MatcherContext): string {
  const holds = holdsBy(context);
  const byHost = context.utils?.diff?.(expected, counterpart(actual, expected, holds));
  return byHost ?? ownDiff(actual, expected, holds);
}

const ownDiff = (actual: unknown, expected: unknown, holds: Holds): string =>
  ["- Expected", "+ Received", ""]
    .concat(
      differences(actual, expected, holds).flatMap(({ path, expected, actual }) => {
        const name = path && `${path}: `;
        return [`- ${name}${print(expected)}`, `+ ${name}${print(actual)}`];
      }),
    )
    .join("\n");

/** The best of some candidates, the newest of several that are equally good. */
export function nearestOf<T>(
  candidates: readonly T[],
  expected: unknown,
  actualOf: (candidate: T) => unknown,
  holds: Holds,
): T | undefined {
  let best: { readonly candidate: T; readonly score: number } | undefined;
  for (const candidate of candidates) {
    const score = nearness(actualOf(candidate), expected, holds);
    if (!best || score >= best.score) best = { candidate, score };
  }
  return best?.candidate;
}
