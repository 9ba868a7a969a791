/** Part of an anonymized text: literal text, or a generated text that is only described by a pattern. */
export type Segment = string | Generated;

/** A text that the service has generated and that no earlier step has saved. */
export interface Generated {
  readonly original: string;
  /** A regular expression for texts of the same form. */
  readonly pattern: string;
}

/** A reference to a saved value. It is kept inside patterns. */
const reference = /(\$\{[A-Za-z]\w*\})/;

const escaped = (text: string): string =>
  text
    .split(reference)
    .map(part => (reference.test(part) ? part : part.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")))
    .join("");

/** A regular expression for the whole text. */
export const patternOfSegments = (segments: readonly Segment[]): string =>
  `^${segments.map(each => (typeof each === "string" ? escaped(each) : each.pattern)).join("")}$`;

/** A regular expression for the whole text whose group is the generated part. */
export function partOfSegments(segments: readonly Segment[], generated: Generated): string {
  const parts = segments.map(each => {
    if (each === generated) return `(${each.pattern})`;
    if (typeof each !== "string") return each.pattern;
    return escaped(each).replaceAll(new RegExp(reference, "g"), ".+?");
  });
  return `^${parts.join("")}$`;
}
