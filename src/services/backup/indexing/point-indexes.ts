import type { BackupView } from "../account/account";

/** What a recovery point shows of its index. */
export function shownOfIndex({ backup }: BackupView, pointArn: string) {
  if (backup.pointIndexes.size === 0) return undefined;
  const index = backup.pointIndexes.get(pointArn);
  return index && { IndexStatus: index.IndexStatus, IndexStatusMessage: index.IndexStatusMessage };
}
