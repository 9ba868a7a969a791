import { accountOf } from "../core/account";
import { backup } from "../services/backup";
import { ensureAutomaticEfsBackups } from "../services/backup/automatic-efs";
import type { EfsLinks } from "../services/efs/links";

/** Automatic backups of EFS file systems are a plan of AWS Backup, in the file system's own account and Region. */
export const efsAutomaticBackups: EfsLinks = {
  automaticBackupsOn(account) {
    ensureAutomaticEfsBackups(accountOf(account, backup));
  },
};
