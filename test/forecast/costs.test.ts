import { readFileSync } from "node:fs";
import type { Costs, Prices } from "aws-backup-mock";
import { accountWith, gib, rule, table, vaultArn, volume } from "./account";

const prices: Prices = JSON.parse(readFileSync("examples/prices-us-east-1.json", "utf8"));
const hour = 3_600_000;

/** The parts of the costs, with amounts to the cent of a cent. */
const amounts = (parts: Costs["months"] = []) =>
  parts.map(({ of, amount }) => [of, Number(amount.toFixed(4))]);

test("storage costs what a sum by hand says, by month, tier and rule", async () => {
  // 100 GB; made on January 1st at 05:00:30, cold from January 9th at 05:00, and from then on to the end of March.
  const monthly = rule("monthly", "cron(0 5 1 1 ? *)", 1, {
    Lifecycle: { MoveToColdStorageAfterDays: 8, DeleteAfterDays: 365 },
  });
  const aws = await accountWith([{ arn: table, sizeInBytes: 100 * gib }], [monthly]);
  const own: Prices = { ...prices, types: { DynamoDB: { warmStorage: 0.1, coldStorage: 0.03 } } };
  const { costs, runs } = await aws.forecast({ for: "90 days", prices: own });
  const [run] = runs;
  expect(run?.at).toBe("2026-01-01T05:00:00.000Z");
  const [kept] = (await aws.forecast({ for: "1 day" })).holdings.rules;
  const made = Date.parse(kept?.steps[1]?.at ?? "");
  const january = 31 * 24 * hour;
  const cold = Date.UTC(2026, 0, 9, 5);
  const warmJanuary = 100 * ((cold - made) / january) * 0.1;
  const coldJanuary = 100 * ((Date.UTC(2026, 1, 1) - cold) / january) * 0.03;
  // 90 days end on April 1st.
  expect(amounts(costs?.months)).toEqual([
    ["2026-01", Number((warmJanuary + coldJanuary).toFixed(4))],
    ["2026-02", 3],
    ["2026-03", 3],
  ]);
  expect(amounts(costs?.tiers)).toEqual([
    ["cold", Number((coldJanuary + 6).toFixed(4))],
    ["warm", Number(warmJanuary.toFixed(4))],
  ]);
  expect(costs?.rules.map(({ of }) => of)).toEqual(["plan / monthly"]);
  expect(costs?.resources.map(({ of }) => of)).toEqual([table]);
  expect(costs?.vaults.map(({ of }) => of)).toEqual([vaultArn("Default")]);
  expect(costs?.total).toBeCloseTo(warmJanuary + coldJanuary + 6, 4);
  expect(costs?.unpriced).toEqual([]);
});

test("a copy to another Region costs what it transfers: all at first, then what has changed", async () => {
  const destination = vaultArn("copies").replace("us-east-1", "eu-west-1");
  const copied = rule("copied", "cron(0 5 ? * * *)", 35, {
    CopyActions: [{ DestinationBackupVaultArn: destination }],
  });
  const aws = await accountWith([{ arn: volume(), sizeInBytes: 100 * gib, dailyChange: 0.01 }], [copied]);
  aws.in({ region: "eu-west-1" }).seed({ backup: { vaults: [{ BackupVaultName: "copies" }] } });
  const { costs } = await aws.forecast({ for: "3 days", prices });
  const [copies, ...others] = costs?.items.filter(({ kind }) => kind === "copy") ?? [];
  expect(others).toEqual([]);
  expect(copies).toMatchObject({ month: "2026-01", vault: vaultArn("Default"), price: 0.02 });
  expect(copies?.quantity).toBeCloseTo(100 + 1 + 1, 6);
  expect(copies?.amount).toBeCloseTo(2.04, 6);
  // The list has no prices for the Region of the copies.
  expect(costs?.unpriced.map(({ kind, vault }) => [kind, vault])).toEqual([["storage", destination]]);
});

test("what has no price is listed, and costs nothing", async () => {
  const aws = await accountWith(
    [{ arn: "arn:aws:rds:us-east-1:123456789012:db:orders" }],
    [rule("daily", "cron(0 5 ? * * *)", 7)],
  );
  const { costs } = await aws.forecast({ for: "10 days", prices });
  expect(costs).toMatchObject({ currency: "USD", total: 0, items: [], months: [] });
  expect(costs?.unpriced).toMatchObject([
    { kind: "storage", tier: "warm", resourceType: "RDS", month: "2026-01" },
  ]);
});

test("without prices, there are no costs", async () => {
  const aws = await accountWith([{ arn: table }], [rule("daily", "cron(0 5 ? * * *)", 7)]);
  const forecast = await aws.forecast({ for: "1 day" });
  expect(forecast.costs).toBeUndefined();
  expect(JSON.parse(JSON.stringify(forecast))).not.toHaveProperty("costs");
});
