import type { BackupDuration } from "./backup/durations";
import type { BackupQuota } from "./backup/quotas";
import type { EfsDuration } from "./efs/durations";
import type { EfsQuota } from "./efs/quotas";
import type { FsxDuration } from "./fsx/durations";
import type { FsxQuota } from "./fsx/quotas";

/** Every kind of thing whose duration can be set. */
export type DurationKind = BackupDuration | EfsDuration | FsxDuration;
/** Every limit that can be overridden. */
export type QuotaName = BackupQuota | EfsQuota | FsxQuota;
