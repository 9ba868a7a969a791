import type { DeleteFileSystemCommandInput } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { type FsxAccount, write } from "../account/account";
import { badRequest } from "../account/errors";
import { once } from "../account/idempotency";
import { removeActions } from "../administrative-actions/administrative-actions";
import { backupObstacle, makeUserBackup } from "../backups/user-backups";
import { keyOf } from "../records/aliases";
import type { FileSystem } from "../records/file-systems";
import type { Tags } from "../records/tags";
import { removeVolume } from "../volumes/deleting";
import { checkBlocks } from "./creating";
import { fileSystemWithId } from "./file-systems";
import { isPersistent } from "./lustre";

type Input = Stored<DeleteFileSystemCommandInput>;

export const deleteFileSystem = write<"DeleteFileSystem">((input, account) => {
  const fileSystem = once(account, "DeleteFileSystem", input, account.fsx.fileSystems, () =>
    beginDeletion(account, input),
  );
  const { FileSystemId, Lifecycle } = fileSystem;
  return { FileSystemId, Lifecycle, ...responseBlock(fileSystem) };
});

/** Windows and OpenZFS always return a block about the final backup. Lustre returns one only if there is a backup. */
function responseBlock({ FileSystemType, deletion }: FileSystem) {
  const response = { FinalBackupId: deletion?.backupId, FinalBackupTags: deletion?.tags };
  if (FileSystemType === "WINDOWS") return { WindowsResponse: response };
  if (FileSystemType === "OPENZFS") return { OpenZFSResponse: response };
  return FileSystemType === "LUSTRE" && deletion?.backupId !== undefined ? { LustreResponse: response } : {};
}

function beginDeletion(account: FsxAccount, input: Input): FileSystem {
  const fileSystem = fileSystemWithId(account, input.FileSystemId);
  const { FileSystemId, Lifecycle } = fileSystem;
  checkBlocks(fileSystem.FileSystemType, input, "delete");
  checkScratch(fileSystem, input);
  if (Lifecycle === "DELETING") throw badRequest(`File system ${FileSystemId} is already being deleted.`);
  checkDependents(account, fileSystem, input);
  const backup = wantsFinalBackup(fileSystem, input) ? finalBackup(account, fileSystem, input) : undefined;
  const tags = finalTags(input);
  return account.fsx.fileSystems.change(fileSystem, {
    Lifecycle: "DELETING",
    deletion: { backupId: backup?.BackupId, tags: backup && tags },
    next: account.inFlight("remove", account.duration("fsxFileSystemDeletion", fileSystem)),
  });
}

/** Scratch file systems have no backups, so there is nothing to configure. */
function checkScratch({ LustreConfiguration: settings }: FileSystem, input: Input): void {
  if (input.LustreConfiguration !== undefined && !isPersistent(settings?.DeploymentType)) {
    throw badRequest(
      `LustreConfiguration cannot be applied to delete a ${settings?.DeploymentType} file system.`,
    );
  }
}

const finalTags = (input: Input): Tags | undefined =>
  (input.WindowsConfiguration ?? input.LustreConfiguration ?? input.OpenZFSConfiguration)?.FinalBackupTags;

/**
 * Windows and OpenZFS take a final backup by default, Lustre only if the request says so. A file system whose creation
 * failed has nothing to back up.
 */
function wantsFinalBackup({ FileSystemType, Lifecycle }: FileSystem, input: Input): boolean {
  if (Lifecycle === "FAILED") return false;
  if (FileSystemType === "WINDOWS") return input.WindowsConfiguration?.SkipFinalBackup !== true;
  if (FileSystemType === "OPENZFS") return input.OpenZFSConfiguration?.SkipFinalBackup !== true;
  return FileSystemType === "LUSTRE" && input.LustreConfiguration?.SkipFinalBackup === false;
}

function finalBackup(account: FsxAccount, fileSystem: FileSystem, input: Input) {
  const { FileSystemId, Lifecycle } = fileSystem;
  if (Lifecycle !== "AVAILABLE") {
    throw badRequest(`Cannot take final backup while ${FileSystemId} is in ${Lifecycle}`);
  }
  const obstacle = backupObstacle(account, fileSystem);
  if (obstacle !== undefined) throw badRequest(obstacle);
  return makeUserBackup(account, { fileSystem }, finalTags(input));
}

/** Refuses to delete a file system that other resources depend on. */
function checkDependents(account: FsxAccount, fileSystem: FileSystem, input: Input): void {
  const { fsx } = account;
  const { FileSystemId } = fileSystem;
  const machines = [...fsx.storageVirtualMachines.by("fileSystem", FileSystemId)];
  if (machines.length > 0) {
    const ids = machines.map(({ StorageVirtualMachineId }) => StorageVirtualMachineId).join(", ");
    throw badRequest(`Cannot delete file system while it has storage virtual machines: ${ids}`);
  }
  if (fsx.tasks.by("underWay", FileSystemId).size > 0) {
    throw badRequest("There is an active data repository task in progress for this file system.");
  }
  if (fsx.s3AccessPoints.by("fileSystem", FileSystemId).size > 0) {
    throw badRequest(
      "Amazon FSx is unable to delete the file system because it has one or more S3 access points attached. Detach and delete the S3 access points attached to this file system, and try again.",
    );
  }
  if (fileSystem.OpenZFSConfiguration) checkChildren(account, FileSystemId, input);
}

function checkChildren({ fsx }: FsxAccount, id: string, { OpenZFSConfiguration: asked }: Input): void {
  const children = fsx.volumes.by("fileSystem", id).size - 1;
  if (children > 0 && !asked?.Options?.includes("DELETE_CHILD_VOLUMES_AND_SNAPSHOTS")) {
    throw badRequest(
      "Cannot delete file system while it has child volumes. Specify the option DELETE_CHILD_VOLUMES_AND_SNAPSHOTS to delete them.",
    );
  }
}

/** Ends a deletion. Everything that belongs to the file system is removed with it, including automatic backups. */
export function removeFileSystem({ FileSystemId }: FileSystem, account: FsxAccount): void {
  const { fsx } = account;
  removeActions(account, FileSystemId);
  fsx.dailyBackups.remove(FileSystemId);
  for (const { Name } of [...fsx.aliases.by("fileSystem", FileSystemId)]) {
    fsx.aliases.remove(keyOf(FileSystemId, Name));
  }
  for (const volume of [...fsx.volumes.by("fileSystem", FileSystemId)]) removeVolume(volume, account);
  for (const { AssociationId } of [...fsx.associations.by("fileSystem", FileSystemId)]) {
    fsx.associations.remove(AssociationId);
  }
  for (const backup of [...fsx.backups.by("fileSystem", FileSystemId)]) {
    if (backup.Type === "AUTOMATIC") fsx.backups.remove(backup.BackupId);
  }
  fsx.fileSystems.remove(FileSystemId);
}
