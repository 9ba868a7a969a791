import { optionsPage } from "../../scripts/list-options";
import { mockAws } from "../../src";
import { failure } from "../support/failure";
import { pageOf } from "./page";

test("docs/options.md is up to date; npm run docs:options writes it", () => {
  expect(pageOf("options.md")).toBe(optionsPage());
});

const inTables = () => new Set([...pageOf("options.md").matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name));

test.each([
  ["options", { unknown: 1 }],
  ["durations", { durations: { unknown: 1 } }],
  ["quotas", { quotas: { unknown: 1 } }],
] as const)("docs/options.md lists all %s that an error about an unknown name lists", (_, wrong) => {
  const message = failure(() => mockAws(wrong as object));
  const names = /choose one of (.+)\.$/.exec(message)?.[1]?.split(", ") ?? [];
  expect(names.length).toBeGreaterThan(8);
  for (const name of names) expect(inTables()).toContain(name);
});
