import type { DeleteFileSystemCommandInput } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/stored";
import { type FsxAccount, write } from "../account";
import { makeUserBackup } from "../backups/user-backups";
import { badRequest } from "../errors";
import { once } from "../idempotency";
import type { Tags } from "../tags";
import { checkBlocks } from "./creating";
import { type FileSystem, fileSystemWithId } from "./file-systems";

type Input = Stored<DeleteFileSystemCommandInput>;

export const deleteFileSystem = write<"DeleteFileSystem">((input, account) => {
  const fileSystem = once(account, "DeleteFileSystem", input, {
    act: () => beginDeletion(account, input),
    nameOf: deleted => deleted.FileSystemId,
    find: id => account.fsx.fileSystems.get(id),
  });
  const { FileSystemId, Lifecycle } = fileSystem;
  return { FileSystemId, Lifecycle, ...responseBlock(fileSystem) };
});

/** Windows and OpenZFS say what became of the final backup, even that there is none; Lustre only that there is one. */
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
  if (Lifecycle === "DELETING") throw badRequest(`File system ${FileSystemId} is already being deleted.`);
  checkDependents(account, fileSystem, input);
  const backup = wantsFinalBackup(fileSystem, input) ? finalBackup(account, fileSystem, input) : undefined;
  const tags = finalTags(input);
  return account.fsx.fileSystems.replace({
    ...fileSystem,
    Lifecycle: "DELETING",
    deletion: { backupId: backup?.BackupId, tags: backup && tags },
    next: account.inFlight("vanish", account.duration("fsxFileSystemDeletion", fileSystem)),
  });
}

const finalTags = (input: Input): Tags | undefined =>
  (input.WindowsConfiguration ?? input.LustreConfiguration ?? input.OpenZFSConfiguration)?.FinalBackupTags;

/** Windows and OpenZFS take a final backup unless told not to, Lustre only when told to. */
function wantsFinalBackup({ FileSystemType }: FileSystem, input: Input): boolean {
  if (FileSystemType === "WINDOWS") return input.WindowsConfiguration?.SkipFinalBackup !== true;
  if (FileSystemType === "OPENZFS") return input.OpenZFSConfiguration?.SkipFinalBackup !== true;
  return FileSystemType === "LUSTRE" && input.LustreConfiguration?.SkipFinalBackup === false;
}

function finalBackup(account: FsxAccount, fileSystem: FileSystem, input: Input) {
  const { FileSystemId, Lifecycle } = fileSystem;
  if (Lifecycle !== "AVAILABLE") {
    throw badRequest(`Cannot take final backup while ${FileSystemId} is in ${Lifecycle}`);
  }
  return makeUserBackup(account, { fileSystem }, finalTags(input));
}

/** Refuses to delete what something else hangs on. */
function checkDependents({ fsx }: FsxAccount, fileSystem: FileSystem, input: Input): void {
  const { OpenZFSConfiguration: settings, FileSystemId } = fileSystem;
  if (!settings) return;
  const children = fsx.volumes.by("fileSystem", FileSystemId).size - 1;
  const deletesThem = input.OpenZFSConfiguration?.Options?.includes("DELETE_CHILD_VOLUMES_AND_SNAPSHOTS");
  if (children > 0 && !deletesThem) {
    throw badRequest(
      "Cannot delete file system while it has child volumes. Specify the option DELETE_CHILD_VOLUMES_AND_SNAPSHOTS to delete them.",
    );
  }
}

/** Ends a deletion: what belongs to the file system goes with it, its automatic backups too. */
export function vanish({ FileSystemId }: FileSystem, { fsx }: FsxAccount): void {
  for (const volume of [...fsx.volumes.by("fileSystem", FileSystemId)]) fsx.volumes.remove(volume.VolumeId);
  for (const backup of [...fsx.backups.by("fileSystem", FileSystemId)]) {
    if (backup.Type === "AUTOMATIC") fsx.backups.remove(backup.BackupId);
  }
  fsx.fileSystems.remove(FileSystemId);
}
