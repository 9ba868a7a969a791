/** What the caller of the command has to mend. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
