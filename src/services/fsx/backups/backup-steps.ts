import type { FsxAccount } from "../account/account";
import type { Backup } from "../records/backups";
import { expiry } from "./automatic-backups";
import { completed } from "./backup-making";
import { completeCopy } from "./copying";

/** What happens to backups by themselves. */
export const backupSteps = {
  transfer(backup: Backup, account: FsxAccount): void {
    account.fsx.backups.replace({
      ...backup,
      Lifecycle: "TRANSFERRING",
      next: account.inFlight("complete", account.duration("fsxBackup", backup) / 2),
    });
  },

  complete(backup: Backup, account: FsxAccount): void {
    account.fsx.backups.replace({ ...completed(backup), next: expiry(account, backup) });
  },

  completeCopy,

  /** An automatic backup has been kept for as long as it was to be. */
  expire(backup: Backup, account: FsxAccount): void {
    account.fsx.backups.remove(backup.BackupId);
  },
};
