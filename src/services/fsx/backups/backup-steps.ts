import type { FsxAccount } from "../account/account";
import type { Backup } from "../records/backups";
import { expiry } from "./automatic-backups";
import { completeBackup } from "./backup-making";
import { completeCopy } from "./copying";

/** The steps of backups. */
export const backupSteps = {
  transfer(backup: Backup, account: FsxAccount): void {
    account.fsx.backups.change(backup, {
      Lifecycle: "TRANSFERRING",
      next: account.inFlight("complete", account.duration("fsxBackup", backup) / 2),
    });
  },

  complete(backup: Backup, account: FsxAccount): void {
    completeBackup(account, backup, expiry(account, backup));
  },

  completeCopy,

  /** The retention period of an automatic backup has ended. */
  expire(backup: Backup, account: FsxAccount): void {
    account.fsx.backups.remove(backup.BackupId);
  },
};
