import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { jsonText } from "../../src/adapters/http/json-text";
import { readJsonFile } from "../../src/cli/json-file";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "aws-backup-mock-json-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads a text as a file that is too long to be read as a whole. */
function read(text: string, pieceLength = 7): Promise<unknown> {
  const path = join(folder, "document.json");
  writeFileSync(path, text);
  return readJsonFile(path, { wholeUpTo: 0, pieceLength });
}

const documents = fc.jsonValue({ maxDepth: 5 });

test("a long file is read as JSON.parse would read it, however it is laid out", async () => {
  await fc.assert(
    fc.asyncProperty(
      documents,
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 1, max: 9 }),
      async (value, indent, length) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(await read(text, length)).toEqual(JSON.parse(text));
      },
    ),
  );
});

test("texts keep quotes, backslashes and characters of several bytes", async () => {
  const value = { 'a"\\': ["\\", '"', '\\"', "ü€😀", "]}", ""], "": { x: "😀" } };
  expect(await read(JSON.stringify(value), 1)).toEqual(value);
});

test("members that every object has are data", async () => {
  const document: object = Object(await read('{"__proto__":{"polluted":[1]},"constructor":[]}'));
  expect(Object.keys(document)).toEqual(["__proto__", "constructor"]);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test.each([
  "",
  "{",
  "[",
  "[1",
  "[1,",
  "[,]",
  '{"a"',
  '{"a":',
  '{"a":1',
  '{"a":1,}',
  "{1:2}",
  '{"a" 1}',
  "[1 2]",
  '["a',
  "{}{}",
  "nul",
  "[[}]",
])("%s is not valid", async text => {
  await expect(read(text)).rejects.toThrow(SyntaxError);
});

test("the items of lists come frozen", async () => {
  const document = await read('{"rows":[[1,{"a":{"b":[]}}]]}');
  const [row] = (document as { rows: [number, { a: { b: unknown[] } }][] }).rows;
  expect(Object.isFrozen(row)).toBe(true);
  expect(Object.isFrozen(row?.[1].a.b)).toBe(true);
});

test("the pieces of a text together are what JSON.stringify writes", () => {
  const odd = {
    date: new Date(0),
    list: [undefined, () => {}, Number.NaN, new Date(1)],
    nothing: undefined,
    run: () => {},
    own: { toJSON: () => ({ rows: [1] }) },
    empty: [{}, []],
    nested: { empty: {}, list: [] },
  };
  expect([...jsonText(odd)].join("")).toBe(JSON.stringify(odd));
  fc.assert(
    fc.property(documents, value => expect([...jsonText(value)].join("")).toBe(JSON.stringify(value))),
  );
});

test("a long text comes in pieces", () => {
  const pieces = [...jsonText({ list: Array.from({ length: 100_000 }, (_, index) => index) })];
  expect(pieces.length).toBeGreaterThan(5);
  expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThan(100_000);
});
