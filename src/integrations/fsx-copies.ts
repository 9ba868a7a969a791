import { accountOf } from "../core/world";
import type { BackedUpService } from "../services/backup/account/account";
import { fsx } from "../services/fsx";
import { backupIdOf, backupOf } from "./fsx-backup-source";

/** A copy of an FSx recovery point is also an FSx backup, in the account and Region of the copy. */
export const fsxCopies: Pick<BackedUpService, "pointCopied"> = {
  pointCopied(account, copy, from) {
    const BackupId = backupIdOf(copy.RecoveryPointArn);
    const source = backupOf(from.account, from.point);
    if (BackupId === undefined || !source) return;
    accountOf(account, fsx).fsx.backups.insert({
      ...source,
      BackupId,
      ResourceARN: copy.RecoveryPointArn,
      OwnerId: account.place.accountId,
      CreationTime: account.now,
      KmsKeyId: copy.EncryptionKeyArn,
      SourceBackupId: source.BackupId,
      SourceBackupRegion: from.account.place.region,
      next: undefined,
    });
  },
};
