import { arn, type Place } from "../../../core/basics";
import type { EfsView } from "../account/account";
import { fileSystemNotFound, incorrectFileSystemState } from "../account/errors";
import type { FileSystem } from "../records/file-systems";

export const fileSystemArn = (place: Place, id: string): string =>
  arn("elasticfilesystem", place, `file-system/${id}`);

const arnPrefix = /^arn:.*:file-system\//;

/** The file system with this id or ARN. */
export function fileSystemWithId({ efs }: EfsView, idOrArn: string): FileSystem {
  const id = idOrArn.replace(arnPrefix, "");
  const fileSystem = efs.fileSystems.get(id);
  if (!fileSystem || (id !== idOrArn && fileSystem.FileSystemArn !== idOrArn)) {
    throw fileSystemNotFound(`File system '${id}' does not exist.`);
  }
  return fileSystem;
}

/** The file system with this id or ARN. Refuses one that is not `available`. */
export function availableFileSystem(account: EfsView, idOrArn: string): FileSystem {
  const fileSystem = fileSystemWithId(account, idOrArn);
  // EFS sends this error without a message.
  if (fileSystem.LifeCycleState !== "available") throw incorrectFileSystemState();
  return fileSystem;
}
