import {
  bucket,
  database,
  here,
  nightly,
  role,
  scannerRole,
  table,
  vaultArn,
} from "../../services/backup/world";
import { described, judged, type ReferenceRules, recorded, shown } from "./rules";

const instance = `arn:aws:ec2:us-east-1:${here}:instance/i-0123456789abcdef0`;
const start = (members: object) => ({ ...nightly, ResourceArn: table, IamRoleArn: role, ...members });
const startRule = (member: string, rule: string, takes: readonly object[], refuses: readonly object[]) =>
  judged(member, rule, start, { takes, refuses });
const longest = 52_560_000;

export const jobRules = {
  DescribeBackupJob: [
    recorded(
      "BackupSizeInBytes",
      "that of the whole volume for EBS",
      "the-size-of-an-ebs-backup-is-that-of-the-whole-volume",
    ),
    shown(
      "StartBy",
      "a job that has not started by then is ended",
      "backup-jobs",
      "a job that cannot start in its window expires",
    ),
    described(
      "IamRoleArn",
      "names of roles other than the default one",
      "the role itself is assumed to exist",
    ),
  ],
  DescribeCopyJob: [
    shown(
      "CopyJob.CreatedByBackupJobId",
      "of copies that a plan or an air-gapped target asks for",
      "copy-jobs-of-plans",
      "is made after each backup, and shows the plan, the rule and the backup job",
    ),
  ],
  DescribeRestoreJob: [
    recorded(
      "Status",
      "from PENDING over RUNNING to COMPLETED",
      "a-restore-goes-from-pending-over-running-to-completed",
    ),
  ],
  DescribeScanJob: [
    shown(
      "ScanBaseRecoveryPointArn",
      "of incremental scans only",
      "scan-jobs",
      "an incremental scan is based on the newest scanned point, or becomes a full scan",
    ),
  ],
  GetRestoreJobMetadata: [
    recorded("Metadata", "as the job was started with", "the-metadata-of-a-restore-job-can-be-read-again"),
  ],
  PutRestoreValidationResult: [
    recorded(
      "",
      "of restores that no plan started as well",
      "a-restore-that-no-testing-plan-started-takes-a-validation-result",
    ),
  ],
  StartBackupJob: [
    startRule(
      "StartWindowMinutes",
      "an hour or more",
      [{ StartWindowMinutes: 60 }],
      [{ StartWindowMinutes: 59 }],
    ),
    startRule(
      "StartWindowMinutes",
      "at most 100 years",
      [{ StartWindowMinutes: longest }],
      [{ StartWindowMinutes: longest + 1 }],
    ),
    startRule(
      "CompleteWindowMinutes",
      "at most 100 years",
      [{ CompleteWindowMinutes: longest }],
      [{ CompleteWindowMinutes: longest + 1 }],
    ),
    recorded("StartWindowMinutes", "8 hours by default", "a-job-on-demand-may-start-for-eight-hours"),
    startRule(
      "Lifecycle",
      "90 days in cold storage",
      [{ Lifecycle: { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 91 } }],
      [{ Lifecycle: { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 90 } }],
    ),
    startRule(
      "Lifecycle.DeleteAfterEvent",
      "is not an input",
      [{ Lifecycle: { DeleteAfterDays: 9 } }],
      [{ Lifecycle: { DeleteAfterDays: 9, DeleteAfterEvent: "DELETE_AFTER_COPY" } }],
    ),
    recorded(
      "Lifecycle",
      "cold days are ignored of types without cold storage",
      "cold-days-of-a-type-without-cold-storage-are-ignored",
    ),
    startRule(
      "BackupOptions",
      "WindowsVSS of EC2",
      [{ ResourceArn: instance, BackupOptions: { WindowsVSS: "enabled" } }],
      [
        { BackupOptions: { WindowsVSS: "enabled" } },
        { ResourceArn: instance, BackupOptions: { WindowsVSS: "on" } },
      ],
    ),
    startRule(
      "BackupOptions",
      "access lists and tags of S3",
      [{ ResourceArn: bucket, BackupOptions: { BackupACLs: "disabled" } }],
      [{ ResourceArn: bucket, BackupOptions: { BackupACLs: "no" } }],
    ),
    startRule("Index", "of EBS and S3", [{ ResourceArn: bucket, Index: "ENABLED" }], [{ Index: "ENABLED" }]),
    shown(
      "CompleteWindowMinutes",
      "a job that takes longer is ended",
      "backup-jobs",
      "a job that does not complete in its window expires",
    ),
    shown(
      "IdempotencyToken",
      "a retry takes no action",
      "backup-jobs",
      "the same idempotency token starts no second job",
    ),
    shown(
      "RecoveryPointArn",
      "of EFS and advanced DynamoDB only",
      "backup-jobs",
      "only EFS and advanced DynamoDB tell the recovery point's ARN in advance",
    ),
  ],
  StartCopyJob: [
    judged(
      "Lifecycle",
      "90 days in cold storage; no event",
      (Lifecycle: object, { ids }) => ({
        RecoveryPointArn: ids.rows.RecoveryPointArn,
        SourceBackupVaultName: "nightly",
        DestinationBackupVaultArn: vaultArn("copies"),
        IamRoleArn: role,
        Lifecycle,
      }),
      {
        takes: [{ MoveToColdStorageAfterDays: 1, DeleteAfterDays: 91 }],
        refuses: [
          { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 90 },
          { DeleteAfterEvent: "DELETE_AFTER_COPY" },
          { DeleteAfterDays: 36_501 },
        ],
      },
    ),
    shown(
      "IdempotencyToken",
      "a retry takes no action",
      "copy-jobs",
      "the same idempotency token starts one copy",
    ),
  ],
  StartRestoreJob: [
    judged(
      "ResourceType",
      "that of the recovery point",
      (ResourceType: string, { ids }) => ({
        RecoveryPointArn: ids.rows.RecoveryPointArn,
        IamRoleArn: role,
        Metadata: { targetTableName: "pass" },
        ResourceType,
      }),
      { takes: ["DynamoDB"], refuses: ["EBS"] },
    ),
    shown(
      "IdempotencyToken",
      "a retry takes no action",
      "restore-jobs",
      "an idempotency token starts one restore, and cannot be used after that has finished",
    ),
    shown(
      "Metadata",
      "more keys than GetRecoveryPointRestoreMetadata returns may be needed",
      "point-restore-metadata",
      "contains the keys that a restore needs, for every type",
    ),
    shown(
      "CopySourceTagsToRestoredResource",
      "for types that support it",
      "restore-jobs",
      "tags are copied on request, for types that support it",
    ),
  ],
  StartScanJob: [
    judged(
      "ContinuousScanEndTime",
      "of continuous backups only",
      (more: object, { ids }) => ({
        ...nightly,
        RecoveryPointArn: ids.disk.RecoveryPointArn,
        IamRoleArn: role,
        ScannerRoleArn: scannerRole,
        MalwareScanner: "GUARDDUTY",
        ScanMode: "FULL_SCAN",
        ...more,
      }),
      { takes: [{}], refuses: [{ ContinuousScanEndTime: new Date("2026-03-01T00:00:00Z") }] },
    ),
    shown(
      "IdempotencyToken",
      "a retry takes no action",
      "scan-jobs",
      "a repeated token starts no second scan",
    ),
    shown(
      "ScanMode",
      "an incremental scan finds what its base did not have",
      "scan-jobs",
      "an incremental scan is based on the newest scanned point, or becomes a full scan",
    ),
    shown(
      "ScanBaseRecoveryPointArn",
      "an earlier backup that was scanned",
      "scan-jobs-refused",
      "a base that was not scanned",
    ),
  ],
  StopBackupJob: [
    judged(
      "BackupJobId",
      "not of Aurora, DocumentDB, FSx, Neptune, SAP HANA and RDS",
      async (ResourceArn: string, { backup }) => {
        const { BackupJobId } = await backup.startBackupJob({ ...nightly, ResourceArn, IamRoleArn: role });
        return { BackupJobId };
      },
      { takes: [table], refuses: [database], as: "InvalidRequest" },
    ),
    recorded("BackupJobId", "not of Aurora", "a-backup-of-aurora-cannot-be-stopped"),
    recorded("BackupJobId", "not of FSx", "a-backup-of-fsx-cannot-be-stopped"),
    recorded("BackupJobId", "not of Neptune", "a-backup-of-neptune-cannot-be-stopped"),
  ],
} satisfies Partial<ReferenceRules>;
