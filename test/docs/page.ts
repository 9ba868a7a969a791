import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The text of a page in docs/. */
export const pageOf = (name: string): string => readFileSync(join(__dirname, "../../docs", name), "utf8");

/** What the rows of a page's tables name first, between backticks. */
export const rowNamesOf = (text: string): readonly string[] =>
  [...text.matchAll(/^\| `(\w+)`/gm)].map(([, name = ""]) => name);
