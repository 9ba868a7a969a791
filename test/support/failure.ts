import { stripVTControlCharacters } from "node:util";

/** The message of the error that a function throws, without colour codes. */
export function failure(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  }
  throw new Error("The function did not throw.");
}
