import type { OperationRow, ServiceRow, ShapeRow } from "./table-format";

/** A generated table, split into rows. */
export interface Table {
  readonly service: ServiceRow;
  readonly operations: Rows<OperationRow>;
  readonly shapes: Rows<ShapeRow>;
}

/** Rows by name, parsed on demand: parsing all takes longer than loading the rest of the package, and a test uses few. */
export class Rows<T> {
  readonly #texts = new Map<string, string>();

  constructor(lines: readonly string[]) {
    for (const line of lines) {
      const end = line.indexOf(" ");
      this.#texts.set(line.slice(0, end), line.slice(end + 1));
    }
  }

  /** In the table's order. */
  names(): readonly string[] {
    return [...this.#texts.keys()];
  }

  /** Parses the row again at each call. */
  get(name: string): T | undefined {
    const text = this.#texts.get(name);
    return text === undefined ? undefined : JSON.parse(text);
  }
}

export function readTable(text: string): Table {
  const [service = "", ...lines] = text.split("\n");
  const separator = lines.indexOf("");
  return {
    service: JSON.parse(service),
    operations: new Rows(lines.slice(0, separator)),
    shapes: new Rows(lines.slice(separator + 1)),
  };
}
