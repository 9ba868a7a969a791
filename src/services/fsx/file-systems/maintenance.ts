import { type FsxAccount, write } from "../account/account";
import { once } from "../account/idempotency";
import { beginAction, failAction } from "../administrative-actions/administrative-actions";
import type { AdministrativeAction } from "../records/administrative-actions";
import type { FileSystem } from "../records/file-systems";
import { fileSystemWithId, shownFileSystem } from "./file-systems";
import { refuseUnless } from "./rules";
import { faultOfDirectory, misconfigurations } from "./windows-directory";

export const releaseFileSystemNfsV3Locks = write<"ReleaseFileSystemNfsV3Locks">((input, account) => {
  const fileSystem = once(account, "ReleaseFileSystemNfsV3Locks", input, account.fsx.fileSystems, () => {
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
    beginAction(account, FileSystemId, "RELEASE_NFS_V3_LOCKS");
    return found;
  });
  return { FileSystem: shownFileSystem(account, fileSystem) };
});

const isMisconfigured = ({ Lifecycle }: FileSystem): boolean => Lifecycle.startsWith("MISCONFIGURED");

export const startMisconfiguredStateRecovery = write<"StartMisconfiguredStateRecovery">((input, account) => {
  const fileSystem = once(account, "StartMisconfiguredStateRecovery", input, account.fsx.fileSystems, () => {
    const found = fileSystemWithId(account, input.FileSystemId);
    const { FileSystemId, FileSystemType } = found;
    refuseUnless(
      FileSystemType === "WINDOWS",
      `Recovery is not supported for ${FileSystemType} file systems.`,
    );
    refuseUnless(isMisconfigured(found), `File system ${FileSystemId} is not misconfigured.`);
    beginAction(account, FileSystemId, "MISCONFIGURED_STATE_RECOVERY");
    return found;
  });
  return { FileSystem: shownFileSystem(account, fileSystem) };
});

/** Joins a file system to its directory again, and returns whether that worked. If not, it is misconfigured. */
export function joinAgain(action: AdministrativeAction, account: FsxAccount): boolean {
  const { fileSystems } = account.fsx;
  const fileSystem = fileSystems.get(action.subject);
  if (!fileSystem || fileSystem.Lifecycle === "DELETING") return false;
  const fault = faultOfDirectory(account, fileSystem.WindowsConfiguration);
  if (fault === undefined) {
    if (isMisconfigured(fileSystem)) {
      fileSystems.change(fileSystem, { Lifecycle: "AVAILABLE", FailureDetails: undefined });
    }
    return true;
  }
  const Message = misconfigurations[fault];
  failAction(account, action, Message);
  fileSystems.change(fileSystem, {
    Lifecycle: isMisconfigured(fileSystem) ? fileSystem.Lifecycle : "MISCONFIGURED",
    FailureDetails: { Message },
  });
  return false;
}
