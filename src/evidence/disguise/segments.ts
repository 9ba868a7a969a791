/** A part of a disguised text: what is written as it is, or what only its form may be told of. */
export type Segment = string | Stranger;

/** A text of the service's making that no earlier step has shown. */
export interface Stranger {
  readonly original: string;
  /** A regular expression that fits it and what a mock makes in its place. */
  readonly pattern: string;
}

/** A reference to a saved value stays one inside a pattern. */
const reference = /(\$\{[A-Za-z]\w*\})/;

const escaped = (text: string): string =>
  text
    .split(reference)
    .map(part => (reference.test(part) ? part : part.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")))
    .join("");

/** The regular expression that a whole text has to match. */
export const patternOfSegments = (segments: readonly Segment[]): string =>
  `^${segments.map(each => (typeof each === "string" ? escaped(each) : each.pattern)).join("")}$`;

/** The regular expression whose one group is what a stranger stands for. */
export function partOfSegments(segments: readonly Segment[], stranger: Stranger): string {
  const parts = segments.map(each => {
    if (each === stranger) return `(${each.pattern})`;
    if (typeof each !== "string") return each.pattern;
    return escaped(each).replaceAll(new RegExp(reference, "g"), ".+?");
  });
  return `^${parts.join("")}$`;
}
