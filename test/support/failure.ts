import { stripVTControlCharacters } from "node:util";

/** The message that a piece of code throws, without colours. */
export function failure(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  }
  throw new Error("This should have failed.");
}
