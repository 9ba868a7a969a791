import { accountOf } from "../core/world";
import type { BackedUpService, Restored, RestoreOrder } from "../services/backup/account/account";
import { efs } from "../services/efs";
import type { EfsAccount } from "../services/efs/account/account";
import { addFileSystem, type FileSystemRequest } from "../services/efs/file-systems/creating";
import { deleteFileSystem, fileSystemSteps } from "../services/efs/file-systems/deleting";
import { availableFileSystem } from "../services/efs/file-systems/file-systems";
import { attempt, refusalOf } from "./attempt";
import { idOf } from "./efs-backup-source";

/** How AWS Backup restores EFS: to a new file system, or to a directory in an existing one. */
export const efsRestore: Pick<BackedUpService, "restoreMetadata" | "restore" | "removeRestored"> = {
  restoreMetadata: (_, point) => ({ "file-system-id": idOf(point.ResourceArn) }),

  restore(account, order) {
    // Only the exact key counts: with any other spelling, AWS Backup restores to the existing file system.
    const isNew = order.metadata.exactly("newFileSystem")?.toLowerCase() === "true";
    const efsAccount = accountOf(account, efs);
    return attempt(() => (isNew ? restoreToNew(efsAccount, order) : restoreToExisting(efsAccount, order)));
  },

  removeRestored(account, arn) {
    const efsAccount = accountOf(account, efs);
    const FileSystemId = idOf(arn);
    return refusalOf(() => {
      deleteFileSystem.handle({ FileSystemId }, efsAccount);
      const fileSystem = efsAccount.efs.fileSystems.get(FileSystemId);
      if (fileSystem) fileSystemSteps.remove(fileSystem, efsAccount);
    });
  },
};

/** The size of the restored files. The size of single items is unknown. */
const restoredBytes = ({ metadata, sizeInBytes }: RestoreOrder): number =>
  metadata.has("ItemsToRestore") ? 0 : sizeInBytes;

function restoreToNew(account: EfsAccount, order: RestoreOrder): Restored {
  const { fileSystems } = account.efs;
  const mode = order.metadata.get("PerformanceMode") ?? "generalPurpose";
  if (mode !== "generalPurpose" && mode !== "maxIO") return { failure: "Restore metadata is invalid." };
  const request = requestOf(account, order, mode);
  const [taken] = fileSystems.by("token", request.CreationToken);
  if (taken) {
    return {
      failure: `File system '${taken.FileSystemId}' already exists with creation token '${request.CreationToken}'`,
    };
  }
  const made = addFileSystem(account, request);
  const bytes = restoredBytes(order);
  // Restored files are in Standard storage.
  fileSystems.change(made, {
    LifeCycleState: "available",
    SizeInBytes: { Value: bytes, ValueInIA: 0, ValueInStandard: bytes, ValueInArchive: 0 },
    next: undefined,
  });
  return { createdArn: made.FileSystemArn };
}

const requestOf = (
  { ids }: EfsAccount,
  { metadata, tags }: RestoreOrder,
  PerformanceMode: NonNullable<FileSystemRequest["PerformanceMode"]>,
): FileSystemRequest => ({
  CreationToken: metadata.get("CreationToken") ?? ids.uuid(),
  // A key alone encrypts the file system, as recorded.
  Encrypted: metadata.has("Encrypted") ? metadata.isTrue("Encrypted") : metadata.has("KmsKeyId"),
  KmsKeyId: metadata.get("KmsKeyId"),
  PerformanceMode,
  AvailabilityZoneName: metadata.isTrue("singleAzFilesystem")
    ? metadata.get("availabilityZoneName")
    : undefined,
  Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
});

/** Adds the restored files in a new directory; existing files are never overwritten. */
function restoreToExisting(account: EfsAccount, order: RestoreOrder): Restored {
  const fileSystem = availableFileSystem(account, order.metadata.get("file-system-id") ?? "");
  const bytes = restoredBytes(order);
  account.efs.fileSystems.change(fileSystem, ({ SizeInBytes }) => {
    SizeInBytes.Value += bytes;
    SizeInBytes.ValueInStandard = (SizeInBytes.ValueInStandard ?? 0) + bytes;
  });
  return { createdArn: fileSystem.FileSystemArn };
}
