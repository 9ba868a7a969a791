import { optionsPage } from "../../scripts/list-options";
import { mockAws } from "../../src";
import { failure } from "../support/failure";
import { pageOf } from "./page";

test("docs/options.md lists all options, durations and quotas; npm run docs:options writes it anew", () => {
  expect(pageOf("options.md")).toBe(optionsPage());
});

const inTables = () => new Set([...pageOf("options.md").matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name));

test.each([
  ["options", { none: 1 }, /there are (.+)$/],
  ["durations", { durations: { none: 1 } }, /choose one of (.+)\.$/],
  ["quotas", { quotas: { none: 1 } }, /choose one of (.+)\.$/],
] as const)("none of the %s that there are is left out", (_, wrong, list) => {
  const names =
    list
      .exec(failure(() => mockAws(wrong as object)))?.[1]
      ?.replace(/\.$/, "")
      .split(", ") ?? [];
  expect(names.length).toBeGreaterThan(8);
  for (const name of names) expect(inTables()).toContain(name);
});
