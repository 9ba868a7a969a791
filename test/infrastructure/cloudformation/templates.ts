import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The text of a template in the folder beside. Each is written in the manner of another author or tool. */
export const templateNamed = (name: string): string =>
  readFileSync(join(__dirname, "templates", name), "utf8");
