import { readFileSync } from "node:fs";

/** A file of `src`. */
export const source = (path: string): string =>
  readFileSync(new URL(`../src/${path}`, import.meta.url), "utf8");

/** The doc comments of the members in a part of a file, by the members' names. */
export function commentsIn(text: string): ReadonlyMap<string, string> {
  const comments = new Map<string, string>();
  for (const [, comment = "", name = ""] of text.matchAll(
    /\/\*\*\s+(?:\* )?((?:(?!\*\/)[\s\S])+?)\s*\*\/\s+(?:readonly )?(\w+)\??[:,]/g,
  )) {
    comments.set(name, comment.replaceAll(/\s+\*?\s*/g, " "));
  }
  return comments;
}

/** The part of a file from a text to the end of that declaration. */
export function partOf(text: string, from: string): string {
  const start = text.indexOf(from);
  if (start < 0) throw new Error(`Cannot find "${from}".`);
  return text.slice(start, text.indexOf("\n}", start));
}
