/** The key of the id that comes back with restores, which prevents duplicates only. */
export const requestId = "aws:backup:request-id";

export type Metadata = Readonly<Record<string, string>>;

/** The metadata of a restore. Keys are compared without case, except by `exactly`. */
export class RestoreMetadata {
  readonly #values: Metadata;
  readonly #byLowerCase: ReadonlyMap<string, string>;

  constructor(values: Metadata) {
    this.#values = values;
    this.#byLowerCase = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]));
  }

  get(key: string): string | undefined {
    return this.#byLowerCase.get(key.toLowerCase());
  }

  /** The value of a key in exactly this spelling. `newFilesystem` does not create a new file system. */
  exactly(key: string): string | undefined {
    return this.#values[key];
  }

  isTrue(key: string): boolean {
    return this.get(key)?.toLowerCase() === "true";
  }

  /** The parsed value of a key whose text is JSON. Undefined if the key is missing or the text is not JSON. */
  json(key: string): unknown {
    const text = this.get(key);
    try {
      return text === undefined ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  has(key: string): boolean {
    return this.#byLowerCase.has(key.toLowerCase());
  }
}
