import { accountOf, runOperation } from "../core/world";
import type { BackedUpService, Restored, RestoreOrder } from "../services/backup/account/account";
import { fsx } from "../services/fsx";
import type { FsxAccount } from "../services/fsx/account/account";
import { deleteFileSystem } from "../services/fsx/file-systems/deleting";
import { fileSystemSteps } from "../services/fsx/file-systems/file-system-steps";
import { kindOf } from "../services/fsx/file-systems/kinds";
import { createFileSystemFromBackup } from "../services/fsx/file-systems/restoring";
import type { Backup } from "../services/fsx/records/backups";
import type { FileSystem } from "../services/fsx/records/file-systems";
import type { Volume } from "../services/fsx/records/volumes";
import { deleteVolume } from "../services/fsx/volumes/deleting";
import { createVolumeFromBackup } from "../services/fsx/volumes/restoring";
import { volumeSteps } from "../services/fsx/volumes/volume-steps";
import { attempt, refusalOf } from "./attempt";
import { backupOf, idOf } from "./fsx-backup-source";
import { inputFrom } from "./fsx-metadata";

type BackedUpVolume = NonNullable<Backup["Volume"]>;

const invalidMetadata: Restored = { failure: "Restore metadata is invalid." };

/** How AWS Backup restores FSx: always to a new file system, or a new volume for ONTAP. */
export const fsxRestore: Pick<
  BackedUpService,
  "restoreMetadata" | "restore" | "beginRestore" | "finishRestore" | "removeRestored"
> = {
  restoreMetadata(account, point) {
    const backup = backupOf(account, point);
    return backup ? metadataOf(backup) : {};
  },

  restore(account, order) {
    const fsxAccount = accountOf(account, fsx);
    const backup = backupOf(account, order.point);
    if (!backup) return { failure: "Cannot find recovery point" };
    return attempt(() =>
      backup.ofVolume
        ? restoreVolume(fsxAccount, backup, order)
        : restoreFileSystem(fsxAccount, backup, order),
    );
  },

  // As recorded: a running restore of a volume names it.
  beginRestore(account, order) {
    const fsxAccount = accountOf(account, fsx);
    const backup = backupOf(account, order.point);
    return backup?.ofVolume && attempt(() => beginVolume(fsxAccount, backup, order));
  },

  finishRestore(account, arn) {
    return finishVolume(accountOf(account, fsx), arn);
  },

  removeRestored(account, arn) {
    const fsxAccount = accountOf(account, fsx);
    const id = idOf(arn);
    return refusalOf(() => {
      const fileSystem = fsxAccount.fsx.fileSystems.get(id);
      if (fileSystem) removeFileSystem(fsxAccount, fileSystem);
      const volume = fsxAccount.fsx.volumes.get(id);
      if (volume) removeVolume(fsxAccount, volume);
    });
  },
};

const noFinalBackup = { SkipFinalBackup: true };

function removeFileSystem(account: FsxAccount, fileSystem: FileSystem): void {
  const { FileSystemId, FileSystemType } = fileSystem;
  deleteFileSystem.handle(
    {
      FileSystemId,
      ...(FileSystemType === "WINDOWS" && { WindowsConfiguration: noFinalBackup }),
      ...(FileSystemType === "OPENZFS" && { OpenZFSConfiguration: noFinalBackup }),
    },
    account,
  );
  fileSystemSteps.remove(fileSystem, account);
}

function removeVolume(account: FsxAccount, volume: Volume): void {
  deleteVolume.handle({ VolumeId: volume.VolumeId, OntapConfiguration: noFinalBackup }, account);
  volumeSteps.remove(volume, account);
}

function sourceAndTags({ BackupId }: Backup, { tags }: RestoreOrder) {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return { BackupId, ...(Tags.length > 0 && { Tags }) };
}

function restoreFileSystem(account: FsxAccount, backup: Backup, order: RestoreOrder): Restored {
  const source = backup.ofFileSystem;
  if (source?.OpenZFSConfiguration?.DeploymentType === "MULTI_AZ_1") {
    return {
      failure: "Backups of Multi-AZ file systems of FSx for OpenZFS can be restored through Amazon FSx only.",
    };
  }
  const block = source && kindOf(source).block;
  const input =
    block &&
    inputFrom(
      order.metadata,
      "CreateFileSystemFromBackup",
      block,
      sourceAndTags(backup, order),
      source[block] ?? {},
    );
  if (!input) return invalidMetadata;
  const { FileSystem: made } = runOperation(createFileSystemFromBackup, input, account);
  const fileSystem = account.fsx.fileSystems.get(made?.FileSystemId ?? "");
  if (!fileSystem) return invalidMetadata;
  fileSystemSteps.becomeAvailable(fileSystem, account);
  const failure = account.fsx.fileSystems.get(fileSystem.FileSystemId)?.FailureDetails?.Message;
  return failure === undefined ? { createdArn: fileSystem.ResourceARN } : { failure };
}

function restoreVolume(account: FsxAccount, backup: Backup, order: RestoreOrder): Restored {
  const begun = beginVolume(account, backup, order);
  return "createdArn" in begun ? finishVolume(account, begun.createdArn) : begun;
}

function finishVolume(account: FsxAccount, createdArn: string): Restored {
  const volume = account.fsx.volumes.get(idOf(createdArn));
  if (!volume) return { failure: `Resource ${createdArn} does not exist.` };
  if (volume.Lifecycle === "CREATING") volumeSteps.becomeAvailable(volume, account);
  return { createdArn };
}

function beginVolume(account: FsxAccount, backup: Backup, order: RestoreOrder): Restored {
  const input = inputFrom(
    order.metadata,
    "CreateVolumeFromBackup",
    "OntapConfiguration",
    sourceAndTags(backup, order),
    backup.ofVolume?.OntapConfiguration ?? {},
  );
  if (!input) return invalidMetadata;
  const { Volume: made } = runOperation(createVolumeFromBackup, input, account);
  return made?.ResourceARN === undefined ? invalidMetadata : { createdArn: made.ResourceARN };
}

/** The backed-up resource, in the keys of restore metadata. */
function metadataOf(backup: Backup): Readonly<Record<string, string>> {
  const { Volume: volume, ofFileSystem: fileSystem } = backup;
  const metadata = volume ? volumeMetadata(volume) : fileSystem ? fileSystemMetadata(backup, fileSystem) : {};
  return Object.fromEntries(
    Object.entries(metadata).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

type Metadata = Readonly<Record<string, string | undefined>>;

const json = (value: unknown): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value);

const volumeMetadata = ({ FileSystemId, Name, OntapConfiguration: settings }: BackedUpVolume): Metadata => ({
  FileSystemId,
  FileSystemType: "ONTAP",
  Name,
  junctionPath: settings?.JunctionPath,
  sizeInMegabytes: json(settings?.SizeInMegabytes),
  storageEfficiencyEnabled: String(settings?.StorageEfficiencyEnabled === true),
  storageVirtualMachineId: settings?.StorageVirtualMachineId,
  tieringPolicy: json(settings?.TieringPolicy),
});

function fileSystemMetadata(backup: Backup, fileSystem: FileSystem): Metadata {
  const { block } = kindOf(fileSystem);
  return {
    FileSystemId: fileSystem.FileSystemId,
    FileSystemType: fileSystem.FileSystemType,
    StorageCapacity: json(fileSystem.StorageCapacity),
    StorageType: fileSystem.StorageType,
    VpcId: fileSystem.VpcId,
    SubnetIds: json(fileSystem.SubnetIds),
    KmsKeyId: backup.KmsKeyId,
    [block]: json(
      withoutAutomatic({
        ...backup.FileSystem?.[block],
        CopyTagsToBackups: Reflect.get(fileSystem[block] ?? {}, "CopyTagsToBackups"),
      }),
    ),
  };
}

/** Settings without those that FSx has chosen, such as automatic IOPS: a request cannot contain them. */
const withoutAutomatic = (settings: object | undefined): object | undefined =>
  settings &&
  Object.fromEntries(Object.entries(settings).filter(([, value]: [string, unknown]) => !isAutomatic(value)));

const isAutomatic = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Reflect.get(value, "Mode") === "AUTOMATIC";
