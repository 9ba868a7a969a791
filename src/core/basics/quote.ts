const longest = 200;

/** A value for a message, cut if long. Includes numbers that JSON lacks, such as NaN. */
export function quoted(value: unknown): string {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  try {
    return JSON.stringify(value)?.slice(0, longest) ?? typeof value;
  } catch {
    return typeof value;
  }
}

/** A text as a sentence: with a full stop, unless it ends in a question mark. */
export const sentence = (text: string): string => (text.endsWith("?") ? text : `${text}.`);
