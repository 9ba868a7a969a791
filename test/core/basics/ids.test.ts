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
