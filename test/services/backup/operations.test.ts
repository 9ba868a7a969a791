import { sharedAccount, testEveryOperation } from "../../support/every-operation";
import { accessPointOperations } from "./operations/access-points";
import { auditOperations } from "./operations/audit";
import { jobOperations } from "./operations/jobs";
import { planOperations } from "./operations/plans";
import { pointOperations } from "./operations/points";
import { restoreTestingOperations } from "./operations/restore-testing";
import { settingOperations } from "./operations/settings";
import type { Tried, TriedOperations } from "./operations/tried";
import { vaultOperations } from "./operations/vaults";
import { richWorld } from "./world";

const tried: TriedOperations = {
  ...auditOperations,
  ...jobOperations,
  ...planOperations,
  ...pointOperations,
  ...restoreTestingOperations,
  ...settingOperations,
  ...vaultOperations,
};

const rows = Object.entries<Tried<object>>({ ...tried, ...accessPointOperations });
const world = sharedAccount(richWorld);

describe("by itself", () => {
  testEveryOperation("backup", Object.fromEntries(rows.map(([name, { call }]) => [name, call])), world);
});

describe("seen through another operation", () => {
  test.each(rows)("%s", async (operation, { call, shows }) => {
    const { aws } = world();
    const output = await call(world());
    aws.clearCalls();
    const before = expect.getState().assertionCalls;
    await shows(world(), output);
    expect(expect.getState().assertionCalls).toBeGreaterThan(before);
    expect(aws.calls().filter(other => other.operation !== operation)).not.toEqual([]);
  });
});
