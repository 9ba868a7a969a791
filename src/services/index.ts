import type { BackupDuration } from "./backup/durations";
import type { BackupQuota } from "./backup/quotas";

/** Every kind of thing whose duration can be set. */
export type DurationKind = BackupDuration;
/** Every limit that can be overridden. */
export type QuotaName = BackupQuota;
