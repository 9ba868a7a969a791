import { accountOf } from "../core/world";
import { backup } from "../services/backup";
import { ensureAutomaticEfsBackups } from "../services/backup/plans/automatic-efs-plan";
import type { EfsLinks } from "../services/efs/account/account";

/** Automatic backups of EFS are a plan of AWS Backup, in the account and Region of the file system. */
export const efsAutomaticBackups: EfsLinks = {
  ensureAutomaticBackupPlan(account) {
    ensureAutomaticEfsBackups(accountOf(account, backup));
  },
};
