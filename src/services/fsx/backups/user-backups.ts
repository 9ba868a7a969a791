import { type FsxAccount, type FsxView, write } from "../account/account";
import {
  backupBeingCopied,
  backupInProgress,
  backupRestoring,
  badRequest,
  limitExceeded,
  unsupported,
} from "../account/errors";
import { once } from "../account/idempotency";
import type { FsxQuota } from "../account/quotas";
import { isLinked } from "../data-repositories/repositories";
import { fileSystemWithId, isInService } from "../file-systems/file-systems";
import { isPersistent, linkedBackups } from "../file-systems/lustre";
import { type Backup, isBeingMade } from "../records/backups";
import type { FileSystem, FileSystemType } from "../records/file-systems";
import type { Tags } from "../records/tags";
import type { Volume } from "../records/volumes";
import { refuseOutOfService, volumeWithId } from "../volumes/volumes";
import { backupTags, isBeingBackedUp, makeBackup, type Source } from "./backup-making";
import { backupWithId, shownBackup } from "./backups";

export const createBackup = write<"CreateBackup">((input, account) => {
  const backup = once(account, "CreateBackup", input, account.fsx.backups, () =>
    makeUserBackup(account, sourceOf(account, input), input.Tags),
  );
  return { Backup: shownBackup(account, backup) };
});

interface Asked {
  readonly FileSystemId?: string | undefined;
  readonly VolumeId?: string | undefined;
}

/** The source that a request names: a volume of ONTAP, or a file system of another type. */
function sourceOf(account: FsxAccount, { FileSystemId, VolumeId }: Asked): Source {
  if ((FileSystemId === undefined) === (VolumeId === undefined)) {
    throw badRequest("Exactly one of FileSystemId and VolumeId is required.");
  }
  return VolumeId === undefined
    ? { fileSystem: checkedFileSystem(account, fileSystemWithId(account, FileSystemId ?? "")) }
    : { volume: checkedVolume(account, volumeWithId(account, VolumeId)) };
}

function checkedFileSystem(account: FsxAccount, fileSystem: FileSystem): FileSystem {
  const { FileSystemId, FileSystemType, Lifecycle } = fileSystem;
  if (FileSystemType === "ONTAP") throw unsupported("ONTAP file system backup is unsupported.");
  const obstacle = backupObstacle(account, fileSystem);
  if (obstacle !== undefined) throw badRequest(obstacle);
  if (!isInService(fileSystem)) {
    throw badRequest(`Cannot take backup while ${FileSystemId} is in ${Lifecycle}`);
  }
  return fileSystem;
}

/** Why a file system cannot be backed up in its configuration, if it cannot. */
export function backupObstacle(account: FsxView, fileSystem: FileSystem): string | undefined {
  if (fileSystem.FileSystemType !== "LUSTRE") return undefined;
  const deployment = fileSystem.LustreConfiguration?.DeploymentType;
  if (!isPersistent(deployment)) return `Backups are not supported for ${deployment} file systems.`;
  if (isRootSquashed(fileSystem))
    return "Backups are not supported for file systems with root squash enabled.";
  return isLinked(account, fileSystem) ? linkedBackups : undefined;
}

function isRootSquashed({ LustreConfiguration: settings }: FileSystem): boolean {
  const { RootSquash = "0:0" } = settings?.RootSquashConfiguration ?? {};
  return RootSquash !== "0:0";
}

function checkedVolume(account: FsxAccount, volume: Volume): Volume {
  const { VolumeId, VolumeType, Lifecycle, OntapConfiguration } = volume;
  if (VolumeType !== "ONTAP") throw unsupported(`${VolumeType} volume backup is unsupported.`);
  const type = OntapConfiguration?.OntapVolumeType;
  if (type !== "RW") throw badRequest(`Volume with type ${type} is not backupable.`);
  if (Lifecycle !== "CREATED") throw badRequest(`Cannot take backup while ${VolumeId} is in ${Lifecycle}`);
  refuseOutOfService(account, volume, "take backup");
  return volume;
}

/** Begins a backup that a user asked for. It counts toward the quota of the account. */
export function makeUserBackup(account: FsxAccount, source: Source, tags: Tags | undefined): Backup {
  if (isBeingBackedUp(account, source)) throw backupInProgress("Another backup is already pending.");
  checkBackupLimit(account, "volume" in source ? "ONTAP" : source.fileSystem.FileSystemType);
  return makeBackup(account, source, { Type: "USER_INITIATED", Tags: backupTags(source, tags) });
}

const quotas: Readonly<Record<FileSystemType, FsxQuota>> = {
  WINDOWS: "fsxWindowsBackups",
  LUSTRE: "fsxLustreBackups",
  ONTAP: "fsxOntapBackups",
  OPENZFS: "fsxOpenZfsBackups",
};

/** Refuses a backup beyond the quota for a type of file system. Backups by AWS Backup count, automatic ones do not. */
export function checkBackupLimit(account: FsxAccount, type: FileSystemType): void {
  const limit = account.quota(quotas[type]);
  if (account.fsx.backups.by("users", type).size >= limit) {
    throw limitExceeded(
      "TOTAL_USER_INITIATED_BACKUPS",
      `The maximum number of user-initiated backups of ${type} file systems is ${limit}.`,
    );
  }
}

/** A backup is removed immediately, but a repeated request still returns its id. */
const deletedBackups = { keyOf: (id: string) => id, get: (id: string) => id };

export const deleteBackup = write<"DeleteBackup">((input, account) => {
  const BackupId = once(account, "DeleteBackup", input, deletedBackups, () =>
    removeBackup(account, input.BackupId),
  );
  return { BackupId, Lifecycle: "DELETED" };
});

function removeBackup(account: FsxAccount, BackupId: string): string {
  const backup = backupWithId(account, BackupId);
  if (backup.Type === "AWS_BACKUP") {
    throw badRequest(`Backup ${BackupId} was created by AWS Backup and must be deleted through AWS Backup.`);
  }
  if (isBeingMade(backup)) throw backupInProgress(`Backup ${BackupId} is still being created.`);
  if (backup.Lifecycle === "COPYING" || (backup.copiesUnderWay ?? 0) > 0) throw backupBeingCopied(BackupId);
  const restored = restoredFrom(account, BackupId);
  if (restored !== undefined) throw backupRestoring(BackupId, restored);
  account.fsx.backups.remove(BackupId);
  return BackupId;
}

/** The id of the file system that is being restored from a backup, or whose volume is, if any. */
function restoredFrom({ fsx }: FsxAccount, backupId: string): string | undefined {
  const [fileSystem] = fsx.fileSystems.by("restoring", backupId);
  const [volume] = fsx.volumes.by("restoring", backupId);
  return fileSystem?.FileSystemId ?? volume?.FileSystemId;
}
