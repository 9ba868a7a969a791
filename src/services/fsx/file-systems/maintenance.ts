import { type FsxAccount, write } from "../account";
import { type ActionType, type AdministrativeAction, beginAction } from "../administrative-actions";
import { once } from "../idempotency";
import { type FileSystem, fileSystemWithId, shownFileSystem } from "./file-systems";
import { refuseUnless } from "./rules";

/** Begins something that is done to a file system, and shows it with that. */
function begin(account: FsxAccount, { FileSystemId }: FileSystem, type: ActionType): FileSystem {
  beginAction(account, FileSystemId, type);
  return fileSystemWithId(account, FileSystemId);
}

const finder = ({ fsx }: FsxAccount) => ({
  nameOf: ({ FileSystemId }: FileSystem) => FileSystemId,
  find: (id: string) => fsx.fileSystems.get(id),
});

export const releaseFileSystemNfsV3Locks = write<"ReleaseFileSystemNfsV3Locks">((input, account) => {
  const fileSystem = once(account, "ReleaseFileSystemNfsV3Locks", input, {
    ...finder(account),
    act: () => {
      const found = fileSystemWithId(account, input.FileSystemId);
      const { FileSystemId, FileSystemType, Lifecycle } = found;
      refuseUnless(
        FileSystemType === "OPENZFS",
        `NFS v3 locks cannot be released for ${FileSystemType} file systems.`,
      );
      refuseUnless(
        Lifecycle === "AVAILABLE",
        `Cannot release the NFS v3 locks of ${FileSystemId} while it is in ${Lifecycle}`,
      );
      return begin(account, found, "RELEASE_NFS_V3_LOCKS");
    },
  });
  return { FileSystem: shownFileSystem(account, fileSystem) };
});

const isMisconfigured = ({ Lifecycle }: FileSystem): boolean => Lifecycle.startsWith("MISCONFIGURED");

export const startMisconfiguredStateRecovery = write<"StartMisconfiguredStateRecovery">((input, account) => {
  const fileSystem = once(account, "StartMisconfiguredStateRecovery", input, {
    ...finder(account),
    act: () => {
      const found = fileSystemWithId(account, input.FileSystemId);
      refuseUnless(
        found.FileSystemType === "WINDOWS",
        `Recovery is not supported for ${found.FileSystemType} file systems.`,
      );
      refuseUnless(isMisconfigured(found), `File system ${found.FileSystemId} is not misconfigured.`);
      return begin(account, found, "MISCONFIGURED_STATE_RECOVERY");
    },
  });
  return { FileSystem: shownFileSystem(account, fileSystem) };
});

/** A file system whose configuration was repaired is available again. */
export function recover({ subject }: AdministrativeAction, { fsx }: FsxAccount): void {
  const fileSystem = fsx.fileSystems.get(subject);
  if (!fileSystem || !isMisconfigured(fileSystem)) return;
  fsx.fileSystems.replace({ ...fileSystem, Lifecycle: "AVAILABLE", FailureDetails: undefined });
}
