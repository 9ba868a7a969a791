import type { MockOptions } from "aws-backup-mock";
import { optionsPage } from "../../scripts/list-options";
import { joinedServices } from "../../src/integrations";
import { pageOf, rowNamesOf } from "./page";

/** Every option; a missing one does not compile. */
const options: Readonly<Record<keyof MockOptions, true>> = {
  region: true,
  accountId: true,
  accounts: true,
  organization: true,
  now: true,
  clock: true,
  driveDate: true,
  interceptAt: true,
  idSeed: true,
  recordCalls: true,
  recordEvents: true,
  pageSize: true,
  log: true,
  quotas: true,
  durations: true,
  snapshot: true,
};

test("docs/options.md is up to date; npm run docs:options writes it", () => {
  expect(pageOf("options.md")).toBe(optionsPage());
});

test("the page lists every option, duration and quota", () => {
  const known = joinedServices().flatMap(({ durations, quotas }) => Object.keys({ ...durations, ...quotas }));
  expect([...rowNamesOf(pageOf("options.md"))].sort()).toEqual([...Object.keys(options), ...known].sort());
});
