import { accountOf, runOperation, viewOf } from "../core/world";
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
import { backupIdOf, idOf } from "./fsx-backup-source";
import { inputFrom } from "./fsx-metadata";

const invalid: Restored = { failure: "Restore metadata is invalid." };

/** What AWS Backup restores of FSx: always a new file system, of ONTAP a new volume. */
export const fsxRestore: Pick<BackedUpService, "restoreMetadata" | "restore" | "removeRestored"> = {
  restoreMetadata(account, point) {
    const backup = viewOf(account, fsx).fsx.backups.get(backupIdOf(point.RecoveryPointArn) ?? "");
    return backup ? describedBy(backup) : {};
  },

  restore(account, order) {
    const there = accountOf(account, fsx);
    const backup = there.fsx.backups.get(backupIdOf(order.point.RecoveryPointArn) ?? "");
    if (!backup) return { failure: `Cannot find recovery point with ARN: ${order.point.RecoveryPointArn}` };
    return attempt(() =>
      backup.ofVolume ? restoreVolume(there, backup, order) : restoreFileSystem(there, backup, order),
    );
  },

  removeRestored(account, arn) {
    const there = accountOf(account, fsx);
    const id = idOf(arn);
    return refusalOf(() => {
      const fileSystem = there.fsx.fileSystems.get(id);
      if (fileSystem) removeFileSystem(there, fileSystem);
      const volume = there.fsx.volumes.get(id);
      if (volume) removeVolume(there, volume);
    });
  },
};

const noBackup = { SkipFinalBackup: true };

function removeFileSystem(account: FsxAccount, fileSystem: FileSystem): void {
  const { FileSystemId, FileSystemType } = fileSystem;
  deleteFileSystem.handle(
    {
      FileSystemId,
      ...(FileSystemType === "WINDOWS" && { WindowsConfiguration: noBackup }),
      ...(FileSystemType === "OPENZFS" && { OpenZFSConfiguration: noBackup }),
    },
    account,
  );
  fileSystemSteps.remove(fileSystem, account);
}

function removeVolume(account: FsxAccount, volume: Volume): void {
  deleteVolume.handle({ VolumeId: volume.VolumeId, OntapConfiguration: noBackup }, account);
  volumeSteps.remove(volume, account);
}

function given({ BackupId }: Backup, { tags }: RestoreOrder) {
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
    inputFrom(order.metadata, "CreateFileSystemFromBackup", block, given(backup, order), source[block] ?? {});
  if (!input) return invalid;
  const { FileSystem: made } = runOperation(createFileSystemFromBackup, input, account);
  const fileSystem = account.fsx.fileSystems.get(made?.FileSystemId ?? "");
  if (!fileSystem) return invalid;
  fileSystemSteps.becomeAvailable(fileSystem, account);
  const failure = account.fsx.fileSystems.get(fileSystem.FileSystemId)?.FailureDetails?.Message;
  return failure === undefined ? { createdArn: fileSystem.ResourceARN } : { failure };
}

function restoreVolume(account: FsxAccount, backup: Backup, order: RestoreOrder): Restored {
  const input = inputFrom(
    order.metadata,
    "CreateVolumeFromBackup",
    "OntapConfiguration",
    given(backup, order),
    backup.ofVolume?.OntapConfiguration ?? {},
  );
  if (!input) return invalid;
  const { Volume: made } = runOperation(createVolumeFromBackup, input, account);
  const volume = account.fsx.volumes.get(made?.VolumeId ?? "");
  if (!volume) return invalid;
  volumeSteps.becomeAvailable(volume, account);
  return { createdArn: volume.ResourceARN };
}

const json = (value: unknown): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value);

/** What was backed up, in the keys it can be restored with. */
function describedBy(backup: Backup): Readonly<Record<string, string>> {
  const { Volume: volume, ofFileSystem: fileSystem } = backup;
  const settings = volume?.OntapConfiguration;
  const described: Record<string, string | undefined> = volume
    ? {
        FileSystemId: volume.FileSystemId,
        FileSystemType: "ONTAP",
        Name: volume.Name,
        junctionPath: settings?.JunctionPath,
        sizeInMegabytes:
          settings?.SizeInMegabytes === undefined ? undefined : String(settings.SizeInMegabytes),
        storageEfficiencyEnabled: String(settings?.StorageEfficiencyEnabled === true),
        storageVirtualMachineId: settings?.StorageVirtualMachineId,
        tieringPolicy: json(settings?.TieringPolicy),
      }
    : fileSystem
      ? ofFileSystem(backup, fileSystem)
      : {};
  return Object.fromEntries(
    Object.entries(described).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** Operations per second that FSx has chosen itself cannot be asked for. */
const restorable = (settings: object | undefined): object | undefined =>
  settings &&
  Object.fromEntries(Object.entries(settings).filter(([, value]: [string, unknown]) => !isAutomatic(value)));

const isAutomatic = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Reflect.get(value, "Mode") === "AUTOMATIC";

function ofFileSystem(backup: Backup, fileSystem: FileSystem): Record<string, string | undefined> {
  const { block } = kindOf(fileSystem);
  return {
    FileSystemId: fileSystem.FileSystemId,
    FileSystemType: fileSystem.FileSystemType,
    StorageCapacity:
      fileSystem.StorageCapacity === undefined ? undefined : String(fileSystem.StorageCapacity),
    StorageType: fileSystem.StorageType,
    VpcId: fileSystem.VpcId,
    SubnetIds: json(fileSystem.SubnetIds),
    KmsKeyId: backup.KmsKeyId,
    [block]: json(
      restorable({
        ...backup.FileSystem?.[block],
        CopyTagsToBackups: Reflect.get(fileSystem[block] ?? {}, "CopyTagsToBackups"),
      }),
    ),
  };
}
