import type { Kind } from "../../../core/world";
import type { FsxShape } from "../account/account";
import { failureDetails } from "../account/failure-details";
import { type Backup, isBeingMade } from "../records/backups";
import { expiry } from "./automatic-backups";
import { isTransferred } from "./backup-making";
import { releaseSource } from "./copying";

export const backupKind = {
  required: ["OwnerId"],
  description: {
    by: "DescribeBackups.Backups",
    inputFor: ({ BackupId }) => ({ BackupIds: [BackupId] }),
  },
  fixed: ["Type"],
  state: "Lifecycle",
  works: {
    CREATING: backup =>
      backup.Type === "AWS_BACKUP"
        ? undefined
        : isTransferred(backup)
          ? { step: "transfer", duration: "fsxBackup", share: 0.5 }
          : { step: "complete", duration: "fsxBackup" },
    TRANSFERRING: { step: "complete", duration: "fsxBackup", share: 0.5 },
    COPYING: { step: "completeCopy", duration: "fsxBackupCopy" },
  },
  failures: {
    FAILED: {
      from: ["CREATING", "TRANSFERRING", "COPYING"],
      at: ["complete", "completeCopy"],
      fail(backup, account, message) {
        const FailureDetails = failureDetails(message);
        account.fsx.backups.change(backup, { Lifecycle: "FAILED", FailureDetails, next: undefined });
        if (backup.Lifecycle === "COPYING") releaseSource(backup, account);
      },
    },
  },
  edited(before, after, account) {
    const isMoved = before.CreationTime !== after.CreationTime || before.Lifecycle !== after.Lifecycle;
    if (!isMoved || isBeingMade(after) || after.Lifecycle === "COPYING") return;
    account.fsx.backups.change(after, { next: expiry(account, after) });
  },
} satisfies Kind<FsxShape, Backup>;
