import fc from "fast-check";
import { Rows } from "../../../src/core/store";

type Model = Map<number, string>;

/** A vector, and what has to be in it. */
interface Pair {
  readonly rows: Rows<string>;
  readonly model: Model;
}

const inOrder = (model: Model): [number, string][] => [...model].sort(([a], [b]) => a - b);

function check({ rows, model }: Pair, from: number): void {
  const entries = inOrder(model);
  expect(rows.size).toBe(model.size);
  expect([...rows.entries()]).toEqual(entries);
  expect([...rows.entriesReversed()]).toEqual([...entries].reverse());
  expect([...rows.values()]).toEqual(entries.map(([, record]) => record));
  expect([...rows.entries(from)]).toEqual(entries.filter(([sequence]) => sequence >= from));
  expect([...rows.entriesReversed(from)]).toEqual(entries.filter(([sequence]) => sequence < from).reverse());
  expect(rows.get(from)).toBe(model.get(from));
}

// Near one another, as in a small table, and far apart, as after a million jobs have been forgotten.
const sequence = fc.oneof(fc.nat(40), fc.nat(2_000), fc.nat(40_000), fc.nat(3_000_000));

const write = fc.record({
  what: fc.constantFrom("set", "set", "append", "delete", "delete the first", "clone"),
  sequence,
  which: fc.nat(3),
});

test("rows hold what was put into them, in order, and copies go their own ways", () => {
  fc.assert(
    fc.property(fc.array(write, { maxLength: 200 }), sequence, (writes, from) => {
      const pairs: Pair[] = [{ rows: new Rows(), model: new Map() }];
      writes.forEach(({ what, sequence, which }, n) => {
        const { rows, model } = pairs[which % pairs.length] as Pair;
        const highest = Math.max(0, ...model.keys());
        const at =
          what === "append"
            ? highest + 1
            : what === "delete the first"
              ? Math.min(highest, ...model.keys())
              : sequence;
        if (what === "clone") pairs.push({ rows: rows.clone(), model: new Map(model) });
        else if (what.startsWith("delete")) {
          rows.delete(at);
          model.delete(at);
        } else {
          rows.set(at, `record ${n}`);
          model.set(at, `record ${n}`);
        }
      });
      for (const pair of pairs) check(pair, from);
    }),
    { numRuns: 500 },
  );
});

test("a number that no table has come to finds nothing", () => {
  const rows = new Rows<string>();
  rows.set(5, "five");
  expect(rows.get(2 ** 40)).toBeUndefined();
  expect([...rows.entries(2 ** 40)]).toEqual([]);
  expect([...rows.entriesReversed(2 ** 40)]).toEqual([[5, "five"]]);
});
