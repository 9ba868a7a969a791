import type { Kind } from "../../../core/world";
import type { FsxShape } from "../account/account";
import { failureDetails } from "../account/failure-details";
import { keepAutomaticBackups, planDailyBackups } from "../backups/automatic-backups";
import type { Alias } from "../records/aliases";
import type { FileSystem } from "../records/file-systems";
import { settingsOf } from "./file-systems";
import { blocks } from "./kind";
import { kindOf } from "./kinds";

/** Whether an edit changes what daily backups depend on. */
function changesBackups(before: FileSystem, after: FileSystem): boolean {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  return (
    before.Lifecycle !== after.Lifecycle ||
    old.AutomaticBackupRetentionDays !== now.AutomaticBackupRetentionDays ||
    old.DailyAutomaticBackupStartTime !== now.DailyAutomaticBackupStartTime
  );
}

export const fileSystemKind = {
  required: ["OwnerId", "SubnetIds"],
  description: {
    by: "DescribeFileSystems.FileSystems",
    inputFor: ({ FileSystemId }) => ({ FileSystemIds: [FileSystemId] }),
  },
  fixed: ["FileSystemType"],
  state: "Lifecycle",
  works: {
    CREATING: { step: "becomeAvailable", duration: "fsxFileSystem" },
    DELETING: { step: "remove", duration: "fsxFileSystemDeletion", phase: "removal" },
  },
  failures: {
    FAILED: {
      from: ["CREATING"],
      at: ["becomeAvailable"],
      fail(fileSystem, { fsx }, message) {
        const FailureDetails = failureDetails(message);
        fsx.fileSystems.change(fileSystem, { Lifecycle: "FAILED", FailureDetails, next: undefined });
      },
    },
  },
  fault(before, after, { fsx }) {
    const { FileSystemId, Lifecycle } = after;
    const { block } = kindOf(after);
    const given = blocks.filter(name => after[name] !== undefined);
    if (given.length !== 1 || given[0] !== block) {
      return `a file system of ${after.FileSystemType} has a ${block}, and no other configuration`;
    }
    const isInUse =
      fsx.storageVirtualMachines.by("fileSystem", FileSystemId).size > 0 ||
      fsx.tasks.by("underWay", FileSystemId).size > 0 ||
      fsx.s3AccessPoints.by("fileSystem", FileSystemId).size > 0;
    return Lifecycle === "DELETING" && before.Lifecycle !== "DELETING" && isInUse
      ? "it has storage virtual machines, running tasks or S3 access points, and cannot be deleted with these"
      : undefined;
  },
  edited(before, after, account) {
    if (after.Lifecycle !== "AVAILABLE" || !changesBackups(before, after)) return;
    planDailyBackups(account, after);
    keepAutomaticBackups(account, after);
  },
} satisfies Kind<FsxShape, FileSystem>;

export const aliasKind = {
  description: {
    by: "DescribeFileSystemAliases.Aliases",
    inputFor: ({ FileSystemId }) => ({ FileSystemId }),
  },
  fixed: ["FileSystemId"],
  state: "Lifecycle",
  works: {
    CREATING: { step: "becomeAvailable", duration: "fsxAlias" },
    DELETING: { step: "remove", duration: "fsxAlias", phase: "removal" },
  },
  // An alias has no member for a message.
  failures: {
    CREATE_FAILED: {
      from: ["CREATING"],
      at: ["becomeAvailable"],
      fail(alias, { fsx }) {
        fsx.aliases.change(alias, { Lifecycle: "CREATE_FAILED", next: undefined });
      },
    },
    DELETE_FAILED: {
      from: ["DELETING"],
      at: ["remove"],
      fail(alias, { fsx }) {
        fsx.aliases.change(alias, { Lifecycle: "DELETE_FAILED", next: undefined });
      },
    },
  },
} satisfies Kind<FsxShape, Alias>;
