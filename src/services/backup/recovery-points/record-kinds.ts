import type { Kind } from "../../../core/world";
import type { BackupShape } from "../account/account";
import { isUnfinished } from "../records/backup-jobs";
import type { RecoveryPoint } from "../records/recovery-points";
import { lifecycleFault } from "./lifecycle";
import { nextByLifecycle } from "./recovery-points";

const withoutLifecycle: ReadonlySet<string> = new Set(["CREATING", "EXPIRED", "DELETING"]);

export const recoveryPointKind = {
  description: {
    by: "DescribeRecoveryPoint",
    inputFor: ({ BackupVaultName, RecoveryPointArn }) => ({ BackupVaultName, RecoveryPointArn }),
  },
  further: { infected: "boolean" },
  fixed: [
    "BackupVaultName",
    "BackupVaultArn",
    "ResourceArn",
    "ResourceType",
    "IsParent",
    "ParentRecoveryPointArn",
  ],
  state: "Status",
  fault(before, after, { backup }) {
    const job = backup.backupJobs.get(before.backupJobId ?? "");
    if (before.Status === "CREATING" && after.Status !== "CREATING" && job && isUnfinished(job)) {
      return `backup job ${job.BackupJobId} is making it; edit the job`;
    }
    if (after.Status === "CREATING" && before.Status !== "CREATING") {
      return "a recovery point is CREATING only while a job makes it; start a job";
    }
    const { DeleteAfterEvent: _, ...lifecycle } = after.Lifecycle ?? {};
    return before.Lifecycle === after.Lifecycle ? undefined : lifecycleFault(lifecycle);
  },
  edited(before, after, account) {
    const isSame =
      before.Status === after.Status &&
      before.StorageClass === after.StorageClass &&
      before.CreationDate === after.CreationDate &&
      before.Lifecycle === after.Lifecycle;
    if (isSame || after.Status === "CREATING") return;
    const next = withoutLifecycle.has(after.Status) ? undefined : nextByLifecycle(account, after);
    account.backup.recoveryPoints.change(after, { heldBack: undefined, next });
  },
} satisfies Kind<BackupShape, RecoveryPoint>;
