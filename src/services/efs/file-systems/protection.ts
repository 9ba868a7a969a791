import { write } from "../account/account";
import { badRequest, replicationAlreadyExists } from "../account/errors";
import { replicationOf } from "../replications/replications";
import { availableFileSystem } from "./file-systems";

export const updateFileSystemProtection = write<"UpdateFileSystemProtection">((input, account) => {
  const { FileSystemId, FileSystemProtection } = availableFileSystem(account, input.FileSystemId);
  const wanted = input.ReplicationOverwriteProtection;
  if (FileSystemProtection.ReplicationOverwriteProtection === "REPLICATING") {
    throw replicationAlreadyExists(
      "ReplicationOverwriteProtection cannot be changed while the file system is a replication destination.",
    );
  }
  if (replicationOf(account, FileSystemId)) {
    throw replicationAlreadyExists(
      "ReplicationOverwriteProtection cannot be changed while the file system is a replication source.",
    );
  }
  if (wanted === "REPLICATING") {
    throw badRequest("ReplicationOverwriteProtection can be set to ENABLED or DISABLED only.");
  }
  if (wanted === undefined) return FileSystemProtection;
  const protection = { ReplicationOverwriteProtection: wanted };
  account.efs.fileSystems.update(FileSystemId, { FileSystemProtection: protection });
  return protection;
});
