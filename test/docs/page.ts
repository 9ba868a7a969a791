import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A page of the documentation, as it is read. */
export const pageOf = (name: string): string => readFileSync(join(__dirname, "../../docs", name), "utf8");
