import { bucket, known, nightly, role, scannerRole, table, vaultArn, volume } from "../world";
import { type Agreement, type Made, token } from "./agreement";

const day = 86_400_000;
const cold = {
  MoveToColdStorageAfterDays: 5,
  DeleteAfterDays: 100,
  OptInToArchiveForSupportedResources: true,
};
const outputOnly = "only output has it";

const restoreLists = [
  { by: "ListRestoreJobs", in: "RestoreJobs", with: () => ({}) },
  {
    by: "ListRestoreJobsByProtectedResource",
    in: "RestoreJobs",
    with: () => ({ ResourceArn: table }),
  },
] satisfies Agreement["lists"];

export const jobAgreements: readonly Agreement[] = [
  {
    kind: "backup job",
    by: "StartBackupJob",
    input: () => ({
      BackupVaultName: "nightly",
      ResourceArn: bucket,
      IamRoleArn: role,
      IdempotencyToken: "once",
      StartWindowMinutes: 60,
      CompleteWindowMinutes: 600,
      Lifecycle: cold,
      RecoveryPointTags: { made: "by hand" },
      BackupOptions: { BackupACLs: "enabled", BackupObjectTags: "enabled" },
      Index: "ENABLED",
    }),
    without: {
      LogicallyAirGappedBackupVaultArn: "backups in it have no index",
      "Lifecycle.DeleteAfterEvent": outputOnly,
    },
    described: (
      { BackupVaultName, ResourceArn, IamRoleArn, Lifecycle, BackupOptions },
      { CreationDate },
    ) => ({
      BackupVaultName,
      ResourceArn,
      IamRoleArn,
      RecoveryPointLifecycle: Lifecycle,
      BackupOptions,
      StartBy: new Date(new Date(String(CreationDate)).getTime() + 3_600_000),
    }),
    hidden: {
      IdempotencyToken: token,
      StartWindowMinutes: "it determines a date",
      CompleteWindowMinutes: "shown by the job's end",
      Lifecycle: "the recovery point shows it",
      RecoveryPointTags: "the recovery point shows them",
      Index: "the recovery point shows it",
    },
    describe: { by: "DescribeBackupJob", with: ({ BackupJobId }) => ({ BackupJobId }) },
    lists: [{ by: "ListBackupJobs", in: "BackupJobs", with: () => ({}) }],
    key: "BackupJobId",
  },
  {
    kind: "copy job",
    by: "StartCopyJob",
    input: ({ ids }) => ({
      RecoveryPointArn: ids.file.RecoveryPointArn,
      SourceBackupVaultName: "nightly",
      DestinationBackupVaultArn: vaultArn("copies"),
      IamRoleArn: role,
      IdempotencyToken: "once",
      Lifecycle: cold,
    }),
    without: { "Lifecycle.DeleteAfterEvent": outputOnly },
    described: ({ RecoveryPointArn, DestinationBackupVaultArn, IamRoleArn, Lifecycle }) => ({
      SourceRecoveryPointArn: RecoveryPointArn,
      SourceBackupVaultArn: vaultArn("nightly"),
      DestinationBackupVaultArn,
      IamRoleArn,
      DestinationRecoveryPointLifecycle: Lifecycle,
    }),
    hidden: {
      IdempotencyToken: token,
      RecoveryPointArn: "it has another name",
      SourceBackupVaultName: "the ARN contains it",
      Lifecycle: "the copy shows it",
    },
    describe: { by: "DescribeCopyJob", in: "CopyJob", with: ({ CopyJobId }) => ({ CopyJobId }) },
    lists: [{ by: "ListCopyJobs", in: "CopyJobs", with: () => ({}) }],
    key: "CopyJobId",
  },
  {
    kind: "restore job",
    by: "StartRestoreJob",
    input: ({ ids }) => ({
      RecoveryPointArn: ids.rows.RecoveryPointArn,
      Metadata: { targetTableName: "new", encryptionType: "Default" },
      IamRoleArn: role,
      IdempotencyToken: "once",
      ResourceType: "DynamoDB",
      CopySourceTagsToRestoredResource: false,
    }),
    described: ({ RecoveryPointArn, IamRoleArn, ResourceType }) => ({
      RecoveryPointArn,
      IamRoleArn,
      ResourceType,
    }),
    hidden: {
      IdempotencyToken: token,
      Metadata: "GetRestoreJobMetadata shows it",
      CopySourceTagsToRestoredResource: "the restored resource shows it",
    },
    describe: { by: "DescribeRestoreJob", with: ({ RestoreJobId }) => ({ RestoreJobId }) },
    lists: restoreLists,
    key: "RestoreJobId",
  },
  {
    kind: "metadata of a restore job",
    by: "StartRestoreJob",
    input: ({ ids }) => ({
      RecoveryPointArn: ids.rows.RecoveryPointArn,
      Metadata: { targetTableName: "new", encryptionType: "Default" },
    }),
    without: {
      IamRoleArn: "as before",
      IdempotencyToken: token,
      ResourceType: "as before",
      CopySourceTagsToRestoredResource: "as before",
    },
    described: ({ Metadata }) => ({ Metadata }),
    hidden: { RecoveryPointArn: "as before" },
    describe: { by: "GetRestoreJobMetadata", with: ({ RestoreJobId }) => ({ RestoreJobId }) },
    lists: restoreLists,
    key: "RestoreJobId",
  },
  {
    kind: "scan job",
    by: "StartScanJob",
    input: ({ ids }) => ({
      ...nightly,
      RecoveryPointArn: ids.disk.RecoveryPointArn,
      IamRoleArn: role,
      ScannerRoleArn: scannerRole,
      MalwareScanner: "GUARDDUTY",
      ScanMode: "FULL_SCAN",
      IdempotencyToken: "once",
    }),
    without: {
      ScanBaseRecoveryPointArn: "a full scan has no base",
      ContinuousScanEndTime: "only for continuous backups",
    },
    described: ({ IdempotencyToken: _, ...input }) => input,
    hidden: { IdempotencyToken: token },
    describe: { by: "DescribeScanJob", with: ({ ScanJobId }) => ({ ScanJobId }) },
    lists: [{ by: "ListScanJobs", in: "ScanJobs", with: () => ({}) }],
    key: "ScanJobId",
  },
];

const pointInput = ({ RecoveryPointArn }: Made) => ({ ...nightly, RecoveryPointArn });

export const pointAgreements: readonly Agreement[] = [
  {
    kind: "recovery point",
    by: "StartBackupJob",
    input: () => ({
      ...nightly,
      ResourceArn: table,
      IamRoleArn: role,
      Lifecycle: cold,
      RecoveryPointTags: { made: "by hand" },
    }),
    without: {
      IdempotencyToken: token,
      StartWindowMinutes: "the job shows it",
      CompleteWindowMinutes: "the job shows it",
      BackupOptions: "the job shows it",
      Index: "tables have no index",
      LogicallyAirGappedBackupVaultArn: "the point would be in another vault",
      "Lifecycle.DeleteAfterEvent": outputOnly,
    },
    described: ({ BackupVaultName, ResourceArn, IamRoleArn, Lifecycle }, { CreationDate }) => ({
      BackupVaultName,
      ResourceArn,
      IamRoleArn,
      Lifecycle,
      CreationDate,
      CalculatedLifecycle: {
        DeleteAt: new Date(new Date(String(CreationDate)).getTime() + 100 * day),
        MoveToColdStorageAt: new Date(new Date(String(CreationDate)).getTime() + 5 * day),
      },
    }),
    tagged: "RecoveryPointArn",
    describe: { by: "DescribeRecoveryPoint", with: pointInput },
    lists: [
      { by: "ListRecoveryPointsByBackupVault", in: "RecoveryPoints", with: () => nightly },
      {
        by: "ListRecoveryPointsByResource",
        in: "RecoveryPoints",
        with: () => ({ ResourceArn: table }),
        renamed: { BackupSizeInBytes: "BackupSizeBytes" },
      },
    ],
    key: "RecoveryPointArn",
  },
  {
    kind: "lifecycle of a held recovery point",
    by: "UpdateRecoveryPointLifecycle",
    async input({ backup, ids }) {
      const { RecoveryPoints } = await backup.listRecoveryPointsByLegalHold(ids);
      const { RecoveryPointArn } = known(RecoveryPoints?.[0]);
      return { BackupVaultName: "copies", RecoveryPointArn, Lifecycle: cold };
    },
    without: { "Lifecycle.DeleteAfterEvent": outputOnly },
    described: input => input,
    describe: {
      by: "DescribeRecoveryPoint",
      with: ({ RecoveryPointArn }) => ({ BackupVaultName: "copies", RecoveryPointArn }),
    },
    lists: [
      {
        by: "ListRecoveryPointsByLegalHold",
        in: "RecoveryPoints",
        with: (_, { ids }) => ({ LegalHoldId: ids.LegalHoldId }),
      },
    ],
    key: "RecoveryPointArn",
  },
  {
    kind: "index of a recovery point",
    by: "UpdateRecoveryPointIndexSettings",
    async input(world) {
      const { RecoveryPointArn } = await world.backUp(volume);
      return { ...nightly, RecoveryPointArn, IamRoleArn: role, Index: "ENABLED" };
    },
    described: ({ RecoveryPointArn }) => ({
      RecoveryPointArn,
      BackupVaultArn: vaultArn("nightly"),
      SourceResourceArn: volume,
    }),
    hidden: {
      BackupVaultName: "the ARN contains it",
      IamRoleArn: "the list shows it",
      Index: "it determines a status",
    },
    describe: { by: "GetRecoveryPointIndexDetails", with: pointInput },
    lists: [{ by: "ListIndexedRecoveryPoints", in: "IndexedRecoveryPoints", with: () => ({}) }],
    key: "RecoveryPointArn",
  },
  {
    kind: "protected resource",
    by: "StartBackupJob",
    input: ({ ids }) => ({ ...nightly, ResourceArn: ids.fileSystem, IamRoleArn: role }),
    without: {
      IdempotencyToken: token,
      StartWindowMinutes: "the job shows it",
      CompleteWindowMinutes: "the job shows it",
      BackupOptions: "the job shows it",
      Index: "file systems have no index",
      LogicallyAirGappedBackupVaultArn: "the point would be in another vault",
      Lifecycle: "the recovery point shows it",
      RecoveryPointTags: "the recovery point shows them",
    },
    described: ({ ResourceArn }, { RecoveryPointArn, CreationDate }) => ({
      ResourceArn,
      LastBackupVaultArn: vaultArn("nightly"),
      LastRecoveryPointArn: RecoveryPointArn,
      LastBackupTime: CreationDate,
    }),
    hidden: { BackupVaultName: "the ARN contains it", IamRoleArn: "the recovery point shows it" },
    describe: { by: "DescribeProtectedResource", with: (_, { ids }) => ({ ResourceArn: ids.fileSystem }) },
    lists: [
      { by: "ListProtectedResources", in: "Results", with: () => ({}) },
      { by: "ListProtectedResourcesByBackupVault", in: "Results", with: () => nightly },
    ],
    key: "ResourceArn",
  },
];
