import { viewOf } from "../core/world";
import { backup } from "../services/backup";
import type { FsxLinks } from "../services/fsx/account/account";

/** FSx backups that are recovery points complete when the backup job of AWS Backup does. */
export const fsxRecoveryPoints: Omit<FsxLinks, "network"> = {
  nextOfBackup(account, backupArn) {
    const { recoveryPoints, backupJobs } = viewOf(account, backup).backup;
    const point = recoveryPoints.get(backupArn);
    return point?.backupJobId === undefined ? undefined : backupJobs.get(point.backupJobId)?.next;
  },

  nextOfPendingBackup(account) {
    const { backupJobs } = viewOf(account, backup).backup;
    for (const { ResourceType, next } of backupJobs.by("state", "CREATED")) {
      if (ResourceType === "FSx") return next;
    }
    return undefined;
  },
};
