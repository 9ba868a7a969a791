import { check } from "recheck";

/** recheck would otherwise look for its native builds. */
process.env["RECHECK_BACKEND"] = "pure";

/** Why a regular expression may take more than linear time on some text, or undefined if it is proved not to. */
export async function superLinear(source: string, flags: string): Promise<string | undefined> {
  const anchored = flags.includes("y") ? `^(?:${source})` : source;
  for (const part of checkable(anchored)) {
    const result = await check(part, flags.replace(/[gy]/g, ""), {
      // The automaton checker proves its answer. The default may fall back to trying texts, and does not find them all.
      checker: "automaton",
      timeout: 60_000,
    });
    if (result.status === "safe") continue;
    if (result.status === "vulnerable") return result.complexity.summary;
    const { error } = result;
    return `not proved linear: ${error.kind}${"message" in error ? `, ${error.message}` : ""}`;
  }
  return undefined;
}

/**
 * Regular expressions that recheck can judge and that take at least as long as the original: if all of them are linear,
 * so is the original.
 */
function checkable(source: string): string[] {
  const [, ahead, rest] = leadingLookahead.exec(source) ?? [];
  if (ahead !== undefined && rest !== undefined) return [...checkable(`^${ahead}`), ...checkable(`^${rest}`)];
  return [withMismatch(withoutCounts(source.replaceAll(literalLookbehind, "")))];
}

/** A look-behind for a fixed text before the end takes constant time, and makes only fail what `$` can make fail too. */
const literalLookbehind = /\(\?<![a-z0-9-]+\)(?=(?:\(\?<![a-z0-9-]+\))*\$$)/g;

/** A lookahead at the beginning, without groups, is tried once: it can be judged on its own. */
const leadingLookahead = /^\^\(\?[=!]((?:[^()[\]\\]|\\.|\[(?:[^\]\\]|\\.)*\])*)\)(.*)$/s;

/**
 * Replaces high counts, such as `{1,2000}`, by `+` or `*`. recheck takes a pattern without loops for safe, however long
 * it may run within its counts, and needs minutes where it has to unroll them.
 */
function withoutCounts(source: string): string {
  return source.replace(token, (text, least?: string, comma?: string, most?: string) => {
    if (least === undefined) return text;
    const highest = comma === undefined ? Number(least) : Number(most || Number.POSITIVE_INFINITY);
    if (highest <= maxUnrolled) return text;
    return Number(least) > 0 ? "+" : "*";
  });
}

const maxUnrolled = 8;

/** A count in braces; or a property, escape or class, whose braces are not counts. */
const token = /\\[pPu]\{[^}]*\}|\\.|\[(?:[^\]\\]|\\.)*\]|\{(\d+)(,(\d*))?\}/gs;

/**
 * Demands one more character before the end, so that there are texts that match up to it and then fail. With high counts
 * replaced, a pattern could match every text and never backtrack, while the original fails on long ones.
 */
function withMismatch(source: string): string {
  return source.endsWith("$") && !source.endsWith("\\$") ? `(?:${source.slice(0, -1)})\\uE000$` : source;
}
