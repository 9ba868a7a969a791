import { MockError, quoted, sentence, suggestion } from "../../../core/basics";

/** A snapshot keeps what has been deleted since, so their number is bounded. */
const mostSnapshots = 1_000;

/** The snapshots that clients of an endpoint have taken, by name. */
export class NamedSnapshots {
  readonly #snapshots = new Map<string, object>();

  get names(): readonly string[] {
    return [...this.#snapshots.keys()];
  }

  /** Keeps a snapshot; one of the same name is replaced. Throws a {@link MockError} if there are too many. */
  keep(name: string, snapshot: object): void {
    if (name === "")
      throw new MockError("InvalidOption", "Cannot take a snapshot: its name is empty; give one.");
    if (this.#snapshots.size >= mostSnapshots && !this.#snapshots.has(name)) {
      throw new MockError(
        "InvalidOption",
        `Cannot take the snapshot ${quoted(name)}: ${mostSnapshots} are kept; take it under a name that is in use.`,
      );
    }
    this.#snapshots.set(name, snapshot);
  }

  /** The snapshot of a name. Throws a {@link MockError} if there is none. */
  named(name: string): object {
    const snapshot = this.#snapshots.get(name);
    if (snapshot) return snapshot;
    const { names } = this;
    const known = names.length === 0 ? "take one first, with /_mock/snapshot" : suggestion(name, names);
    throw new MockError(
      "InvalidSnapshot",
      sentence(`Unknown snapshot ${quoted(name)}: none has this name; ${known}`),
    );
  }
}
