import { arn } from "../../../core/basics";
import type { Next } from "../../../core/time";
import type { FsxAccount, FsxView } from "../account/account";
import { settingsOf } from "../file-systems/file-systems";
import { kindOf } from "../file-systems/kinds";
import type { Backup, ShownVolume } from "../records/backups";
import type { FileSystem } from "../records/file-systems";
import type { Tags } from "../records/tags";
import type { Volume } from "../records/volumes";
import { newTags } from "../tags/tags";

/** The file system or volume that a backup is made of. */
export type Source = { readonly fileSystem: FileSystem } | { readonly volume: Volume };

/** How to make a backup. */
export interface BackupOrder {
  readonly Type: Backup["Type"];
  readonly Tags: Tags;
  /** The id, if another service also decides when the backup completes. By default, it gets an id and completes by itself. */
  readonly id?: string;
  /** The retention period of an automatic backup, in days. */
  readonly daysKept?: number;
}

export const targetOf = (source: Source): string =>
  "volume" in source ? source.volume.VolumeId : source.fileSystem.FileSystemId;

/** Whether a backup of a source is in progress. A source has at most one such backup. */
export const isBeingBackedUp = (account: FsxView, source: Source): boolean =>
  backupBeingMade(account, source) !== undefined;

export function backupBeingMade({ fsx }: FsxView, source: Source): Backup | undefined {
  const [backup] = fsx.backups.by("beingMadeOf", targetOf(source));
  return backup;
}

const inheritedTags = (source: Source): Tags => {
  if ("volume" in source) {
    return source.volume.OntapConfiguration?.CopyTagsToBackups ? source.volume.Tags : [];
  }
  return settingsOf(source.fileSystem).CopyTagsToBackups ? source.fileSystem.Tags : [];
};

/** The tags of a backup: those requested, or else those of its source if the source copies its tags. */
export const backupTags = (source: Source, asked?: Tags): Tags => newTags(asked, inheritedTags(source));

/** Begins a backup. */
export function makeBackup(account: FsxAccount, source: Source, order: BackupOrder): Backup {
  const { fsx, place, now, ids } = account;
  const BackupId = order.id ?? `backup-${ids.hex(17)}`;
  const backup: Backup = {
    BackupId,
    Lifecycle: "CREATING",
    Type: order.Type,
    CreationTime: now,
    KmsKeyId: keyOf(account, source),
    ResourceARN: arn("fsx", place, `backup/${BackupId}`),
    Tags: order.Tags,
    OwnerId: place.accountId,
    daysKept: order.daysKept,
    ...("volume" in source
      ? { ResourceType: "VOLUME", Volume: volumeInBackup(account, source.volume), ofVolume: source.volume }
      : {
          FileSystem: fileSystemInBackup(account, source.fileSystem),
          ofFileSystem: source.fileSystem,
          volumes: volumesOf(account, source.fileSystem),
        }),
  };
  if (order.id !== undefined) return fsx.backups.insert(backup);
  const takes = account.duration("fsxBackup", backup);
  return fsx.backups.insert(backup, {
    next: isTransferred(backup)
      ? account.inFlight("transfer", takes / 2)
      : account.inFlight("complete", takes),
  });
}

/** Whether a backup is shown as TRANSFERRING in between. */
export const isTransferred = ({ Type, ofFileSystem }: Backup): boolean =>
  Type === "USER_INITIATED" && ofFileSystem?.FileSystemType === "LUSTRE";

const volumesOf = ({ fsx }: FsxAccount, { FileSystemId, FileSystemType }: FileSystem) =>
  FileSystemType === "OPENZFS" ? [...fsx.volumes.by("fileSystem", FileSystemId)] : undefined;

const keyOf = ({ fsx }: FsxAccount, source: Source): string | undefined =>
  "volume" in source ? fsx.fileSystems.get(source.volume.FileSystemId)?.KmsKeyId : source.fileSystem.KmsKeyId;

/** The part of a file system that a backup shows. */
function fileSystemInBackup(account: FsxView, fileSystem: FileSystem): NonNullable<Backup["FileSystem"]> {
  const { FileSystemId, FileSystemType, StorageCapacity, ResourceARN } = fileSystem;
  const { StorageType, FileSystemTypeVersion } = fileSystem;
  return {
    FileSystemId,
    FileSystemType,
    StorageCapacity,
    ...(FileSystemType === "LUSTRE" && { StorageType, FileSystemTypeVersion }),
    ResourceARN,
    ...kindOf(fileSystem).inBackup(fileSystem, account),
  };
}

/** The part of a volume that a backup shows. Its ARN there does not contain the file system. */
function volumeInBackup({ place }: FsxAccount, volume: Volume): ShownVolume {
  const { FileSystemId, Name, VolumeId, VolumeType, OntapConfiguration: settings } = volume;
  return {
    FileSystemId,
    Lifecycle: "ACTIVE",
    Name,
    OntapConfiguration: {
      JunctionPath: settings?.JunctionPath,
      SizeInMegabytes: settings?.SizeInMegabytes,
      StorageEfficiencyEnabled: settings?.StorageEfficiencyEnabled,
      StorageVirtualMachineId: settings?.StorageVirtualMachineId,
      TieringPolicy: settings?.TieringPolicy && { Name: settings.TieringPolicy.Name },
    },
    ResourceARN: arn("fsx", place, `volume/${VolumeId}`),
    VolumeId,
    VolumeType,
  };
}

/** Completes a backup. One of a Windows file system then also shows its Active Directory. */
export function completeBackup({ fsx }: FsxAccount, backup: Backup, next?: Next): Backup {
  const completed = fsx.backups.change(backup, { Lifecycle: "AVAILABLE", ProgressPercent: 100, next });
  const settings = backup.ofFileSystem?.WindowsConfiguration;
  if (!settings) return completed;
  const { ActiveDirectoryId, SelfManagedActiveDirectoryConfiguration: own } = settings;
  return fsx.backups.change(completed, draft => {
    const shown = draft.FileSystem?.WindowsConfiguration;
    if (shown) shown.ActiveDirectoryId ??= ActiveDirectoryId;
    if (own?.DomainName !== undefined) draft.DirectoryInformation = { DomainName: own.DomainName };
  });
}
