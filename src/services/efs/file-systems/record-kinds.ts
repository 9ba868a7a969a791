import type { Kind } from "../../../core/world";
import type { EfsShape } from "../account/account";
import type { BackupPolicy } from "../records/backup-policies";
import type { FileSystem } from "../records/file-systems";
import { replicationOf } from "../replications/replications";
import { tagged } from "../tags/tags";

/** A name is the tag `Name`. */
export const nameFault = (
  before: { readonly Name?: string | undefined; readonly Tags: unknown },
  after: { readonly Name?: string | undefined; readonly Tags: unknown },
): string | undefined =>
  before.Name !== after.Name && before.Tags === after.Tags
    ? "Name follows from the tag Name; change Tags"
    : undefined;

export const fileSystemKind = {
  required: ["FileSystemProtection", "lifecyclePolicies"],
  description: {
    by: "DescribeFileSystems.FileSystems",
    inputFor: ({ FileSystemId }) => ({ FileSystemId }),
  },
  further: {
    lifecyclePolicies: "DescribeLifecycleConfiguration.LifecyclePolicies",
    policy: "DescribeFileSystemPolicy.Policy",
  },
  state: "LifeCycleState",
  works: {
    creating: { step: "becomeAvailable", duration: "efsFileSystem" },
    updating: { step: "becomeAvailable", duration: "efsFileSystemUpdate" },
    deleting: { step: "remove", duration: "efsFileSystemDeletion", phase: "removal" },
  },
  failures: {
    error: {
      from: ["creating"],
      at: ["becomeAvailable"],
      // A description of a file system has no member for a message.
      fail({ FileSystemId }, { efs }) {
        efs.fileSystems.update(FileSystemId, { LifeCycleState: "error", next: undefined });
      },
    },
  },
  fault(before, after, account) {
    const isDeleted = after.LifeCycleState === "deleting" && before.LifeCycleState !== "deleting";
    const isInUse =
      account.efs.mountTargets.by("fileSystem", after.FileSystemId).size > 0 ||
      replicationOf(account, after.FileSystemId) !== undefined;
    if (isDeleted && isInUse)
      return "it has mount targets or a replication, and cannot be deleted with these";
    return nameFault(before, after);
  },
  edited({ Tags }, after, { efs }) {
    if (after.Tags !== Tags) efs.fileSystems.update(after.FileSystemId, tagged(after.Tags));
  },
} satisfies Kind<EfsShape, FileSystem>;

export const backupPolicyKind = {
  description: {
    by: "DescribeBackupPolicy.BackupPolicy",
    inputFor: ({ FileSystemId }) => ({ FileSystemId }),
  },
  state: "Status",
  works: {
    ENABLING: { step: "enable", duration: "efsBackupPolicy" },
    DISABLING: { step: "disable", duration: "efsBackupPolicy" },
  },
} satisfies Kind<EfsShape, BackupPolicy>;
