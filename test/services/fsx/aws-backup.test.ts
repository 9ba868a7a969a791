import {
  Backup,
  DeleteRecoveryPointCommand,
  DescribeRecoveryPointCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import type { MockOptions } from "aws-backup-mock";
import { account, poll, refusal, requests } from "./account";
import { withMachine } from "./ontap-machine";

const role = "arn:aws:iam::123456789012:role/backup";

function withBackup(options: MockOptions = {}) {
  const fixture = account(options);
  const backup = fixture.aws.attach(new Backup({ region: "us-east-1" }));
  const start = async (ResourceArn: string | undefined, RecoveryPointTags?: Record<string, string>) =>
    backup.send(
      new StartBackupJobCommand({
        BackupVaultName: "Default",
        ResourceArn,
        IamRoleArn: role,
        RecoveryPointTags,
      }),
    );
  return { ...fixture, backup, start };
}

test("an AWS Backup job creates an FSx backup with the ARN of the recovery point", async () => {
  const { aws, fsx, backup, available, start } = withBackup();
  const { FileSystemId, ResourceARN, KmsKeyId } = await available("windows", {
    Tags: [{ Key: "Name", Value: "shares" }],
  });
  const { BackupJobId, RecoveryPointArn } = await start(ResourceARN, { reason: "nightly" });
  expect(RecoveryPointArn).toBeUndefined();
  await aws.settle();
  const job = await backup.describeBackupJob({ BackupJobId });
  expect(job).toMatchObject({ State: "COMPLETED", ResourceType: "FSx", ResourceName: "shares" });
  const { Backups } = await fsx.describeBackups({
    Filters: [{ Name: "backup-type", Values: ["AWS_BACKUP"] }],
  });
  expect(Backups).toMatchObject([
    {
      ResourceARN: job.RecoveryPointArn,
      Lifecycle: "AVAILABLE",
      Type: "AWS_BACKUP",
      KmsKeyId,
      FileSystem: { FileSystemId },
    },
  ]);
  expect(Backups?.[0]?.Tags).toContainEqual({ Key: "reason", Value: "nightly" });
  const point = await backup.send(
    new DescribeRecoveryPointCommand({
      BackupVaultName: "Default",
      RecoveryPointArn: job.RecoveryPointArn,
    }),
  );
  expect(point.EncryptionKeyArn).toBe(KmsKeyId);
});

test("a poll loop over DescribeBackups ends when AWS Backup has made the backup", async () => {
  const { aws, fsx, backup, available, start } = withBackup();
  const { ResourceARN } = await available("openzfs");
  const { BackupJobId } = await start(ResourceARN);
  await aws.clock.next();
  expect((await backup.describeBackupJob({ BackupJobId })).State).toBe("RUNNING");
  expect(aws.state.fsx.backups.size).toBe(1);
  const seen = await poll(async () => (await fsx.describeBackups({})).Backups?.[0]?.Lifecycle, ["AVAILABLE"]);
  expect(seen).toEqual(["CREATING", "AVAILABLE"]);
});

test("a backup by AWS Backup is deleted with its recovery point, and cannot be deleted through FSx", async () => {
  const { aws, fsx, backup, available, start } = withBackup();
  const { ResourceARN } = await available("lustre");
  await start(ResourceARN);
  await aws.settle();
  const [made] = (await fsx.describeBackups({})).Backups ?? [];
  expect((await refusal(fsx.deleteBackup({ BackupId: made?.BackupId }))).name).toBe("BadRequest");
  await backup.send(
    new DeleteRecoveryPointCommand({ BackupVaultName: "Default", RecoveryPointArn: made?.ResourceARN }),
  );
  expect((await fsx.describeBackups({})).Backups).toEqual([]);
});

test("AWS Backup cannot back up a scratch file system", async () => {
  const { aws, backup, available, start } = withBackup();
  const { ResourceARN } = await available("lustre", { LustreConfiguration: {} });
  const { BackupJobId } = await start(ResourceARN);
  await aws.settle();
  expect(await backup.describeBackupJob({ BackupJobId })).toMatchObject({
    State: "FAILED",
    StatusMessage: "Backups are not supported for SCRATCH_1 file systems.",
  });
});

describe("one backup of a file system at a time", () => {
  test("a job waits for a user-initiated backup, checks every ten minutes, and then makes its own", async () => {
    const { aws, fsx, backup, available, start } = withBackup();
    const { FileSystemId, ResourceARN } = await available("windows");
    await fsx.createBackup({ FileSystemId });
    const { BackupJobId } = await start(ResourceARN);
    await aws.clock.advance("9 minutes");
    expect(aws.state.backup.backupJobs.get(BackupJobId ?? "")).toMatchObject({ State: "CREATED" });
    expect(aws.state.fsx.backups.size).toBe(1);
    await aws.settle();
    expect(await backup.describeBackupJob({ BackupJobId })).toMatchObject({ State: "COMPLETED" });
    const { Backups = [] } = await fsx.describeBackups({});
    expect(Backups.map(({ Type, Lifecycle }) => [Type, Lifecycle])).toEqual([
      ["USER_INITIATED", "AVAILABLE"],
      ["AWS_BACKUP", "AVAILABLE"],
    ]);
    const [first, second] = Backups.map(({ CreationTime }) => CreationTime?.getTime() ?? 0);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(10 * 60_000);
  });

  test("a job whose start window ends while it waits is EXPIRED, as with another job", async () => {
    const { aws, fsx, backup, available } = withBackup({ durations: { fsxBackup: "3 hours" } });
    const { FileSystemId, ResourceARN } = await available("openzfs");
    await fsx.createBackup({ FileSystemId });
    const { BackupJobId } = await backup.send(
      new StartBackupJobCommand({
        BackupVaultName: "Default",
        ResourceArn: ResourceARN,
        IamRoleArn: role,
        StartWindowMinutes: 60,
      }),
    );
    await aws.settle();
    expect(await backup.describeBackupJob({ BackupJobId })).toMatchObject({
      State: "EXPIRED",
      MessageCategory: "CONCURRENT_JOB",
      StatusMessage: "Backup job failed because there was a running job for the same resource.",
    });
    expect((await fsx.describeBackups({})).Backups).toMatchObject([{ Type: "USER_INITIATED" }]);
  });

  test("a job for an ONTAP volume does not wait for the backup of another volume", async () => {
    const here = withBackup();
    const { aws, fsx, backup, start } = here;
    const { createVolume } = await withMachine(here);
    const [a, b] = [await createVolume("a"), await createVolume("b")];
    await aws.settle();
    await fsx.createBackup({ VolumeId: a.VolumeId });
    const [waiting, running] = [await start(a.ResourceARN), await start(b.ResourceARN)];
    await aws.clock.advance("30 seconds");
    const state = (id: string | undefined) => aws.state.backup.backupJobs.get(id ?? "")?.State;
    expect([state(waiting.BackupJobId), state(running.BackupJobId)]).toEqual(["CREATED", "COMPLETED"]);
    await aws.settle();
    expect((await backup.describeBackupJob({ BackupJobId: waiting.BackupJobId })).State).toBe("COMPLETED");
  });

  test("a job for a file system that is being deleted fails immediately, even during its final backup", async () => {
    const { aws, fsx, backup, available, start } = withBackup();
    const { FileSystemId, ResourceARN } = await available("windows");
    const { BackupJobId } = await start(ResourceARN);
    await fsx.deleteFileSystem({ FileSystemId });
    await aws.clock.advance("10 seconds");
    expect(aws.state.backup.backupJobs.get(BackupJobId ?? "")).toMatchObject({
      State: "FAILED",
      StatusMessage: `FSx file system ${FileSystemId} is in the lifecycle state DELETING.`,
    });
    expect((await backup.describeBackupJob({ BackupJobId })).State).toBe("FAILED");
  });

  test.each([
    ["a user's", { fsxBackup: "25 minutes" }],
    ["AWS Backup's", { backupJob: "25 minutes" }],
  ] as const)("the daily backup is made when %s is done", async (whose, durations) => {
    const { aws, fsx, available, start } = withBackup({ durations });
    const { FileSystemId, ResourceARN } = await available("windows", {
      WindowsConfiguration: {
        ...requests.windows.WindowsConfiguration,
        DailyAutomaticBackupStartTime: "05:00",
      },
    });
    await aws.clock.set("2026-01-01T04:50:00Z");
    await (whose === "a user's" ? fsx.createBackup({ FileSystemId }) : start(ResourceARN));
    await aws.clock.set("2026-01-01T05:10:00Z");
    expect(automatic(aws)).toEqual([]);
    await aws.clock.set("2026-01-02T06:00:00Z");
    expect(automatic(aws)).toEqual(["2026-01-01T05:20:00.000Z", "2026-01-02T05:00:00.000Z"]);
  });
});

/** The creation times of the automatic backups. */
const automatic = (aws: ReturnType<typeof withBackup>["aws"]): string[] =>
  [...aws.state.fsx.backups.values()]
    .filter(({ Type }) => Type === "AUTOMATIC")
    .map(({ CreationTime }) => new Date(CreationTime).toISOString());
