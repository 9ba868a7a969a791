/** Where the command writes. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
  /** Whether a person watches the errors, on a terminal. */
  readonly isTerminal?: boolean;
}
