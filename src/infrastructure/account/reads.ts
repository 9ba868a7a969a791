import type { ServiceName } from "../../model";

/** The names of operations that change nothing. */
type ReadName = `${"Describe" | "Get" | "List"}${string}`;

/** A call to make: once, or for each item of an earlier answer. */
export interface Read {
  readonly service: ServiceName;
  readonly operation: ReadName;
  /** The operation whose items it asks about, and the member of an item for each member of the input. */
  readonly each?: { readonly of: ReadName; readonly input: Readonly<Record<string, string>> };
  /** The form of the ids that it can be asked about. Default: any. */
  readonly only?: RegExp;
  /** The error that says that an item has none of it. */
  readonly none?: string;
  /** Whether it is one call for each recovery point, of which there may be many. */
  readonly isOfPoints?: boolean;
}

type Input = Readonly<Record<string, string>>;
type Rest = Omit<Read, "service" | "operation" | "each">;

const once = (service: ServiceName, ...operations: readonly ReadName[]): readonly Read[] =>
  operations.map(operation => ({ service, operation }));

const forEach = (
  service: ServiceName,
  of: ReadName,
  operation: ReadName,
  input: Input,
  rest: Rest = {},
): Read => ({ service, operation, each: { of, input }, ...rest });

const same = (...names: readonly string[]): Input => Object.fromEntries(names.map(name => [name, name]));
const tagsOf = (of: ReadName, arn: string, rest?: Rest): Read =>
  forEach("backup", of, "ListTags", { ResourceArn: arn }, rest);

const vault = same("BackupVaultName");
const noSuchPart = { none: "ResourceNotFoundException" };
const ofPoints = { isOfPoints: true };

const backup: readonly Read[] = [
  ...once("backup", "DescribeRegionSettings", "DescribeGlobalSettings", "ListBackupVaults"),
  forEach("backup", "ListBackupVaults", "DescribeBackupVault", vault),
  forEach("backup", "ListBackupVaults", "GetBackupVaultAccessPolicy", vault, noSuchPart),
  forEach("backup", "ListBackupVaults", "GetBackupVaultNotifications", vault, noSuchPart),
  tagsOf("ListBackupVaults", "BackupVaultArn"),
  ...once("backup", "ListBackupPlans"),
  forEach("backup", "ListBackupPlans", "GetBackupPlan", same("BackupPlanId")),
  tagsOf("ListBackupPlans", "BackupPlanArn"),
  forEach("backup", "ListBackupPlans", "ListBackupSelections", same("BackupPlanId")),
  forEach("backup", "ListBackupSelections", "GetBackupSelection", same("BackupPlanId", "SelectionId")),
  ...once("backup", "ListFrameworks"),
  forEach("backup", "ListFrameworks", "DescribeFramework", same("FrameworkName")),
  tagsOf("ListFrameworks", "FrameworkArn"),
  ...once("backup", "ListReportPlans"),
  tagsOf("ListReportPlans", "ReportPlanArn"),
  ...once("backup", "ListRestoreTestingPlans"),
  forEach("backup", "ListRestoreTestingPlans", "GetRestoreTestingPlan", same("RestoreTestingPlanName")),
  tagsOf("ListRestoreTestingPlans", "RestoreTestingPlanArn"),
  forEach(
    "backup",
    "ListRestoreTestingPlans",
    "ListRestoreTestingSelections",
    same("RestoreTestingPlanName"),
  ),
  forEach(
    "backup",
    "ListRestoreTestingSelections",
    "GetRestoreTestingSelection",
    same("RestoreTestingPlanName", "RestoreTestingSelectionName"),
  ),
  ...once("backup", "ListTieringConfigurations"),
  forEach("backup", "ListTieringConfigurations", "GetTieringConfiguration", same("TieringConfigurationName")),
  tagsOf("ListTieringConfigurations", "TieringConfigurationArn"),
  ...once("backup", "ListLegalHolds"),
  forEach("backup", "ListLegalHolds", "GetLegalHold", same("LegalHoldId")),
  tagsOf("ListLegalHolds", "LegalHoldArn"),
  ...once("backup", "ListProtectedResources"),
  forEach("backup", "ListBackupVaults", "ListRecoveryPointsByBackupVault", vault),
  forEach(
    "backup",
    "ListRecoveryPointsByBackupVault",
    "DescribeRecoveryPoint",
    same("BackupVaultName", "RecoveryPointArn"),
    ofPoints,
  ),
  // The tags of snapshots and other points that stay with their service are read there.
  tagsOf("ListRecoveryPointsByBackupVault", "RecoveryPointArn", { ...ofPoints, only: /^arn:[^:]+:backup:/ }),
  ...once("backup", "ListBackupJobs", "ListCopyJobs", "ListRestoreJobs"),
];

const fileSystem = same("FileSystemId");

const efs: readonly Read[] = [
  ...once("efs", "DescribeFileSystems"),
  forEach("efs", "DescribeFileSystems", "DescribeBackupPolicy", fileSystem, { none: "PolicyNotFound" }),
  forEach("efs", "DescribeFileSystems", "DescribeFileSystemPolicy", fileSystem, { none: "PolicyNotFound" }),
  forEach("efs", "DescribeFileSystems", "DescribeLifecycleConfiguration", fileSystem),
  forEach("efs", "DescribeFileSystems", "DescribeMountTargets", fileSystem),
  forEach("efs", "DescribeMountTargets", "DescribeMountTargetSecurityGroups", same("MountTargetId")),
  ...once("efs", "DescribeAccessPoints", "DescribeReplicationConfigurations"),
];

const fsx: readonly Read[] = once(
  "fsx",
  "DescribeSharedVpcConfiguration",
  "DescribeFileSystems",
  "DescribeStorageVirtualMachines",
  "DescribeVolumes",
  "DescribeSnapshots",
  "DescribeBackups",
  "DescribeFileCaches",
  "DescribeDataRepositoryAssociations",
  "DescribeDataRepositoryTasks",
  "DescribeS3AccessPointAttachments",
);

/** What is read of an account, in this order: what is asked about comes before what is asked about it. */
export const reads: readonly Read[] = [...efs, ...fsx, ...backup];
