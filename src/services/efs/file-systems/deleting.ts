import { type EfsAccount, write } from "../account/account";
import { fileSystemInUse } from "../account/errors";
import type { FileSystem } from "../records/file-systems";
import { replicationOf } from "../replications/replications";
import { fileSystemWithId } from "./file-systems";

export const deleteFileSystem = write<"DeleteFileSystem">((input, account) => {
  const { efs } = account;
  const fileSystem = fileSystemWithId(account, input.FileSystemId);
  const { FileSystemId } = fileSystem;
  if (efs.mountTargets.by("fileSystem", FileSystemId).size > 0) {
    throw fileSystemInUse(
      `The file system '${FileSystemId}' cannot be deleted because it has mount targets. You must delete the mount targets, and then try again.`,
    );
  }
  if (replicationOf(account, FileSystemId)) {
    throw fileSystemInUse(
      `You cannot delete file system '${FileSystemId}' because it is in a replication configuration.`,
    );
  }
  if (fileSystem.LifeCycleState === "deleting") return {};
  efs.fileSystems.update(FileSystemId, {
    LifeCycleState: "deleting",
    next: account.inFlight("remove", account.duration("efsFileSystemDeletion", fileSystem)),
  });
  return {};
});

/** The metered size of an empty file system. */
const emptySize = { Value: 6144, ValueInIA: 0, ValueInStandard: 6144, ValueInArchive: 0 };

/** The steps of file systems. */
export const fileSystemSteps = {
  becomeAvailable({ FileSystemId, SizeInBytes }: FileSystem, { efs }: EfsAccount): void {
    efs.fileSystems.update(FileSystemId, {
      LifeCycleState: "available",
      SizeInBytes: SizeInBytes.Value === 0 ? emptySize : SizeInBytes,
      next: undefined,
    });
  },

  /** Removes a file system together with its access points. */
  remove({ FileSystemId }: FileSystem, { efs }: EfsAccount): void {
    for (const { AccessPointId } of [...efs.accessPoints.by("fileSystem", FileSystemId)]) {
      efs.accessPoints.remove(AccessPointId);
    }
    efs.backupPolicies.remove(FileSystemId);
    efs.fileSystems.remove(FileSystemId);
  },
};
