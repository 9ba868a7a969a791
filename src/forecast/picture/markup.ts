const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text in XML. Characters that XML cannot hold are left out. */
export const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/g, character => entities[character] ?? "")
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

/** A number to the tenth, without a trailing zero: nothing finer can be seen. */
export const number = (value: number): string => String(Math.round(value * 10) / 10);
