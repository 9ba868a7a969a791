import type { Durations } from "aws-backup-mock";
import { account, orders, rule, tableArn } from "./support";

const tables = ["orders", "carts", "clients", "items", "offers"].map(tableArn);
const world = {
  backup: { vaults: [{ BackupVaultName: "nightly" }] },
  resources: tables.map(arn => ({ arn })),
};

/** When the jobs of one day start to run, in minutes after their schedule. */
async function starts(durations: Durations, idSeed = "a") {
  const { aws, plan } = account({ durations: { backupJob: "1 minute", ...durations }, idSeed }, world);
  await plan([rule({ StartWindowMinutes: 120 })]);
  const minutes: number[] = [];
  aws.onEvent(({ detail, time }) => {
    if (detail["state"] !== "RUNNING") return;
    minutes.push((Date.parse(time) - Date.parse(String(detail["creationDate"]))) / 60_000);
  });
  const { jobs } = await aws.clock.advance("1 day");
  return { minutes, jobs };
}

/** Spreads jobs over their start window. A job with the same id always starts at the same time. */
const spread: Durations = {
  backupJobStart: ({ BackupJobId, StartBy, CreationDate }) =>
    ((StartBy - CreationDate) * Number.parseInt(BackupJobId.slice(0, 4), 16)) / 0x1_0000,
};

test("by default, all jobs of a schedule start at the same time", async () => {
  expect(new Set((await starts({ backupJobStart: 0 })).minutes)).toEqual(new Set([0]));
});

test("jobs can be spread over their start window, in the same way in each test run", async () => {
  const { minutes, jobs } = await starts(spread);
  expect(jobs).toEqual({ COMPLETED: tables.length });
  expect(new Set(minutes).size).toBe(tables.length);
  expect(minutes.every(minute => minute >= 0 && minute < 120)).toBe(true);
  expect(Math.max(...minutes) - Math.min(...minutes)).toBeGreaterThan(10);
  expect(await starts(spread)).toEqual({ minutes, jobs });
  expect(await starts(spread, "b")).not.toEqual({ minutes, jobs });
});

test("a job that would start after the window expires", async () => {
  expect(await starts({ backupJobStart: ({ StartBy, CreationDate }) => StartBy - CreationDate + 1 })).toEqual(
    {
      minutes: [],
      jobs: { EXPIRED: tables.length },
    },
  );
});

test("deadline and retention of a spread job count from the schedule", async () => {
  const { aws, plan, points, jobs } = account({ durations: spread });
  await plan([rule({ Lifecycle: { DeleteAfterDays: 1 } })]);
  await aws.clock.advance("1 day");
  expect(await jobs()).toMatchObject([{ ResourceArn: orders, StartBy: new Date("2026-01-01T13:00:00Z") }]);
  expect(await points()).toMatchObject([
    {
      CreationDate: new Date("2026-01-01T05:00:00Z"),
      CalculatedLifecycle: { DeleteAt: new Date("2026-01-02T05:00:00Z") },
    },
  ]);
});
