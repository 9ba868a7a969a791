import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { deepFreeze } from "../core/store";

const mebibyte = 1024 ** 2;

/** How a JSON file is read. The defaults suit files of any size. */
export interface ReadOptions {
  /** Longer files are read in pieces, because no string can hold some of them. In bytes. */
  readonly wholeUpTo?: number;
  /** How many bytes to read at once. */
  readonly pieceLength?: number;
}

/** The value in a JSON file. The items of the lists of a long file come frozen, which saves copying them. */
export async function readJsonFile(path: string, options: ReadOptions = {}): Promise<unknown> {
  const { wholeUpTo = 128 * mebibyte, pieceLength = 8 * mebibyte } = options;
  const file = openSync(path, "r");
  try {
    if (fstatSync(file).size > wholeUpTo) return new JsonScanner(file, pieceLength).document();
  } finally {
    closeSync(file);
  }
  return JSON.parse(await readFile(path, "utf8"));
}

const byte = (character: string): number => character.charCodeAt(0);
const quote = byte('"');
const backslash = byte("\\");
const comma = byte(",");
const colon = byte(":");
const openBrace = byte("{");
const closeBrace = byte("}");
const openBracket = byte("[");
const closeBracket = byte("]");
const isSpace = (code: number | undefined): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/**
 * Finds its way through the objects of a document, and hands each item of a list, and each plain value, to `JSON.parse`.
 * All that it looks at is ASCII, so it can look at bytes.
 */
class JsonScanner {
  readonly #file: number;
  readonly #pieceLength: number;
  #bytes: Buffer = Buffer.alloc(0);
  #position = 0;

  constructor(file: number, pieceLength: number) {
    this.#file = file;
    this.#pieceLength = pieceLength;
  }

  document(): unknown {
    const value = this.#value();
    if (this.#next() !== undefined) throw this.#invalid();
    return value;
  }

  #value(): unknown {
    switch (this.#next()) {
      case openBrace:
        return this.#object();
      case openBracket:
        return this.#list();
      default:
        return this.#whole();
    }
  }

  #object(): object {
    const members: [string, unknown][] = [];
    this.#position++;
    if (this.#next() === closeBrace) this.#position++;
    else {
      do {
        if (this.#next() !== quote) throw this.#invalid();
        const name = String(this.#whole());
        if (this.#next() !== colon) throw this.#invalid();
        this.#position++;
        members.push([name, this.#value()]);
      } while (this.#goesOn(closeBrace));
    }
    return Object.fromEntries(members);
  }

  #list(): readonly unknown[] {
    const items: unknown[] = [];
    this.#position++;
    if (this.#next() === closeBracket) this.#position++;
    else
      do items.push(deepFreeze(this.#whole()));
      while (this.#goesOn(closeBracket));
    return items;
  }

  /** Takes the comma before another member or item, or the end of the object or list. */
  #goesOn(end: number): boolean {
    const code = this.#next();
    if (code !== comma && code !== end) throw this.#invalid();
    this.#position++;
    return code === comma;
  }

  /** The value that begins here, read as a whole. */
  #whole(): unknown {
    this.#next();
    const length = this.#lengthOfValue();
    const end = this.#position + length;
    const text = this.#bytes.toString("utf8", this.#position, end);
    this.#position = end;
    return JSON.parse(text);
  }

  /** How many bytes the value that begins here takes. What is wrong with it, `JSON.parse` says. */
  #lengthOfValue(): number {
    let depth = 0;
    let length = 0;
    for (let code = this.#at(length); code !== undefined; code = this.#at(length)) {
      if (code === quote) length = this.#endOfText(length);
      else if (code === openBrace || code === openBracket) {
        depth++;
        length++;
        continue;
      } else if (code === closeBrace || code === closeBracket) {
        if (depth === 0) return length;
        depth--;
        length++;
      } else if (depth === 0 && (code === comma || code === colon || isSpace(code))) return length;
      else {
        length++;
        continue;
      }
      if (depth === 0) return length;
    }
    return length;
  }

  /** Where the text that begins there ends, both counted from here. */
  #endOfText(start: number): number {
    let end = start + 1;
    for (let code = this.#at(end); code !== undefined; code = this.#at(end)) {
      if (code === quote) return end + 1;
      end += code === backslash ? 2 : 1;
    }
    return end;
  }

  /** The first byte from here on that is no white space. */
  #next(): number | undefined {
    let code = this.#at(0);
    while (isSpace(code)) {
      this.#position++;
      code = this.#at(0);
    }
    return code;
  }

  /** A byte, counted from here; undefined after the end of the file. */
  #at(offset: number): number | undefined {
    while (this.#position + offset >= this.#bytes.length) if (!this.#readOn()) return undefined;
    return this.#bytes[this.#position + offset];
  }

  /** Reads another piece, and lets go of what lies behind. */
  #readOn(): boolean {
    const piece = Buffer.alloc(this.#pieceLength);
    const length = readSync(this.#file, piece);
    if (length === 0) return false;
    const rest = this.#bytes.subarray(this.#position);
    this.#bytes = Buffer.concat([rest, piece.subarray(0, length)]);
    this.#position = 0;
    return true;
  }

  #invalid(): Error {
    return new SyntaxError("The file is not valid JSON.");
  }
}
