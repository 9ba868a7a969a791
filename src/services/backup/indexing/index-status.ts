import type { BackupView } from "../account/account";

/** The members with which a recovery point shows its index. */
export function indexStatusOf({ backup }: BackupView, pointArn: string) {
  if (backup.pointIndexes.size === 0) return undefined;
  const index = backup.pointIndexes.get(pointArn);
  return index && { IndexStatus: index.IndexStatus, IndexStatusMessage: index.IndexStatusMessage };
}
