export type Metadata = Readonly<Record<string, string>>;

/** The metadata of a restore as the services read it: the case of a key does not matter, that of `exactly` does. */
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

  /** The value of a key in exactly this spelling: `newFilesystem` does not make a new file system. */
  exactly(key: string): string | undefined {
    return this.#values[key];
  }

  isTrue(key: string): boolean {
    return this.get(key)?.toLowerCase() === "true";
  }

  /** A value that is JSON inside the text; `undefined` when there is none, or none that can be read. */
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
