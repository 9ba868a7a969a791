import { pageOfList } from "../../../src/core/store";

const badToken = () => new Error("bad token");
const pageOf = (list: readonly string[], token?: string) =>
  pageOfList(list, { limit: 2, token, badToken, keyOf: item => item });

describe("a computed list, read page by page", () => {
  const list = ["a", "b", "c", "d", "e"];
  const first = pageOf(list);

  test("has every item once", () => {
    const second = pageOf(list, first.token);
    const third = pageOf(list, second.token);
    expect([...first.items, ...second.items, ...third.items]).toEqual(list);
    expect(third.token).toBeUndefined();
  });

  test.each([
    ["an item that was returned", ["b", "c", "d", "e"]],
    ["the item returned last", ["a", "c", "d", "e"]],
    ["all items returned", ["c", "d", "e"]],
    ["items returned and to come", ["b", "d", "e"]],
  ])("skips no survivor after the removal of %s", (_, survivors) => {
    const rest = pageOf(survivors, first.token);
    const unseen = survivors.filter(item => !first.items.includes(item));
    expect(rest.items).toEqual(expect.arrayContaining(unseen.slice(0, 2)));
  });

  test("includes items that are added at the end in between", () => {
    expect(pageOf([...list, "f"], pageOf(list, first.token).token).items).toEqual(["e", "f"]);
  });

  test("ends when keys have equal hashes", () => {
    const keys = ["job-1122789", "a", "b", "job-1339192", "c"];
    expect(pageOf(["a", "job-1122789", "b"]).token).toBe(pageOf(["a", "job-1339192", "b"]).token);
    const next = (token: string | undefined) => pageOf(keys, token);
    const pages = [next(undefined)];
    while (pages.at(-1)?.token !== undefined && pages.length < 10) pages.push(next(pages.at(-1)?.token));
    expect(pages.flatMap(({ items }) => items)).toEqual(keys);
  });

  test("skips no survivor where keys differ only in their beginnings", () => {
    const keys = ["a", "b", "c", "d", "e"].map(start => `${start},${"x".repeat(60)}`);
    const { items, token } = pageOf(keys);
    const survivors = keys.filter(key => key !== items[0]);
    expect(pageOf(survivors, token).items).toEqual(keys.slice(2, 4));
  });

  test("refuses a token of another kind", () => {
    expect(() => pageOf(list, "3")).toThrow("bad token");
  });
});
