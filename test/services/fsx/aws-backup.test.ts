import {
  Backup,
  DeleteRecoveryPointCommand,
  DescribeRecoveryPointCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { account, poll, refusal } from "./account";

const role = "arn:aws:iam::123456789012:role/backup";

function withBackup() {
  const fixture = account();
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

test("a job of AWS Backup makes an FSx backup that carries the recovery point's ARN", async () => {
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

test("a poll loop over DescribeBackups comes to its end while AWS Backup makes the backup", async () => {
  const { aws, fsx, backup, available, start } = withBackup();
  const { ResourceARN } = await available("openzfs");
  const { BackupJobId } = await start(ResourceARN);
  await backup.describeBackupJob({ BackupJobId });
  expect(aws.state.fsx.backups.size).toBe(1);
  const seen = await poll(async () => (await fsx.describeBackups({})).Backups?.[0]?.Lifecycle, ["AVAILABLE"]);
  expect(seen).toEqual(["CREATING", "AVAILABLE"]);
});

test("a backup of AWS Backup's cannot be deleted in FSx; deleting its recovery point deletes it", async () => {
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

test("a scratch file system is no source for AWS Backup", async () => {
  const { aws, backup, available, start } = withBackup();
  const { ResourceARN } = await available("lustre", { LustreConfiguration: {} });
  const { BackupJobId } = await start(ResourceARN);
  await aws.settle();
  expect(await backup.describeBackupJob({ BackupJobId })).toMatchObject({
    State: "FAILED",
    StatusMessage: "Backups are not supported for SCRATCH_1 file systems.",
  });
});
