import { Ids, uuidOf } from "../../../src/core/basics";

test("no two of 200,000 ids are equal", () => {
  const ids = new Ids(42, 0);
  const seen = new Set<string>();
  for (let n = 0; n < 200_000; n++) seen.add(ids.uuid());
  expect(seen.size).toBe(200_000);
});

test("ids have the form of a version 4 UUID", () => {
  const ids = new Ids(1, 0);
  for (let n = 0; n < 1_000; n++) {
    expect(ids.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

test("the same seed gives the same ids, another seed others", () => {
  expect(new Ids(7, 0).uuid()).toBe(new Ids(7, 0).uuid());
  expect(new Ids(7, 0).uuid()).not.toBe(new Ids(8, 0).uuid());
  expect(new Ids(7, 0).hex(17)).toMatch(/^[0-9a-f]{17}$/);
});

test("what has always been there has the same id in every account of that name", () => {
  expect(uuidOf("aws/backup 123456789012/us-east-1")).toBe(uuidOf("aws/backup 123456789012/us-east-1"));
  expect(uuidOf("aws/backup 123456789012/us-east-1")).not.toBe(uuidOf("aws/backup 123456789012/eu-west-1"));
});

test("ids that are moved on differ from all before, and are the same for the same reason", () => {
  const idsAfter = (reason: string) => {
    const ids = new Ids(7, 0);
    const before = Array.from({ length: 1_000 }, () => ids.uuid());
    ids.moveOn(reason);
    return { before, after: Array.from({ length: 1_000 }, () => ids.uuid()) };
  };
  const { before, after } = idsAfter("an import of January");
  expect(new Set([...before, ...after]).size).toBe(2_000);
  expect(idsAfter("an import of January").after).toEqual(after);
  expect(after).not.toContain(idsAfter("an import of March").after[0]);
});
