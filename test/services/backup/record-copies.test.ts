import { type BackupJob, copyOfBackupJob } from "../../../src/services/backup/records/backup-jobs";
import {
  copyOfRecoveryPoint,
  type RecoveryPoint,
} from "../../../src/services/backup/records/recovery-points";

const next = { at: 4, step: "start", inFlight: true, order: 1 };

/** All members that a backup job can have. The compiler reports a new member that is missing here. */
const job: Required<BackupJob> = {
  AccountId: "123456789012",
  BackupJobId: "job",
  BackupVaultName: "nightly",
  BackupVaultArn: "vault",
  VaultType: "BACKUP_VAULT",
  VaultLockState: "LOCKED",
  RecoveryPointArn: "point",
  RecoveryPointLifecycle: { DeleteAfterDays: 35 },
  EncryptionKeyArn: "key",
  IsEncrypted: true,
  ResourceArn: "resource",
  ResourceType: "EFS",
  ResourceName: "orders",
  CreationDate: 1,
  InitiationDate: 1,
  CompletionDate: 2,
  ExpectedCompletionDate: 3,
  StartBy: 4,
  State: "PARTIAL",
  StatusMessage: "some failed",
  MessageCategory: "SUCCESS",
  PercentDone: "100.0",
  BackupSizeInBytes: 5,
  BytesTransferred: 6,
  IamRoleArn: "role",
  CreatedBy: { BackupPlanId: "plan" },
  BackupOptions: { WindowsVSS: "enabled" },
  BackupType: "BACKUP",
  ParentJobId: "parent",
  IsParent: true,
  NumberOfChildJobs: 2,
  pointArn: "point",
  pointTags: { team: "shop" },
  completionWindowMinutes: 60,
  idempotencyToken: "token",
  followUp: {},
  retries: 1,
  issue: { category: "OTHER", message: "see there" },
  targetFault: { category: "OTHER", message: "elsewhere" },
  continuous: true,
  membership: {
    parentJobId: "parent",
    parentPointArn: "whole",
    memberId: "m",
    clusterState: false,
    depth: 1,
  },
  compositeRequest: {
    vaultName: "nightly",
    airGappedVaultName: undefined,
    lifecycle: { DeleteAfterDays: 35 },
  },
  membersLeftOut: 1,
  outcome: {},
  next,
};

const point: Required<RecoveryPoint> = {
  RecoveryPointArn: "point",
  BackupVaultName: "nightly",
  BackupVaultArn: "vault",
  VaultType: "BACKUP_VAULT",
  SourceBackupVaultArn: "source",
  ResourceArn: "resource",
  ResourceType: "EFS",
  ResourceName: "orders",
  CreatedBy: { BackupPlanId: "plan" },
  IamRoleArn: "role",
  Status: "COMPLETED",
  StatusMessage: "done",
  CreationDate: 1,
  InitiationDate: 1,
  CompletionDate: 2,
  BackupSizeInBytes: 5,
  Lifecycle: { DeleteAfterDays: 35 },
  EncryptionKeyArn: "key",
  EncryptionKeyType: "CUSTOMER_MANAGED_KMS_KEY",
  IsEncrypted: true,
  StorageClass: "WARM",
  LastRestoreTime: 3,
  ParentRecoveryPointArn: "parent",
  CompositeMemberIdentifier: "member",
  IsParent: true,
  ScanResults: [],
  backupJobId: "job",
  copyJobId: "copy",
  resourceSize: 6,
  infected: true,
  renewedAt: 2,
  options: {},
  onlyToCopy: true,
  airGapped: true,
  copied: true,
  heldBack: true,
  next,
};

test("a copy of a backup job or a recovery point has all its members", () => {
  expect(copyOfBackupJob(job)).toEqual(job);
  expect(copyOfRecoveryPoint(point)).toEqual(point);
});

test("a copy has rare members only if the original has them", () => {
  const { ResourceName: _name, outcome: _outcome, ...plainJob } = job;
  const { StatusMessage: _message, ScanResults: _results, ...plainPoint } = point;

  expect(copyOfBackupJob(plainJob)).toStrictEqual(plainJob);
  expect(copyOfRecoveryPoint(plainPoint)).toStrictEqual(plainPoint);
});
