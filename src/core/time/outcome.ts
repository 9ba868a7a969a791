/** How the work on a record ends and how long it takes, instead of the defaults. A test sets it. */
export interface Outcome<State extends string = string> {
  /** The message of the failure, and the state that the record ends in. */
  readonly fails?: { readonly message: string; readonly state: State } | undefined;
  /** In milliseconds. */
  readonly takes?: number | undefined;
  /** In bytes. */
  readonly transfers?: number | undefined;
}
