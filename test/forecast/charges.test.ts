import { BackupClient, CancelLegalHoldCommand, CreateLegalHoldCommand } from "@aws-sdk/client-backup";
import type { Fixture, Prices } from "aws-backup-mock";
import { accountWith, daily, gib, role, rule, table, vaultArn } from "./account";

const own: Prices = {
  region: "us-east-1",
  currency: "EUR",
  types: {
    DynamoDB: { warmStorage: 0, coldStorage: 0.3, warmRestore: 0.1, coldRestore: 0.2, restoreTest: 1.5 },
  },
};
const size = 50 * gib;

test("a restore test costs the data and the test, and one of a cold point its own price", async () => {
  const tests: Fixture["backup"] = {
    restoreTestingPlans: [
      {
        RestoreTestingPlanName: "drill",
        ScheduleExpression: "cron(0 12 2 * ? *)",
        StartWindowHours: 1,
        RecoveryPointSelection: {
          Algorithm: "LATEST_WITHIN_WINDOW",
          IncludeVaults: ["*"],
          RecoveryPointTypes: ["SNAPSHOT"],
          SelectionWindowDays: 7,
        },
      },
    ],
    restoreTestingSelections: [
      {
        RestoreTestingPlanName: "drill",
        RestoreTestingSelectionName: "tables",
        ProtectedResourceType: "DynamoDB",
        IamRoleArn: role,
        ProtectedResourceArns: ["*"],
      },
    ],
  };
  const aws = await accountWith([{ arn: table, sizeInBytes: size }], [daily], { backup: tests });
  const { costs, problems } = await aws.forecast({ for: "40 days", prices: own });
  expect(problems).toEqual([]);
  const restores = costs?.items.filter(({ kind }) => kind !== "storage");
  expect(
    restores?.map(({ month, kind, tier, quantity, amount }) => [month, kind, tier, quantity, amount]),
  ).toEqual([
    ["2026-01", "restore", "warm", 50, 5],
    ["2026-01", "restoreTest", "warm", 1, 1.5],
    ["2026-02", "restore", "warm", 50, 5],
    ["2026-02", "restoreTest", "warm", 1, 1.5],
  ]);
});

test("a point that leaves cold storage early is charged for the days that it lacks to 90", async () => {
  const cold = rule("cold", "cron(0 5 1 1 ? *)", 91, {
    Lifecycle: { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 91 },
  });
  const aws = await accountWith([{ arn: table, sizeInBytes: size }], [cold]);
  await aws.clock.advance("6 hours");
  // Held, it moves on February 20th instead of January 2nd, and expires on April 2nd at 05:00.
  const backup = aws.attach(new BackupClient());
  const { LegalHoldId } = await backup.send(
    new CreateLegalHoldCommand({
      Title: "inquiry",
      Description: "inquiry",
      RecoveryPointSelection: { VaultNames: ["Default"] },
    }),
  );
  await aws.clock.set("2026-02-20T05:00:00Z");
  await backup.send(new CancelLegalHoldCommand({ LegalHoldId, CancelDescription: "done" }));
  const { costs, holdings } = await aws.forecast({ for: "60 days", prices: own });
  expect(holdings.vaults.find(({ of }) => of === vaultArn("Default"))?.end.points).toBe(0);
  const [early, ...others] = costs?.items.filter(({ kind }) => kind === "earlyDeletion") ?? [];
  expect(others).toEqual([]);
  expect(early).toMatchObject({ month: "2026-04", tier: "cold", price: 0.3 });
  expect(early?.quantity).toBeCloseTo(50 * ((90 - 41) / 30), 2);
});

test("a list for another Region, two of one, and mixed currencies", async () => {
  const aws = await accountWith([{ arn: table, sizeInBytes: size }], [daily]);
  const elsewhere = { ...own, region: "eu-west-1" };
  const { costs } = await aws.forecast({ for: "5 days", prices: [elsewhere] });
  expect(costs?.unpriced).toMatchObject([{ kind: "storage", vault: vaultArn("Default") }]);
  expect((await aws.forecast({ for: "5 days", prices: [elsewhere, own] })).costs?.unpriced).toEqual([]);
  await expect(aws.forecast({ for: "5 days", prices: [own, own] })).rejects.toThrow(
    "two lists are of us-east-1",
  );
  const dollars = { ...elsewhere, currency: "USD" };
  await expect(aws.forecast({ for: "5 days", prices: [own, dollars] })).rejects.toThrow(
    "the currencies differ",
  );
});
