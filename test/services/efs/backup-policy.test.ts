import { Backup } from "@aws-sdk/client-backup";
import { PolicyNotFound } from "@aws-sdk/client-efs";
import { account, availableFileSystem, efsError, fileSystemOf, refusal } from "./support";

const vault = "aws/efs/automatic-backup-vault";
const planId = "aws/efs/73d922fb-9312-3a70-99c3-e69367f9fdad";
const enabledTag = { Key: "aws:elasticfilesystem:default-backup", Value: "enabled" };

function accountWithBackup(options?: Parameters<typeof account>[0]) {
  const { aws, efs } = account(options);
  return { aws, efs, backup: aws.attach(new Backup()) };
}

test("a file system has no policy until automatic backups are turned on or off", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const error = await refusal(efs.describeBackupPolicy({ FileSystemId }));
  expect(error).toBeInstanceOf(PolicyNotFound);
  expect(error).toEqual(efsError("PolicyNotFound", 404));
});

test("the policy is ENABLING, then ENABLED when turned on; DISABLING, then DISABLED when turned off", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const put = async (Status: "ENABLED" | "DISABLED") =>
    (await efs.putBackupPolicy({ FileSystemId, BackupPolicy: { Status } })).BackupPolicy?.Status;
  const described = async () => (await efs.describeBackupPolicy({ FileSystemId })).BackupPolicy?.Status;
  expect(await put("ENABLED")).toBe("ENABLING");
  expect([await described(), await described()]).toEqual(["ENABLING", "ENABLED"]);
  expect((await fileSystemOf(efs, FileSystemId)).Tags).toEqual([enabledTag]);
  expect(await put("DISABLED")).toBe("DISABLING");
  expect([await described(), await described()]).toEqual(["DISABLING", "DISABLED"]);
  expect((await fileSystemOf(efs, FileSystemId)).Tags).toEqual([]);
});

test("the first file system with automatic backups creates the automatic vault, plan and selection", async () => {
  const { efs, backup } = accountWithBackup();
  const { Tags } = await efs.createFileSystem({ Backup: true });
  expect(Tags).toEqual([enabledTag]);
  expect(await backup.describeBackupVault({ BackupVaultName: vault })).toMatchObject({
    BackupVaultArn: `arn:aws:backup:us-east-1:123456789012:backup-vault:${vault}`,
    EncryptionKeyArn: expect.stringMatching(/^arn:aws:kms:us-east-1:123456789012:key\//),
  });
  expect(await backup.getBackupPlan({ BackupPlanId: planId })).toMatchObject({
    BackupPlanArn: `arn:aws:backup:us-east-1:123456789012:backup-plan:${planId}`,
    BackupPlan: {
      BackupPlanName: "aws/efs/automatic-backup-plan",
      Rules: [
        {
          RuleName: "aws/efs/automatic-backup-rule",
          TargetBackupVaultName: vault,
          ScheduleExpression: "cron(0 5 ? * * *)",
          StartWindowMinutes: 480,
          CompletionWindowMinutes: 10_080,
          Lifecycle: { DeleteAfterDays: 35 },
        },
      ],
    },
  });
  const { BackupSelectionsList = [] } = await backup.listBackupSelections({ BackupPlanId: planId });
  expect(BackupSelectionsList).toMatchObject([
    {
      SelectionName: "aws/efs/automatic-backup-selection",
      IamRoleArn:
        "arn:aws:iam::123456789012:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup",
    },
  ]);
  await efs.createFileSystem({ Backup: true });
  expect((await backup.listBackupPlans({})).BackupPlansList).toHaveLength(1);
});

test("only file systems with automatic backups are backed up every night", async () => {
  const { aws, efs, backup } = accountWithBackup({ now: "2026-03-01T12:00:00Z" });
  const { FileSystemArn } = await availableFileSystem(efs, { Backup: true });
  const other = await availableFileSystem(efs);
  await aws.clock.advance("2 days");
  const points = await backup.listRecoveryPointsByBackupVault({ BackupVaultName: vault });
  expect(points.RecoveryPoints).toHaveLength(2);
  for (const point of points.RecoveryPoints ?? []) {
    expect(point).toMatchObject({
      ResourceArn: FileSystemArn,
      ResourceType: "EFS",
      CreatedBy: { BackupPlanId: planId, BackupRuleName: "aws/efs/automatic-backup-rule" },
      RecoveryPointArn: expect.stringMatching(/^arn:aws:backup:us-east-1:123456789012:recovery-point:/),
    });
  }
  const { RecoveryPoints } = await backup.listRecoveryPointsByResource({ ResourceArn: other.FileSystemArn });
  expect(RecoveryPoints).toEqual([]);
});

test("turning automatic backups off stops new ones; existing ones expire", async () => {
  const { aws, efs, backup } = accountWithBackup({ now: "2026-03-01T12:00:00Z" });
  const { FileSystemId } = await availableFileSystem(efs, { Backup: true });
  const count = async () =>
    (await backup.describeBackupVault({ BackupVaultName: vault })).NumberOfRecoveryPoints;
  await aws.clock.advance("3 days");
  expect(await count()).toBe(3);
  await efs.putBackupPolicy({ FileSystemId, BackupPolicy: { Status: "DISABLED" } });
  await aws.clock.advance("20 days");
  expect(await count()).toBe(3);
  await aws.clock.advance("20 days");
  expect(await count()).toBe(0);
});

test("a backup outlives its file system", async () => {
  const { aws, efs, backup } = accountWithBackup({ now: "2026-03-01T12:00:00Z" });
  const { FileSystemId, FileSystemArn } = await availableFileSystem(efs, { Backup: true });
  await aws.clock.advance("1 day");
  await efs.deleteFileSystem({ FileSystemId });
  await aws.clock.advance("3 days");
  const { RecoveryPoints } = await backup.listRecoveryPointsByResource({ ResourceArn: FileSystemArn });
  expect(RecoveryPoints).toHaveLength(1);
});

test("AWS Backup shows the name of a file system, and refuses an unknown one", async () => {
  const { aws, efs, backup } = accountWithBackup();
  const { FileSystemArn } = await availableFileSystem(efs, { Tags: [{ Key: "Name", Value: "shared" }] });
  const start = (ResourceArn: string) =>
    backup.startBackupJob({
      BackupVaultName: "Default",
      ResourceArn,
      IamRoleArn: "arn:aws:iam::123456789012:role/backup",
    });
  const { BackupJobId } = await start(FileSystemArn);
  await aws.settle();
  expect(await backup.describeBackupJob({ BackupJobId })).toMatchObject({
    State: "COMPLETED",
    ResourceType: "EFS",
    ResourceName: "shared",
  });
  const gone = FileSystemArn.replace(/fs-.*/, "fs-00000000000000000");
  expect(await refusal(start(gone))).toMatchObject({ name: "ResourceNotFoundException" });
});

test("a backup job of a file system that is being deleted fails", async () => {
  const { aws, efs, backup } = accountWithBackup({
    clock: "manual",
    durations: { efsFileSystemDeletion: "1 hour" },
  });
  const { FileSystemId, FileSystemArn } = await efs.createFileSystem({});
  await aws.settle();
  await efs.deleteFileSystem({ FileSystemId });
  const { BackupJobId } = await backup.startBackupJob({
    BackupVaultName: "Default",
    ResourceArn: FileSystemArn,
    IamRoleArn: "arn:aws:iam::123456789012:role/backup",
  });
  await aws.clock.advance("1 minute");
  expect((await backup.describeBackupJob({ BackupJobId })).State).toBe("FAILED");
});

test("the automatic vault, plan and selection cannot be deleted through AWS Backup", async () => {
  const { efs, backup } = accountWithBackup();
  await efs.createFileSystem({ Backup: true });
  const { BackupSelectionsList = [] } = await backup.listBackupSelections({ BackupPlanId: planId });
  const SelectionId = BackupSelectionsList[0]?.SelectionId;
  const { Policy = "" } = await backup.getBackupVaultAccessPolicy({ BackupVaultName: vault });
  expect(JSON.parse(Policy)).toMatchObject({ Statement: [{ Effect: "Deny" }] });
  await refusal(backup.deleteBackupVault({ BackupVaultName: vault }));
  await refusal(backup.deleteBackupPlan({ BackupPlanId: planId }));
  await refusal(backup.deleteBackupSelection({ BackupPlanId: planId, SelectionId }));
});

test("the backup policy of an unknown file system can be neither changed nor described", async () => {
  const { efs } = account();
  const FileSystemId = "fs-00000000";
  const notFound = efsError("FileSystemNotFound", 404);
  expect(await refusal(efs.describeBackupPolicy({ FileSystemId }))).toEqual(notFound);
  expect(await refusal(efs.putBackupPolicy({ FileSystemId, BackupPolicy: { Status: "ENABLED" } }))).toEqual(
    notFound,
  );
});

test("a policy can be held", async () => {
  const { aws, efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  await efs.putBackupPolicy({ FileSystemId, BackupPolicy: { Status: "ENABLED" } });
  aws.hold(FileSystemId);
  await aws.clock.advance("1 day");
  expect((await efs.describeBackupPolicy({ FileSystemId })).BackupPolicy?.Status).toBe("ENABLING");
});
