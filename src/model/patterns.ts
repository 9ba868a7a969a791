import { isFsxArn } from "./fsx-arn-pattern";

/** Decides whether a text matches a pattern of the model. */
export interface TextMatcher {
  test(text: string): boolean;
}

/**
 * Compiles a pattern of the models, which are not quite JavaScript's: some need the `u` flag, some are invalid with it,
 * and one has an inline `(?i)`. The matcher takes time linear in the text: `npm run check:patterns` proves it.
 */
export function compilePattern(pattern: string): TextMatcher {
  const linear = linearEquivalents.get(pattern) ?? pattern;
  return typeof linear === "string" ? compile(linear) : { test: linear };
}

function compile(pattern: string): RegExp {
  const source = pattern.replace("(?i)", "");
  const flags = source === pattern ? "" : "i";
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return new RegExp(source, flags);
  }
}

/**
 * Replacements for patterns that take more than linear time, or that cannot be proved not to. Each accepts exactly the
 * same texts, which `test/model/patterns.test.ts` shows.
 */
export const linearEquivalents: ReadonlyMap<string, string | ((text: string) => boolean)> = new Map<
  string,
  string | ((text: string) => boolean)
>([
  // A file system's version. The dot matches digits too, so a text of digits can be split in exponentially many ways.
  ["^[0-9](.[0-9]*)*$", "^[0-9].*$"],
  // A path on EFS. It is linear too, but a repeated lookahead prevents the proof.
  [
    "^(\\/|(\\/(?!\\.)+[^$#<>;`|&?{}^*/\\n]+){1,4})$",
    "^(\\/|(\\/[^.$#<>;`|&?{}^*/\\n][^$#<>;`|&?{}^*/\\n]*){1,4})$",
  ],
  // The ARN of an FSx resource. Four parts that may each contain colons can be chosen in too many ways.
  [
    "^arn:(?=[^:]+:fsx:[^:]+:\\d{12}:)((|(?=[a-z0-9-.]{1,63})(?!\\d{1,3}(\\.\\d{1,3}){3})(?![^:]*-{2})(?![^:]*-\\.)(?![^:]*\\.-)[a-z0-9].*(?<!-)):){4}(?!/).{0,1024}$",
    isFsxArn,
  ],
]);
