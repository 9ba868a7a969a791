import type { Shape } from "./shapes";
import { isRecord } from "./values";

/**
 * A value as AWS's messages print it, without sensitive members: `a`, `[a, b]`, `{key=value}`, `[Tag(key=a, value=b)]`.
 * Cut after `limit` characters, so that an answer stays small however large the request was.
 */
export function valueText(value: unknown, shape: Shape, limit = longestText): string {
  const text = new BoundedText(limit);
  print(value, shape, text);
  return text.toString();
}

/** The length of the longest policy that EFS accepts. */
const longestText = 20_000;

class BoundedText {
  readonly #limit: number;
  #text = "";

  constructor(limit: number) {
    this.#limit = limit;
  }

  get full(): boolean {
    return this.#text.length > this.#limit;
  }

  add(part: string): void {
    if (!this.full) this.#text += part;
  }

  toString(): string {
    return this.full ? `${this.#text.slice(0, this.#limit)}...` : this.#text;
  }
}

function print(value: unknown, shape: Shape, to: BoundedText): void {
  if (shape.type === "list" && Array.isArray(value)) {
    printAll("[", value, "]", to, (item: unknown) => print(item, shape.item, to));
  } else if (shape.type === "map" && isRecord(value)) {
    printAll("{", Object.entries(value), "}", to, ([key, entry]) => {
      to.add(`${key}=`);
      print(entry, shape.value, to);
    });
  } else if (shape.type === "structure" && isRecord(value)) {
    const shown = shape.members.filter(({ name, target }) => value[name] !== undefined && !target.sensitive);
    printAll(`${shape.name}(`, shown, ")", to, ({ name, target }) => {
      to.add(`${name}=`);
      print(value[name], target, to);
    });
  } else to.add(String(value));
}

function printAll<T>(
  open: string,
  parts: readonly T[],
  close: string,
  to: BoundedText,
  printPart: (part: T) => void,
): void {
  to.add(open);
  let separator = "";
  for (const part of parts) {
    if (to.full) return;
    to.add(separator);
    printPart(part);
    separator = ", ";
  }
  to.add(close);
}
