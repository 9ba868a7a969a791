import { type FsxAccount, write } from "../account/account";
import { badRequest } from "../account/errors";
import { once } from "../account/idempotency";
import { backupWithId } from "../backups/backups";
import type { Backup } from "../records/backups";
import type { FileSystem } from "../records/file-systems";
import { checkBlocks, makeFileSystem } from "./creating";
import { shownFileSystem } from "./file-systems";
import { inherited, type RestoreRequest } from "./inheriting";
import { refuseUnless } from "./rules";

export const createFileSystemFromBackup = write<"CreateFileSystemFromBackup">((input, account) => {
  const fileSystem = once(account, "CreateFileSystemFromBackup", input, account.fsx.fileSystems, () =>
    restoreFileSystem(account, backupWithId(account, input.BackupId), input),
  );
  return { FileSystem: shownFileSystem(account, fileSystem) };
});

/** Creates a file system from a backup. The file system that was backed up may no longer exist. */
export function restoreFileSystem(account: FsxAccount, backup: Backup, asked: RestoreRequest): FileSystem {
  const { BackupId, Lifecycle, ofFileSystem: source } = backup;
  if (!source) throw badRequest("A file system cannot be created from a backup of a volume.");
  checkBlocks(source.FileSystemType, asked, "create");
  refuseUnless(
    Lifecycle === "AVAILABLE",
    `Backup ${BackupId} cannot be restored while it is in ${Lifecycle}`,
  );
  checkCapacity(source, asked.StorageCapacity);
  checkVersion(source, asked.FileSystemTypeVersion);
  checkRepository(asked);
  return makeFileSystem(account, inherited(source, asked, account.place), backup);
}

/** Only OpenZFS can be restored with more storage than before. */
function checkCapacity({ FileSystemType, StorageCapacity = 0 }: FileSystem, asked: number | undefined): void {
  const fits = asked === undefined || asked === StorageCapacity;
  refuseUnless(
    fits || (FileSystemType === "OPENZFS" && asked > StorageCapacity),
    FileSystemType === "OPENZFS"
      ? `The storage capacity must not be less than that of the backup, ${StorageCapacity} GiB.`
      : `The storage capacity must be that of the backup, ${StorageCapacity} GiB.`,
  );
}

const linkSettings = ["ImportPath", "ExportPath", "ImportedFileChunkSize", "AutoImportPolicy"] as const;

/** Refuses to link a restored file system to an S3 bucket: a linked file system cannot have backups. */
function checkRepository({ LustreConfiguration: asked = {} }: RestoreRequest): void {
  const names = linkSettings.filter(name => asked[name] !== undefined);
  refuseUnless(
    names.length === 0,
    `${names.join(", ")} cannot be specified for a file system created from a backup.`,
  );
}

function checkVersion({ FileSystemTypeVersion = "" }: FileSystem, asked: string | undefined): void {
  refuseUnless(
    asked === undefined || Number(asked) >= Number(FileSystemTypeVersion),
    `The Lustre version must not be older than that of the backup, ${FileSystemTypeVersion}.`,
  );
}
