import type { Kind } from "../../../core/world";
import type { BackupShape } from "../account/account";
import type { PointIndex } from "../records/recovery-point-indexes";
import { failIndex, nextRenewal } from "./indexing";

export const pointIndexKind = {
  required: ["ResourceType", "BackupCreationDate", "IndexCreationDate"],
  description: {
    by: "GetRecoveryPointIndexDetails",
    inputFor: ({ BackupVaultName, RecoveryPointArn }) => ({ BackupVaultName, RecoveryPointArn }),
  },
  fixed: ["BackupVaultArn", "SourceResourceArn"],
  state: "IndexStatus",
  works: {
    PENDING: { step: "complete", duration: "recoveryPointIndex" },
    DELETING: { step: "remove", duration: "recoveryPointIndexDeletion", phase: "removal" },
  },
  failures: { FAILED: { from: ["PENDING"], at: ["complete"], fail: failIndex } },
  edited(before, after, account) {
    if (before.IndexStatus === after.IndexStatus) return;
    const building = after.IndexStatus === "PENDING" || undefined;
    const next = after.IndexStatus === "ACTIVE" ? nextRenewal(account, after) : after.next;
    account.backup.pointIndexes.change(after, { building, next });
  },
} satisfies Kind<BackupShape, PointIndex>;
