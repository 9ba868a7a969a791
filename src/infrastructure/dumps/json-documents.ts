import { firstFault } from "./json-fault";

/** A broken text, and where: `line 3, column 7`. */
export class BrokenJson extends Error {}

/** The documents in a text: one, or several that a loop has appended to each other. */
export function documentsIn(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    // Between the documents there is no comma, as there would be between the items of a list.
    const pieces = text.split(/(?<=[}\]]\s*\n)(?=\s*[{[])/);
    let offset = 0;
    return pieces.map(piece => {
      const document = parsed(piece, text, offset);
      offset += piece.length;
      return document;
    });
  }
}

function parsed(piece: string, text: string, offset: number): unknown {
  try {
    return JSON.parse(piece);
  } catch {
    const before = text.slice(0, offset + firstFault(piece)).split("\n");
    throw new BrokenJson(`line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`);
  }
}
