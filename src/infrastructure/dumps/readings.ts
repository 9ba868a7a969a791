import type { ServiceName } from "../../model";
import type { ListName } from "../world-builder";

/** How the answers of an operation are read. */
export type Reading = Entries | Additions | Tags | Resources | Unread;

/** Each item is an entry of a list. */
export interface Entries {
  readonly entries: ListName;
  /** The member of the answer with the items, or with the only one. Default: the answer is the item. */
  readonly in?: string;
  /** The members that tell an item from others. */
  readonly key: readonly string[];
  /** Members that the answer may leave out since the input says them. */
  readonly ofInput?: readonly string[];
  /** Details count before summaries, and summaries before what a third answer says in passing. */
  readonly rank: "details" | "summary" | "mention";
  /** The operation that says what a fixture needs of a resource. Default: the item suffices. */
  readonly needs?: string;
}

/** The answer adds members to an entry. */
export interface Additions {
  readonly adds: ListName;
  /** The member, of the answer or of the input, that identifies the entry. */
  readonly to: string;
  readonly members: readonly string[];
}

/** The answer has the tags of the resource with this id or ARN in the input. */
export interface Tags {
  readonly tagsOf: string;
}

/** Each item is a resource of another service. */
export interface Resources {
  readonly resources: true;
  readonly in?: string;
}

/** A fixture has no place for the answer. */
interface Unread {
  readonly unread: string;
}

const entries = (
  list: ListName,
  key: string | readonly string[],
  rank: Entries["rank"],
  rest: Pick<Entries, "in" | "needs" | "ofInput"> = {},
): Entries => ({ entries: list, key: typeof key === "string" ? [key] : key, rank, ...rest });

const selectionKey = ["BackupPlanId", "SelectionId"];
const testingKey = ["RestoreTestingPlanName", "RestoreTestingSelectionName"];

const backup: Readonly<Record<string, Reading>> = {
  DescribeBackupVault: entries("backup.vaults", "BackupVaultName", "details"),
  ListBackupVaults: entries("backup.vaults", "BackupVaultName", "summary", { in: "BackupVaultList" }),
  GetBackupVaultAccessPolicy: { adds: "backup.vaults", to: "BackupVaultName", members: ["Policy"] },
  GetBackupVaultNotifications: {
    adds: "backup.vaults",
    to: "BackupVaultName",
    members: ["SNSTopicArn", "BackupVaultEvents"],
  },
  GetBackupPlan: entries("backup.plans", "BackupPlanId", "details", { ofInput: ["BackupPlanId"] }),
  ListBackupPlans: entries("backup.plans", "BackupPlanId", "summary", {
    in: "BackupPlansList",
    needs: "GetBackupPlan",
  }),
  GetBackupSelection: entries("backup.selections", selectionKey, "details", { ofInput: selectionKey }),
  ListBackupSelections: entries("backup.selections", selectionKey, "summary", {
    in: "BackupSelectionsList",
    needs: "GetBackupSelection",
    ofInput: ["BackupPlanId"],
  }),
  DescribeRecoveryPoint: entries("backup.recoveryPoints", "RecoveryPointArn", "details"),
  ListRecoveryPointsByBackupVault: entries("backup.recoveryPoints", "RecoveryPointArn", "summary", {
    in: "RecoveryPoints",
    ofInput: ["BackupVaultName"],
  }),
  ListRecoveryPointsByResource: entries("backup.recoveryPoints", "RecoveryPointArn", "mention", {
    in: "RecoveryPoints",
    ofInput: ["ResourceArn"],
  }),
  DescribeBackupJob: entries("backup.backupJobs", "BackupJobId", "details"),
  ListBackupJobs: entries("backup.backupJobs", "BackupJobId", "summary", { in: "BackupJobs" }),
  DescribeCopyJob: entries("backup.copyJobs", "CopyJobId", "details", { in: "CopyJob" }),
  ListCopyJobs: entries("backup.copyJobs", "CopyJobId", "summary", { in: "CopyJobs" }),
  DescribeRestoreJob: entries("backup.restoreJobs", "RestoreJobId", "details"),
  ListRestoreJobs: entries("backup.restoreJobs", "RestoreJobId", "summary", { in: "RestoreJobs" }),
  ListRestoreJobsByProtectedResource: entries("backup.restoreJobs", "RestoreJobId", "summary", {
    in: "RestoreJobs",
  }),
  GetLegalHold: entries("backup.legalHolds", "LegalHoldId", "details"),
  ListLegalHolds: entries("backup.legalHolds", "LegalHoldId", "summary", {
    in: "LegalHolds",
    needs: "GetLegalHold",
  }),
  DescribeFramework: entries("backup.frameworks", "FrameworkName", "details"),
  ListFrameworks: entries("backup.frameworks", "FrameworkName", "summary", {
    in: "Frameworks",
    needs: "DescribeFramework",
  }),
  DescribeReportPlan: entries("backup.reportPlans", "ReportPlanName", "details", { in: "ReportPlan" }),
  ListReportPlans: entries("backup.reportPlans", "ReportPlanName", "summary", { in: "ReportPlans" }),
  GetRestoreTestingPlan: entries("backup.restoreTestingPlans", "RestoreTestingPlanName", "details", {
    in: "RestoreTestingPlan",
  }),
  ListRestoreTestingPlans: entries("backup.restoreTestingPlans", "RestoreTestingPlanName", "summary", {
    in: "RestoreTestingPlans",
    needs: "GetRestoreTestingPlan",
  }),
  GetRestoreTestingSelection: entries("backup.restoreTestingSelections", testingKey, "details", {
    in: "RestoreTestingSelection",
  }),
  ListRestoreTestingSelections: entries("backup.restoreTestingSelections", testingKey, "summary", {
    in: "RestoreTestingSelections",
    needs: "GetRestoreTestingSelection",
  }),
  GetTieringConfiguration: entries("backup.tieringConfigurations", "TieringConfigurationName", "details", {
    in: "TieringConfiguration",
  }),
  ListTieringConfigurations: entries("backup.tieringConfigurations", "TieringConfigurationName", "summary", {
    in: "TieringConfigurations",
    needs: "GetTieringConfiguration",
  }),
  DescribeGlobalSettings: entries("backup.globalSettings", [], "details"),
  DescribeRegionSettings: entries("backup.regionSettings", [], "details"),
  DescribeProtectedResource: { resources: true },
  ListProtectedResources: { resources: true, in: "Results" },
  ListProtectedResourcesByBackupVault: { resources: true, in: "Results" },
  ListTags: { tagsOf: "ResourceArn" },
  ListBackupPlanVersions: { unread: "a fixture has the newest version of a plan, which GetBackupPlan gives" },
  ListRecoveryPointsByLegalHold: { unread: "which points are held follows from the legal hold" },
  ListIndexedRecoveryPoints: { unread: "recovery points say it themselves" },
  GetRecoveryPointIndexDetails: { unread: "recovery points say it themselves" },
};

const efs: Readonly<Record<string, Reading>> = {
  DescribeFileSystems: entries("efs.fileSystems", "FileSystemId", "details", { in: "FileSystems" }),
  DescribeMountTargets: entries("efs.mountTargets", "MountTargetId", "details", { in: "MountTargets" }),
  DescribeAccessPoints: entries("efs.accessPoints", "AccessPointId", "details", { in: "AccessPoints" }),
  DescribeReplicationConfigurations: entries(
    "efs.replicationConfigurations",
    "SourceFileSystemId",
    "details",
    {
      in: "Replications",
    },
  ),
  DescribeBackupPolicy: { adds: "efs.fileSystems", to: "FileSystemId", members: ["BackupPolicy"] },
  DescribeLifecycleConfiguration: {
    adds: "efs.fileSystems",
    to: "FileSystemId",
    members: ["LifecyclePolicies"],
  },
  DescribeFileSystemPolicy: { adds: "efs.fileSystems", to: "FileSystemId", members: ["Policy"] },
  DescribeMountTargetSecurityGroups: {
    adds: "efs.mountTargets",
    to: "MountTargetId",
    members: ["SecurityGroups"],
  },
  DescribeTags: { tagsOf: "FileSystemId" },
  ListTagsForResource: { tagsOf: "ResourceId" },
  DescribeAccountPreferences: {
    unread: "a fixture has no preferences of an account; call PutAccountPreferences in the test",
  },
};

const fsx: Readonly<Record<string, Reading>> = {
  DescribeFileSystems: entries("fsx.fileSystems", "FileSystemId", "details", { in: "FileSystems" }),
  DescribeStorageVirtualMachines: entries(
    "fsx.storageVirtualMachines",
    "StorageVirtualMachineId",
    "details",
    { in: "StorageVirtualMachines" },
  ),
  DescribeVolumes: entries("fsx.volumes", "VolumeId", "details", { in: "Volumes" }),
  DescribeSnapshots: entries("fsx.snapshots", "SnapshotId", "details", { in: "Snapshots" }),
  DescribeBackups: entries("fsx.backups", "BackupId", "details", { in: "Backups" }),
  DescribeFileCaches: entries("fsx.fileCaches", "FileCacheId", "details", { in: "FileCaches" }),
  DescribeDataRepositoryAssociations: entries("fsx.dataRepositoryAssociations", "AssociationId", "details", {
    in: "Associations",
  }),
  DescribeDataRepositoryTasks: entries("fsx.dataRepositoryTasks", "TaskId", "details", {
    in: "DataRepositoryTasks",
  }),
  DescribeS3AccessPointAttachments: entries("fsx.s3AccessPointAttachments", "Name", "details", {
    in: "S3AccessPointAttachments",
  }),
  DescribeSharedVpcConfiguration: entries("fsx.sharedVpcSettings", [], "details"),
  ListTagsForResource: { tagsOf: "ResourceARN" },
  DescribeFileSystemAliases: { unread: "file systems say it themselves" },
};

/** How the answers of each operation are read. Of what is not listed, a fixture holds nothing. */
export const readings: Readonly<Record<ServiceName, Readonly<Record<string, Reading>>>> = {
  backup,
  efs,
  fsx,
};
