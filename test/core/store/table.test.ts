import fc from "fast-check";
import { DraftTable, loadTable, Table, table } from "../../../src/core/store";

interface Point {
  readonly arn: string;
  readonly vault: string;
  readonly state?: string | undefined;
}

const points = table<Point>(point => point.arn)
  .by("vault", point => point.vault)
  .by("state", point => point.state);

const withPoints = (...records: Point[]): Table<Point, "vault" | "state"> => {
  const draft = new DraftTable(Table.empty(points), "points");
  for (const record of records) draft.insert(record);
  return draft.sealed();
};

test("a table lists its records in order of creation, whatever their names", () => {
  const table = withPoints({ arn: "c", vault: "v" }, { arn: "a", vault: "v" }, { arn: "b", vault: "w" });
  expect([...table].map(({ arn }) => arn)).toEqual(["c", "a", "b"]);
  expect([...table.newest()].map(({ arn }) => arn)).toEqual(["b", "a", "c"]);
  expect([...table.by("vault", "v")].map(({ arn }) => arn)).toEqual(["c", "a"]);
});

test("a change keeps a record's place in the order", () => {
  const before = withPoints({ arn: "a", vault: "v" }, { arn: "b", vault: "v" });
  const draft = new DraftTable(before, "points");
  draft.update("a", { state: "DELETING" });
  expect([...draft.sealed()].map(({ arn }) => arn)).toEqual(["a", "b"]);
});

test("what a transaction writes is not seen in the table it started from", () => {
  const before = withPoints({ arn: "a", vault: "v" });
  const draft = new DraftTable(before, "points");
  draft.update("a", { vault: "w" });
  draft.insert({ arn: "b", vault: "v" });
  expect([...before]).toEqual([{ arn: "a", vault: "v" }]);
  expect(before.by("vault", "v").size).toBe(1);
  expect(before.by("vault", "w").size).toBe(0);
});

test("a transaction that writes nothing gives the very same table back", () => {
  const before = withPoints({ arn: "a", vault: "v" });
  const draft = new DraftTable(before, "points");
  draft.get("a");
  draft.remove("b");
  expect(draft.sealed()).toBe(before);
});

test("records are frozen all through", () => {
  const nested = { arn: "a", vault: "v", tags: { owner: { name: "me" } } };
  withPoints(nested);
  expect(Object.isFrozen(nested.tags.owner)).toBe(true);
});

test("a second record of the same name is refused", () => {
  expect(() => withPoints({ arn: "a", vault: "v" }, { arn: "a", vault: "w" })).toThrow("Duplicate record a.");
});

test("a table written out and read back is the same, its sequence numbers included", () => {
  const draft = new DraftTable(withPoints({ arn: "a", vault: "v" }, { arn: "b", vault: "w" }), "points");
  draft.remove("a");
  const table = draft.sealed();
  const read = loadTable(points, JSON.parse(JSON.stringify(table.dump())));
  expect(read.dump()).toEqual(table.dump());
  expect([...read.by("vault", "w")]).toEqual([{ arn: "b", vault: "w" }]);
});

/** What a table is to do, done plainly. */
class Plain {
  readonly records = new Map<string, Point>();
  group(name: "vault" | "state", value: string): Point[] {
    return [...this.records.values()].filter(record => record[name] === value);
  }
}

const key = fc.constantFrom("a", "b", "c", "d", "e");
const vault = fc.constantFrom("v", "w");
const state = fc.constantFrom("CREATING", "COMPLETED", undefined);
const step = fc.record({ kind: fc.constantFrom("put", "remove", "seal"), arn: key, vault, state });

test("any sequence of writes over any transactions agrees with a plain map", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      const plain = new Plain();
      let sealed = Table.empty(points);
      let draft = new DraftTable(sealed, "points");
      for (const { kind, arn, vault, state } of steps) {
        if (kind === "seal") {
          sealed = draft.sealed();
          draft = new DraftTable(sealed, "points");
        } else if (kind === "put") {
          draft.put({ arn, vault, state });
          plain.records.set(arn, { arn, vault, state });
        } else {
          draft.remove(arn);
          plain.records.delete(arn);
        }
      }
      const table = draft.sealed();
      expect([...table]).toEqual([...plain.records.values()]);
      for (const name of ["v", "w"]) {
        expect([...table.by("vault", name)]).toEqual(plain.group("vault", name));
        expect(table.by("vault", name).size).toBe(plain.group("vault", name).length);
      }
      expect([...table.by("state", "CREATING")]).toEqual(plain.group("state", "CREATING"));
      expect([...table.groups("vault")].map(([group]) => group)).toEqual(
        ["v", "w"].filter(name => plain.group("vault", name).length > 0),
      );
    }),
    { numRuns: 300 },
  );
});

interface Plan {
  readonly name: string;
  readonly rules: readonly { readonly name: string; readonly keep: { readonly days: number } }[];
}

describe("a recipe", () => {
  const plans = table<Plan>(plan => plan.name).by("first", plan => plan.rules[0]?.name);
  const weekly = { name: "weekly", keep: { days: 35 } };
  const draftOf = (...rules: Plan["rules"]) => {
    const draft = new DraftTable(Table.empty(plans), "plans");
    draft.insert({ name: "gfs", rules });
    return draft;
  };

  test("edits a record in depth and shares what it leaves alone", () => {
    const draft = draftOf({ name: "daily", keep: { days: 7 } }, weekly);
    const before = draft.get("gfs");
    const after = draft.update("gfs", plan => {
      const [first] = plan.rules;
      if (first) first.keep.days = 14;
    });
    expect(after.rules.map(({ keep }) => keep.days)).toEqual([14, 35]);
    expect(before?.rules.map(({ keep }) => keep.days)).toEqual([7, 35]);
    expect(after.rules[1]).toBe(before?.rules[1]);
  });

  test("leaves a record that is frozen all through, new parts included", () => {
    const draft = draftOf(weekly);
    const after = draft.update("gfs", plan => {
      plan.rules.push({ name: "monthly", keep: { days: 365 } });
    });
    expect(Object.isFrozen(after)).toBe(true);
    expect(Object.isFrozen(after.rules)).toBe(true);
    expect(Object.isFrozen(after.rules[1]?.keep)).toBe(true);
  });

  test("moves a record to another group", () => {
    const draft = draftOf(weekly);
    draft.update("gfs", plan => {
      plan.rules.unshift({ name: "daily", keep: { days: 7 } });
    });
    const sealed = draft.sealed();
    expect(sealed.by("first", "weekly").size).toBe(0);
    expect(sealed.by("first", "daily").size).toBe(1);
  });
});

describe("groups that are first read after thousands of changes", () => {
  const arns = Array.from({ length: 5_000 }, (_, number) => `point-${number}`);
  const large = withPoints(...arns.map((arn, number) => ({ arn, vault: `v${number % 2}`, state: "NEW" })));

  test("are complete, in order of creation", () => {
    expect(large.by("vault", "v1").size).toBe(2_500);
    expect([...large.by("vault", "v1")].slice(0, 2).map(({ arn }) => arn)).toEqual(["point-1", "point-3"]);
    expect([...large.groups("state")]).toEqual([["NEW", 5_000]]);
  });

  test("follow changes made before and after, also in a transaction that is given up", () => {
    const draft = new DraftTable(large, "points");
    draft.update("point-7", { state: "OLD" });
    expect([...draft.by("state", "OLD")].map(({ arn }) => arn)).toEqual(["point-7"]);
    draft.remove("point-7");
    for (const arn of arns.slice(100, 2_600)) draft.update(arn, { state: "OLD" });
    expect(draft.by("state", "OLD").size).toBe(2_500);
    expect(draft.by("state", "NEW").size).toBe(2_499);
    expect(large.by("state", "NEW").size).toBe(5_000);
    const other = new DraftTable(large, "points");
    other.update("point-7", { state: "OLD" });
    expect(other.sealed().by("state", "OLD").size).toBe(1);
    expect(draft.sealed().by("state", "NEW").size).toBe(2_499);
  });
});
