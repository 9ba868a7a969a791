import { type ServiceName, type StructureShape, serviceModel } from "../../model";
import type { Members } from "../members";
import type { ListName } from "../world-builder";
import type { Part } from "./convert";
import type { Instance } from "./plan";

/** How a type of resource becomes an entry of the fixture. */
export interface EntryKind {
  readonly list: ListName;
  /** The operations and the structures in their input that the attributes belong to. */
  readonly parts: readonly Source[];
  /** Members that the type alone decides. */
  readonly members?: Members;
  /** The members of the entry with values that AWS generates, and the attributes that have them. */
  readonly generated?: Readonly<Record<string, string>>;
  /** Such members that nothing else refers to, which are left out unless they are known. */
  readonly known?: Readonly<Record<string, string>>;
  /** The member with the tags. */
  readonly tags?: { readonly member: string; readonly as: "list" | "map" };
  /** Why an instance cannot be an entry. */
  readonly refusal?: (instance: Instance) => string | undefined;
}

/** A structure in the input of an operation: `CreateBackupPlan.BackupPlan`. */
interface Source {
  readonly service: ServiceName;
  readonly path: string;
  /** Where the entry has the structure; an empty text for the entry itself. */
  readonly at: string;
}

const backup = (path: string, at = path.split(".")[1] ?? ""): Source => ({ service: "backup", path, at });
const efs = (path: string, at = path.split(".")[1] ?? ""): Source => ({ service: "efs", path, at });
const fsx = (path: string, at = path.split(".")[1] ?? ""): Source => ({ service: "fsx", path, at });

const tagList = { member: "Tags", as: "list" } as const;
const tagMap = (member: string) => ({ member, as: "map" }) as const;

/** A file system or volume of FSx is made of a backup that no document holds. */
const notRestored = ({ values: { backup_id: id } }: Instance): string | undefined =>
  typeof id === "string" && id !== ""
    ? `it is restored from the backup ${id}, which the plan does not hold; seed it as the backup has it`
    : undefined;

const fsxFileSystem = (
  type: string,
  configuration: string,
  generated: EntryKind["generated"] = {},
): EntryKind => ({
  list: "fsx.fileSystems",
  parts: [fsx("CreateFileSystem"), fsx(`CreateFileSystem.${configuration}`)],
  members: { FileSystemType: type },
  generated: { FileSystemId: "id", ...generated },
  tags: tagList,
  refusal: notRestored,
});

const fsxVolume = (type: string, configuration: string): EntryKind => ({
  list: "fsx.volumes",
  parts: [fsx("CreateVolume"), fsx(`CreateVolume.${configuration}`)],
  members: { VolumeType: type },
  generated: { VolumeId: "id" },
  tags: tagList,
});

/** The types of resources that become entries of their own. */
export const entryKinds: Readonly<Record<string, EntryKind>> = {
  aws_backup_framework: {
    list: "backup.frameworks",
    parts: [backup("CreateFramework")],
    generated: { FrameworkArn: "arn" },
    tags: tagMap("FrameworkTags"),
  },
  aws_backup_global_settings: { list: "backup.globalSettings", parts: [backup("UpdateGlobalSettings")] },
  aws_backup_logically_air_gapped_vault: {
    list: "backup.vaults",
    parts: [backup("CreateLogicallyAirGappedBackupVault")],
    members: { VaultType: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" },
    tags: tagMap("BackupVaultTags"),
  },
  aws_backup_plan: {
    list: "backup.plans",
    parts: [backup("CreateBackupPlan.BackupPlan")],
    generated: { BackupPlanId: "id" },
    tags: tagMap("BackupPlanTags"),
  },
  aws_backup_region_settings: { list: "backup.regionSettings", parts: [backup("UpdateRegionSettings")] },
  aws_backup_report_plan: {
    list: "backup.reportPlans",
    parts: [backup("CreateReportPlan")],
    known: { ReportPlanArn: "arn" },
    tags: tagMap("ReportPlanTags"),
  },
  aws_backup_restore_testing_plan: {
    list: "backup.restoreTestingPlans",
    parts: [backup("CreateRestoreTestingPlan.RestoreTestingPlan")],
    known: { RestoreTestingPlanArn: "arn" },
    tags: tagMap("Tags"),
  },
  aws_backup_restore_testing_selection: {
    list: "backup.restoreTestingSelections",
    parts: [
      backup("CreateRestoreTestingSelection.RestoreTestingSelection"),
      backup("CreateRestoreTestingSelection"),
    ],
  },
  aws_backup_selection: {
    list: "backup.selections",
    parts: [backup("CreateBackupSelection.BackupSelection"), backup("CreateBackupSelection")],
    generated: { SelectionId: "id" },
  },
  aws_backup_tiering_configuration: {
    list: "backup.tieringConfigurations",
    parts: [backup("CreateTieringConfiguration.TieringConfiguration")],
    tags: tagMap("TieringConfigurationTags"),
  },
  aws_backup_vault: {
    list: "backup.vaults",
    parts: [backup("CreateBackupVault")],
    tags: tagMap("BackupVaultTags"),
  },

  aws_efs_access_point: {
    list: "efs.accessPoints",
    parts: [efs("CreateAccessPoint")],
    generated: { AccessPointId: "id" },
    tags: tagList,
  },
  aws_efs_file_system: {
    list: "efs.fileSystems",
    parts: [efs("CreateFileSystem"), efs("PutLifecycleConfiguration")],
    generated: { FileSystemId: "id", CreationToken: "creation_token" },
    tags: tagList,
  },
  aws_efs_mount_target: {
    list: "efs.mountTargets",
    parts: [efs("CreateMountTarget")],
    generated: { MountTargetId: "id" },
  },
  aws_efs_replication_configuration: {
    list: "efs.replicationConfigurations",
    parts: [efs("CreateReplicationConfiguration")],
  },

  aws_fsx_backup: {
    list: "fsx.backups",
    parts: [fsx("CreateBackup")],
    generated: { BackupId: "id" },
    tags: tagList,
  },
  aws_fsx_data_repository_association: {
    list: "fsx.dataRepositoryAssociations",
    parts: [fsx("CreateDataRepositoryAssociation")],
    generated: { AssociationId: "id" },
    tags: tagList,
  },
  aws_fsx_file_cache: {
    list: "fsx.fileCaches",
    parts: [fsx("CreateFileCache")],
    generated: { FileCacheId: "id" },
    tags: tagList,
  },
  aws_fsx_lustre_file_system: fsxFileSystem("LUSTRE", "LustreConfiguration", {
    "LustreConfiguration.MountName": "mount_name",
  }),
  aws_fsx_ontap_file_system: fsxFileSystem("ONTAP", "OntapConfiguration"),
  aws_fsx_ontap_storage_virtual_machine: {
    list: "fsx.storageVirtualMachines",
    parts: [fsx("CreateStorageVirtualMachine")],
    generated: { StorageVirtualMachineId: "id" },
    tags: tagList,
  },
  aws_fsx_ontap_volume: fsxVolume("ONTAP", "OntapConfiguration"),
  aws_fsx_openzfs_file_system: fsxFileSystem("OPENZFS", "OpenZFSConfiguration", {
    "OpenZFSConfiguration.RootVolumeId": "root_volume_id",
  }),
  aws_fsx_openzfs_snapshot: {
    list: "fsx.snapshots",
    parts: [fsx("CreateSnapshot")],
    generated: { SnapshotId: "id" },
    tags: tagList,
  },
  aws_fsx_openzfs_volume: fsxVolume("OPENZFS", "OpenZFSConfiguration"),
  aws_fsx_s3_access_point_attachment: {
    list: "fsx.s3AccessPointAttachments",
    parts: [fsx("CreateAndAttachS3AccessPoint")],
  },
  aws_fsx_windows_file_system: fsxFileSystem("WINDOWS", "WindowsConfiguration"),
};

/** A type of resource that adds to the entry of another one. */
export interface AdditionKind {
  readonly parts: readonly Source[];
  /** The list of the other entry, and the member by which both name it. */
  readonly list: ListName;
  readonly key: string;
  readonly members?: Members;
}

const toVault = (operation: string, members: Members = {}): AdditionKind => ({
  list: "backup.vaults",
  key: "BackupVaultName",
  parts: [backup(operation)],
  members,
});
const toFileSystem = (operation: string): AdditionKind => ({
  list: "efs.fileSystems",
  key: "FileSystemId",
  parts: [efs(operation)],
});

/** The types of resources that add to the entries of others. */
export const additionKinds: Readonly<Record<string, AdditionKind>> = {
  aws_backup_vault_lock_configuration: toVault("PutBackupVaultLockConfiguration", { Locked: true }),
  aws_backup_vault_notifications: toVault("PutBackupVaultNotifications"),
  aws_backup_vault_policy: toVault("PutBackupVaultAccessPolicy"),
  aws_efs_backup_policy: toFileSystem("PutBackupPolicy"),
  aws_efs_file_system_policy: toFileSystem("PutFileSystemPolicy"),
};

/** The structures of a kind. */
export const partsOf = (sources: readonly Source[]): readonly Part[] =>
  sources.map(({ service, path, at }) => ({ at, shape: shapeOf(service, path) }));

function shapeOf(service: ServiceName, path: string): StructureShape {
  const [operation = "", ...members] = path.split(".");
  let shape = serviceModel(service).operation(operation)?.input;
  for (const name of members) {
    const target = shape?.member(name)?.target;
    shape = target?.type === "structure" ? target : undefined;
  }
  if (!shape) throw new Error(`No structure ${path} in the model.`);
  return shape;
}
