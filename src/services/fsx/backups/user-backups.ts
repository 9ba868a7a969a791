import { type FsxAccount, write } from "../account";
import { backupInProgress, badRequest, limitExceeded, unsupported } from "../errors";
import { type FileSystem, fileSystemWithId, settingsOf } from "../file-systems/file-systems";
import { isLinked, isPersistent } from "../file-systems/lustre";
import { once } from "../idempotency";
import { newTags, type Tags } from "../tags";
import { type Volume, volumeWithId } from "../volumes/volumes";
import { makeBackup, type Source } from "./backup-making";
import { type Backup, backupWithId, shownBackup } from "./backups";

export const createBackup = write<"CreateBackup">((input, account) => {
  const backup = once(account, "CreateBackup", input, {
    act: () => makeUserBackup(account, sourceOf(account, input), input.Tags),
    nameOf: made => made.BackupId,
    find: id => account.fsx.backups.get(id),
  });
  return { Backup: shownBackup(account, backup) };
});

interface Asked {
  readonly FileSystemId?: string | undefined;
  readonly VolumeId?: string | undefined;
}

/** What a request wants backed up: a volume of ONTAP, a file system of the other types. */
function sourceOf(account: FsxAccount, { FileSystemId, VolumeId }: Asked): Source {
  if ((FileSystemId === undefined) === (VolumeId === undefined)) {
    throw badRequest("Exactly one of FileSystemId and VolumeId is required.");
  }
  return VolumeId === undefined
    ? { fileSystem: backedUpWhole(fileSystemWithId(account, FileSystemId ?? "")) }
    : { volume: backedUpAlone(volumeWithId(account, VolumeId)) };
}

function backedUpWhole(fileSystem: FileSystem): FileSystem {
  const { FileSystemId, FileSystemType, Lifecycle } = fileSystem;
  if (FileSystemType === "ONTAP") throw unsupported("ONTAP file system backup is unsupported.");
  const obstacle = backupObstacle(fileSystem);
  if (obstacle !== undefined) throw badRequest(obstacle);
  if (Lifecycle !== "AVAILABLE" && Lifecycle !== "UPDATING") {
    throw badRequest(`Cannot take backup while ${FileSystemId} is in ${Lifecycle}`);
  }
  return fileSystem;
}

/** Why a file system can never be backed up, as it is. */
export function backupObstacle(fileSystem: FileSystem): string | undefined {
  if (fileSystem.FileSystemType !== "LUSTRE") return undefined;
  const deployment = fileSystem.LustreConfiguration?.DeploymentType;
  if (!isPersistent(deployment)) return `Backups are not supported for ${deployment} file systems.`;
  return isLinked(fileSystem)
    ? "Backups are not supported for file systems that are linked to a data repository."
    : undefined;
}

function backedUpAlone(volume: Volume): Volume {
  const { VolumeId, VolumeType, Lifecycle, OntapConfiguration } = volume;
  if (VolumeType !== "ONTAP") throw unsupported(`${VolumeType} volume backup is unsupported.`);
  if (OntapConfiguration?.OntapVolumeType !== "RW") {
    throw badRequest(`Backups are not supported for ${OntapConfiguration?.OntapVolumeType} volumes.`);
  }
  if (Lifecycle !== "CREATED") throw badRequest(`Cannot take backup while ${VolumeId} is in ${Lifecycle}`);
  return volume;
}

const targetOf = (source: Source): string =>
  "volume" in source ? source.volume.VolumeId : source.fileSystem.FileSystemId;

const inheritedTags = (source: Source): Tags => {
  if ("volume" in source) {
    return source.volume.OntapConfiguration?.CopyTagsToBackups ? source.volume.Tags : [];
  }
  return settingsOf(source.fileSystem).CopyTagsToBackups ? source.fileSystem.Tags : [];
};

/** The tags of a backup: those given, or else those of what is backed up where that copies its tags. */
export const backupTags = (source: Source, given?: Tags): Tags => newTags(given, inheritedTags(source));

/** Makes a backup for a user, as one of the limited number that an account can have. */
export function makeUserBackup(account: FsxAccount, source: Source, tags: Tags | undefined): Backup {
  if (account.fsx.backups.by("beingMadeOf", targetOf(source)).size > 0) {
    throw backupInProgress("Another backup is already pending.");
  }
  checkBackupLimit(account);
  return makeBackup(account, source, { Type: "USER_INITIATED", Tags: backupTags(source, tags) });
}

/** Backups of AWS Backup count as a user's own. */
export function checkBackupLimit(account: FsxAccount): void {
  const { backups } = account.fsx;
  const limit = account.quota("fsxUserInitiatedBackups");
  if (backups.by("type", "USER_INITIATED").size + backups.by("type", "AWS_BACKUP").size >= limit) {
    throw limitExceeded(
      "TOTAL_USER_INITIATED_BACKUPS",
      `The maximum number of user-initiated backups is ${limit}.`,
    );
  }
}

export const deleteBackup = write<"DeleteBackup">(({ BackupId }, account) => {
  const backup = backupWithId(account, BackupId);
  if (backup.Type === "AWS_BACKUP") {
    throw badRequest(`Backup ${BackupId} was created by AWS Backup and must be deleted through AWS Backup.`);
  }
  if (backup.Lifecycle === "CREATING" || backup.Lifecycle === "TRANSFERRING") {
    throw backupInProgress(`Backup ${BackupId} is still being created.`);
  }
  account.fsx.backups.remove(BackupId);
  return { BackupId, Lifecycle: "DELETED" };
});
