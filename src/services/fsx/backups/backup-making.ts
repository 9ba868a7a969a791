import { arn } from "../../../core/basics";
import type { FsxAccount, FsxView } from "../account/account";
import { settingsOf } from "../file-systems/file-systems";
import { kindOf } from "../file-systems/kinds";
import type { Backup, ShownVolume } from "../records/backups";
import type { FileSystem } from "../records/file-systems";
import type { Tags } from "../records/tags";
import type { Volume } from "../records/volumes";
import { newTags } from "../tags/tags";

/** What a backup is made of. */
export type Source = { readonly fileSystem: FileSystem } | { readonly volume: Volume };

/** Who makes a backup, and how it is called. */
export interface BackupOrder {
  readonly Type: Backup["Type"];
  readonly Tags: Tags;
  /** Where another service decides about it; otherwise the backup gets an id of its own and runs by itself. */
  readonly id?: string;
  /** For how long an automatic backup is kept. */
  readonly daysKept?: number;
}

export const targetOf = (source: Source): string =>
  "volume" in source ? source.volume.VolumeId : source.fileSystem.FileSystemId;

/** Whether a backup of the same file system or volume is being made: there is one at a time. */
export const isBeingBackedUp = (account: Pick<FsxView, "fsx">, source: Source): boolean =>
  backupBeingMade(account, source) !== undefined;

export function backupBeingMade({ fsx }: Pick<FsxView, "fsx">, source: Source): Backup | undefined {
  const [backup] = fsx.backups.by("beingMadeOf", targetOf(source));
  return backup;
}

const inheritedTags = (source: Source): Tags => {
  if ("volume" in source) {
    return source.volume.OntapConfiguration?.CopyTagsToBackups ? source.volume.Tags : [];
  }
  return settingsOf(source.fileSystem).CopyTagsToBackups ? source.fileSystem.Tags : [];
};

/** The tags of a backup: those given, or else those of what is backed up where that copies its tags. */
export const backupTags = (source: Source, given?: Tags): Tags => newTags(given, inheritedTags(source));

/** Puts a backup on the list. */
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
          FileSystem: fileSystemInBackup(source.fileSystem),
          ofFileSystem: source.fileSystem,
          volumes: volumesOf(account, source.fileSystem),
        }),
  };
  if (order.id !== undefined) return fsx.backups.insert(backup);
  const takes = account.duration("fsxBackup", backup);
  const isTransferred = backup.Type === "USER_INITIATED" && backup.ofFileSystem?.FileSystemType === "LUSTRE";
  return fsx.backups.insert({
    ...backup,
    next: isTransferred ? account.inFlight("transfer", takes / 2) : account.inFlight("complete", takes),
  });
}

const volumesOf = ({ fsx }: FsxAccount, { FileSystemId, FileSystemType }: FileSystem) =>
  FileSystemType === "OPENZFS" ? [...fsx.volumes.by("fileSystem", FileSystemId)] : undefined;

const keyOf = ({ fsx }: FsxAccount, source: Source): string | undefined =>
  "volume" in source ? fsx.fileSystems.get(source.volume.FileSystemId)?.KmsKeyId : source.fileSystem.KmsKeyId;

/** As much of a file system as a backup shows. */
function fileSystemInBackup(fileSystem: FileSystem): NonNullable<Backup["FileSystem"]> {
  const { FileSystemId, FileSystemType, StorageCapacity, ResourceARN } = fileSystem;
  const { StorageType, FileSystemTypeVersion } = fileSystem;
  return {
    FileSystemId,
    FileSystemType,
    StorageCapacity,
    ...(FileSystemType === "LUSTRE" && { StorageType, FileSystemTypeVersion }),
    ResourceARN,
    ...kindOf(fileSystem).inBackup(fileSystem),
  };
}

/** As much of a volume as a backup shows; its ARN is written without the file system there. */
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

/** What a finished backup has more than one that is being made. */
export function completed(backup: Backup): Backup {
  const { FileSystem, ofFileSystem } = backup;
  const directory = ofFileSystem?.WindowsConfiguration;
  const ActiveDirectoryId = directory?.ActiveDirectoryId;
  const DomainName = directory?.SelfManagedActiveDirectoryConfiguration?.DomainName;
  return {
    ...backup,
    Lifecycle: "AVAILABLE",
    ProgressPercent: 100,
    ...(directory &&
      FileSystem && {
        FileSystem: {
          ...FileSystem,
          WindowsConfiguration: { ActiveDirectoryId, ...FileSystem.WindowsConfiguration },
        },
        DirectoryInformation: DomainName === undefined ? undefined : { DomainName },
      }),
    next: undefined,
  };
}
