import type { BackupDuration } from "./backup/durations";
import type { BackupQuota } from "./backup/quotas";
import type { EfsDuration } from "./efs/durations";
import type { EfsQuota } from "./efs/quotas";

/** Every kind of thing whose duration can be set. */
export type DurationKind = BackupDuration | EfsDuration;
/** Every limit that can be overridden. */
export type QuotaName = BackupQuota | EfsQuota;
