import { Backup, CreateBackupVaultCommand, type RecoveryPointByBackupVault } from "@aws-sdk/client-backup";
import { mockAws, type PlanProblemCode } from "aws-backup-mock";
import { pageOf } from "./page";

const role = "arn:aws:iam::123456789012:role/backup";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const world = { backup: { vaults: [{ BackupVaultName: "nightly" }] }, resources: [{ arn: table }] };

async function withPlan(aws: ReturnType<typeof mockAws>, DeleteAfterDays = 35) {
  aws.seed(world);
  const backup = aws.attach(new Backup());
  const Rules = [{ RuleName: "daily", TargetBackupVaultName: "nightly", Lifecycle: { DeleteAfterDays } }];
  const { BackupPlanId = "" } = await backup.createBackupPlan({
    BackupPlan: { BackupPlanName: "plan", Rules },
  });
  await backup.createBackupSelection({
    BackupPlanId,
    BackupSelection: { SelectionName: "tables", IamRoleArn: role, Resources: [table] },
  });
  const start = () =>
    backup.startBackupJob({ BackupVaultName: "nightly", ResourceArn: table, IamRoleArn: role });
  const points = async () =>
    (await backup.listRecoveryPointsByBackupVault({ BackupVaultName: "nightly" })).RecoveryPoints ?? [];
  return { backup, BackupPlanId, start, points };
}

const isOld = ({ CreationDate }: RecoveryPointByBackupVault) =>
  Date.now() - Number(CreationDate) > 30 * 24 * 60 * 60 * 1000;

test("with the real date, a new backup of a default mock looks old", async () => {
  jest.useFakeTimers({ now: new Date("2026-02-01T00:00:00Z") });
  const aws = mockAws();
  const { start, points } = await withPlan(aws);
  await start();
  await aws.settle();
  expect((await points()).filter(isOld)).toHaveLength(1);
  jest.useRealTimers();
});

test("with driveDate, code that compares dates sees one date", async () => {
  const aws = mockAws({ driveDate: true });
  const { start, points } = await withPlan(aws);
  await start();
  await aws.settle();
  expect((await points()).filter(isOld)).toEqual([]);

  await aws.clock.advance("31 days");
  expect((await points()).filter(isOld)).not.toEqual([]);
  expect(new Date()).toEqual(aws.clock.now());

  aws.restore(); // Date is the real one again

  expect(Date.now()).not.toBe(aws.clock.now().getTime());
});

test("a program waits by asking again", async () => {
  const aws = mockAws();
  const { backup, start } = await withPlan(aws);

  const { BackupJobId } = await start();
  const state = async () => (await backup.describeBackupJob({ BackupJobId })).State;
  expect([await state(), await state(), await state()]).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
});

test("time moves to the next change, and until something holds", async () => {
  const aws = mockAws();
  const { start } = await withPlan(aws);

  await start();
  await aws.clock.next(); // to the next change, whatever it is: the job starts
  await aws.clock.until({ event: "Backup Job State Change", detail: { state: "COMPLETED" } });
  await aws.clock.until(() => aws.state.backup.recoveryPoints.size === 3, { within: "1 week" });

  expect(aws.clock.now()).toEqual(new Date("2026-01-02T05:00:10Z"));
});

test("a delayed stub answers on the mock's clock", async () => {
  const aws = mockAws();
  const backup = aws.attach(new Backup());

  aws
    .on(CreateBackupVaultCommand)
    .callsFake((_, proceed) => proceed())
    .delays("5 minutes");
  const { CreationDate } = await backup.createBackupVault({ BackupVaultName: "slow" });
  expect(CreationDate).toEqual(new Date("2026-01-01T00:05:00Z"));
});

test("time moves on request", async () => {
  const aws = mockAws();
  await withPlan(aws);

  const passage = await aws.clock.advance("400 days"); // or { days: 400 }, or milliseconds
  expect(passage).toMatchObject({
    jobs: { COMPLETED: 400 },
    recoveryPoints: { made: 400, expired: 365 },
    rules: { "plan / daily": { COMPLETED: 400 } },
  });

  await aws.clock.set("2027-03-01T00:00:00Z");
  await aws.settle(); // until no job is running and nothing is being created or deleted

  expect(aws.clock.now()).toEqual(new Date("2027-03-01T00:00:00Z"));
});

test("the system clock drives the mock", async () => {
  jest.useFakeTimers({ now: new Date("2028-02-29T12:00:00Z") });

  const aws = mockAws({ clock: "system" });
  const { backup, start } = await withPlan(aws);
  const { BackupJobId } = await start();
  jest.advanceTimersByTime(30_000);

  const job = await backup.describeBackupJob({ BackupJobId });
  expect(job).toMatchObject({ State: "COMPLETED", CompletionDate: new Date("2028-02-29T12:00:30Z") });

  jest.useRealTimers();
});

test("durations can be set by kind", async () => {
  const aws = mockAws({
    durations: {
      efsFileSystem: "5 s",
      backupJob: job => (job.ResourceType === "EFS" ? "2 hours" : { minutes: 10 }),
    },
  });

  const { backup, start } = await withPlan(aws);
  const { BackupJobId } = await start();
  await aws.settle();
  const { CompletionDate } = await backup.describeBackupJob({ BackupJobId });
  expect(CompletionDate).toEqual(new Date("2026-01-01T00:10:10Z"));
});

test("jobs can be spread over their start window", async () => {
  const aws = mockAws({
    durations: {
      // A point in the start window derived from the job's id: spread out, and the same in every run.
      backupJobStart: ({ BackupJobId, CreationDate, StartBy }) =>
        ((StartBy - CreationDate) * Number.parseInt(BackupJobId.slice(0, 4), 16)) / 0x10000,
    },
  });

  await withPlan(aws);
  await aws.clock.advance("1 day");
  expect([...aws.state.backup.backupJobs]).toMatchObject([{ State: "COMPLETED" }]);
  expect([...aws.state.backup.backupJobs][0]?.CompletionDate).not.toBe(Date.UTC(2026, 0, 1, 5, 0, 30));
});

test("the outcome of the next job can be set", async () => {
  const aws = mockAws();
  const { backup, start } = await withPlan(aws);
  const vaultName = "nightly";

  aws.nextJob().fails("no space left"); // the next job of any kind, except index
  aws.nextJob({ type: "EFS", backupVaultName: vaultName }).takes("2 hours").transfers(1024);
  aws.nextJob({ type: "backup", resourceArn: table }).fails("half of it", { state: "PARTIAL" });
  aws.nextJob({ type: "scan" }).fails("Scan job was stopped by user.", { state: "ABORTED" });
  aws.nextJob({ type: "index" }).fails("No files were found."); // only this type matches an index

  const [first, second] = [await start(), await start()];
  await aws.settle();
  const end = async (id?: string) => (await backup.describeBackupJob({ BackupJobId: id })).State;
  expect([await end(first.BackupJobId), await end(second.BackupJobId)]).toEqual(["FAILED", "PARTIAL"]);
});

test("a job can be held and released", async () => {
  const aws = mockAws();
  const { backup, start } = await withPlan(aws);

  const { BackupJobId = "" } = await start();
  aws.hold(BackupJobId); // it stays CREATED, however much time passes
  await aws.clock.advance("1 hour");
  expect(await backup.describeBackupJob({ BackupJobId })).toMatchObject({ State: "CREATED" });

  aws.release(BackupJobId);
  await aws.settle();
  expect(await backup.describeBackupJob({ BackupJobId })).toMatchObject({ State: "COMPLETED" });
});

test("snapshots bring back the state", async () => {
  const aws = mockAws();
  const { backup, BackupPlanId } = await withPlan(aws);

  const before = aws.snapshot();
  await aws.clock.advance("365 days");

  aws.rollback(before); // with everything that was pending then
  await backup.deleteBackupSelection({
    BackupPlanId,
    SelectionId: [...aws.state.backup.selections][0]?.SelectionId,
  });
  await aws.clock.advance("365 days"); // another future
  expect(aws.changes(before)).toMatchObject({ backup: { selections: { removed: [{}] } } });
});

test("a plan can be explained", async () => {
  const aws = mockAws();
  const { backup, BackupPlanId } = await withPlan(aws, 7);
  await backup.putBackupVaultLockConfiguration({ BackupVaultName: "nightly", MinRetentionDays: 30 });

  const [daily] = aws.explain(BackupPlanId).rules;
  expect(daily).toMatchObject({
    nextRuns: [new Date("2026-01-01T05:00:00Z"), expect.any(Date), expect.any(Date)],
    resources: [table],
    deleteAfterDays: 7,
    problems: [
      {
        code: "RetentionOutsideLock",
        message:
          "The rule keeps backups for 7 days, but the lock of backup vault nightly allows 30 days or more, so jobs of this rule that target it fail.",
      },
    ],
  });
});

test("displaced runs are explained", async () => {
  const aws = mockAws({ now: "2026-02-28T12:00:00Z" });
  aws.seed(world);
  const backup = aws.attach(new Backup());
  const rule = (RuleName: string, schedule: string, DeleteAfterDays: number) => ({
    RuleName,
    TargetBackupVaultName: "nightly",
    ScheduleExpression: `cron(${schedule})`,
    Lifecycle: { DeleteAfterDays },
  });
  const Rules = [
    rule("daily", "0 5 ? * * *", 7),
    rule("weekly", "0 5 ? * SUN *", 35),
    rule("monthly", "0 5 1 * ? *", 365),
  ];
  const { BackupPlanId = "" } = await backup.createBackupPlan({
    BackupPlan: { BackupPlanName: "plan", Rules },
  });

  const [daily, weekly, monthly] = aws.explain(BackupPlanId).rules;
  const sunday = new Date("2026-03-01T05:00:00Z"); // also the first of a month
  expect(monthly?.nextRuns[0]).toEqual(sunday);
  expect(weekly?.displacedRuns).toEqual([{ at: sunday, by: "monthly" }]);
  expect(daily?.displacedRuns).toEqual([{ at: sunday, by: "monthly" }]);
  expect(daily?.nextRuns[0]).toEqual(new Date("2026-03-02T05:00:00Z"));
});

/** Every code; a missing one does not compile. */
const problemCodes: Readonly<Record<PlanProblemCode, true>> = {
  PlanDeleted: true,
  NoSelection: true,
  NothingSelected: true,
  OptedOut: true,
  ResourceMissing: true,
  NeverRuns: true,
  Displaced: true,
  AlwaysDisplaced: true,
  RetentionGap: true,
  VaultMissing: true,
  VaultReserved: true,
  VaultDenied: true,
  VaultUnsuitable: true,
  RetentionOutsideLock: true,
  AirGappedUnsupported: true,
  ColdStorageIgnored: true,
  ColdStorageUnreached: true,
  ContinuousUnsupported: true,
  ContinuousInOtherVault: true,
  ContinuousAlready: true,
  CopyVaultMissing: true,
  CopyVaultDenied: true,
  CopyNotEnabled: true,
  CopyRetentionOutsideLock: true,
  CopyUnsupported: true,
  CopyKeyUnsuitable: true,
  CopyRefused: true,
};

test("the page lists every problem code", () => {
  const listed = [...pageOf("time.md").matchAll(/^\| `([A-Z]\w+)` /gm)].map(([, code]) => code);
  expect(listed).toEqual(Object.keys(problemCodes));
});
