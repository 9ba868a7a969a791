import { type EfsAccount, write } from "../account";
import { type FileSystem, fileSystemWithId } from "./file-systems";

export const deleteFileSystem = write<"DeleteFileSystem">((input, account) => {
  const fileSystem = fileSystemWithId(account, input.FileSystemId);
  if (fileSystem.LifeCycleState === "deleting") return {};
  account.efs.fileSystems.update(fileSystem.FileSystemId, {
    LifeCycleState: "deleting",
    next: account.inFlight("remove", account.duration("efsFileSystemDelete", fileSystem)),
  });
  return {};
});

/** What an empty file system is metered at. */
const emptySize = { Value: 6144, ValueInIA: 0, ValueInStandard: 6144, ValueInArchive: 0 };

/** What happens to file systems by themselves. */
export const fileSystemSteps = {
  becomeAvailable({ FileSystemId, SizeInBytes }: FileSystem, { efs }: EfsAccount): void {
    efs.fileSystems.update(FileSystemId, {
      LifeCycleState: "available",
      SizeInBytes: SizeInBytes.Value === 0 ? emptySize : SizeInBytes,
      next: undefined,
    });
  },

  remove({ FileSystemId }: FileSystem, { efs }: EfsAccount): void {
    efs.fileSystems.remove(FileSystemId);
    efs.backupPolicies.remove(FileSystemId);
  },
};
