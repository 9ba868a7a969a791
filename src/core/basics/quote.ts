const longest = 200;

/** A value as a message shows it, cut off where it is long. Numbers that JSON does not have are shown as well. */
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
