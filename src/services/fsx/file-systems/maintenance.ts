import { type FsxAccount, write } from "../account/account";
import { once } from "../account/idempotency";
import { beginAction, failAction } from "../administrative-actions/administrative-actions";
import type { ActionType, AdministrativeAction } from "../records/administrative-actions";
import type { FileSystem } from "../records/file-systems";
import { fileSystemWithId, shownFileSystem } from "./file-systems";
import { refuseUnless } from "./rules";
import { faultOfDirectory, misconfigurations } from "./windows-directory";

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

/** Joins a file system to its directory anew, which repairs it, or leaves it misconfigured. Whether it did. */
export function joinAgain(action: AdministrativeAction, account: FsxAccount): boolean {
  const { fileSystems } = account.fsx;
  const fileSystem = fileSystems.get(action.subject);
  if (!fileSystem || fileSystem.Lifecycle === "DELETING") return false;
  const fault = faultOfDirectory(account, fileSystem.WindowsConfiguration);
  if (fault === undefined) {
    const repaired = { Lifecycle: "AVAILABLE", FailureDetails: undefined } as const;
    if (isMisconfigured(fileSystem)) fileSystems.replace({ ...fileSystem, ...repaired });
    return true;
  }
  const Message = misconfigurations[fault];
  failAction(account, action, Message);
  const Lifecycle = isMisconfigured(fileSystem) ? fileSystem.Lifecycle : "MISCONFIGURED";
  fileSystems.replace({ ...fileSystem, Lifecycle, FailureDetails: { Message } });
  return false;
}
