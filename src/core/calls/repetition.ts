/** As many calls as programs wait by in turn; older ones are forgotten. */
const maxRemembered = 1_000;

/**
 * Counts calls that repeat an earlier one while nothing has changed: this is how a program waits. A change is anything
 * but the passage of time that waiting itself causes.
 */
export class Repetition {
  readonly #counts = new Map<string, number>();
  #revision: number | undefined;

  /** How often this call was made since the last change; remembers it. */
  count(call: string, revision: number): number {
    if (revision !== this.#revision) this.#counts.clear();
    this.#revision = revision;
    const before = this.#counts.get(call) ?? 0;
    this.#remember(call, before + 1);
    return before;
  }

  /** Time has moved for this call: it is remembered as if made once. */
  restart(call: string): void {
    this.#remember(call, 1);
  }

  #remember(call: string, count: number): void {
    this.#counts.delete(call);
    this.#counts.set(call, count);
    if (this.#counts.size <= maxRemembered) return;
    const [oldest] = this.#counts.keys();
    if (oldest !== undefined) this.#counts.delete(oldest);
  }
}
