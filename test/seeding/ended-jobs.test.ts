import { Backup } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { failure } from "../support/failure";

const bucket = "arn:aws:s3:::reports";
const point = "arn:aws:backup:us-east-1:123456789012:recovery-point:11111111-1111-4111-8111-111111111111";
const IamRoleArn = "arn:aws:iam::123456789012:role/backup";
const DestinationBackupVaultArn = "arn:aws:backup:us-east-1:123456789012:backup-vault:copies";
const day = 86_400_000;

test("ended jobs end after the usual duration by default, and are listed by that date", async () => {
  const aws = mockAws();
  const now = aws.clock.now().getTime();
  aws.seed({
    backup: {
      vaults: [{ BackupVaultName: "copies" }],
      recoveryPoints: [{ ResourceArn: bucket, RecoveryPointArn: point, CreationDate: "3 days ago" }],
      backupJobs: [
        { ResourceArn: bucket, CreationDate: "2 days ago" },
        { ResourceArn: bucket, State: "FAILED", CreationDate: "2 days ago", CompletionDate: "1 day ago" },
      ],
      copyJobs: [
        {
          RecoveryPointArn: point,
          SourceBackupVaultName: "Default",
          DestinationBackupVaultArn,
          IamRoleArn,
          CreationDate: "2 days ago",
        },
        {
          SourceRecoveryPointArn: point,
          DestinationBackupVaultArn,
          State: "FAILED",
          CreationDate: "2 days ago",
        },
      ],
      restoreJobs: [{ RecoveryPointArn: point, Status: "COMPLETED", CreationDate: "2 days ago" }],
    },
  });
  const backup = aws.attach(new Backup());
  const after = { ByCompleteAfter: new Date(now - 2 * day) };
  const { BackupJobs } = await backup.listBackupJobs(after);
  expect(BackupJobs?.map(({ CompletionDate }) => CompletionDate?.getTime()).sort()).toEqual([
    now - 2 * day + 30_000,
    now - day,
  ]);
  const { CopyJobs } = await backup.listCopyJobs(after);
  expect(CopyJobs?.map(({ State, CompletionDate }) => [State, CompletionDate?.getTime()]).sort()).toEqual([
    ["COMPLETED", now - 2 * day + 70_000],
    ["FAILED", now - 2 * day + 70_000],
  ]);
  const { RestoreJobs } = await backup.listRestoreJobs(after);
  expect(RestoreJobs).toMatchObject([
    { ResourceType: "S3", CompletionDate: new Date(now - 2 * day + 70_000) },
  ]);
  await aws.clock.advance("30 days");
  expect((await backup.listBackupJobs({})).BackupJobs).toHaveLength(0);
  expect((await backup.listCopyJobs({})).CopyJobs).toEqual([]);
  expect((await backup.listRestoreJobs({})).RestoreJobs).toEqual([]);
});

test("a job that ended 30 days ago would not be listed, so it is refused", () => {
  const old = { ResourceArn: bucket, CreationDate: "31 days ago" };
  expect(failure(() => mockAws().seed({ backup: { backupJobs: [old] } }))).toContain(
    "backup.backupJobs[0]: ended at 2025-12-01T00:00:30.000Z, 30 days ago or more, and would no longer be listed",
  );
  expect(
    mockAws().seed({ backup: { backupJobs: [{ ...old, CompletionDate: "29 days ago" }] } }).backup.backupJobs,
  ).toHaveLength(1);
});
