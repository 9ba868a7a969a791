import type { DurationOf } from "../core/service";
import type { BackupDurations } from "./backup/durations";
import type { BackupQuota } from "./backup/quotas";
import type { EfsDurations } from "./efs/durations";
import type { EfsQuota } from "./efs/quotas";
import type { FsxDurations } from "./fsx/durations";
import type { FsxQuota } from "./fsx/quotas";

/** Every kind of thing whose duration can be set, and what it is of. */
type Subjects = BackupDurations & EfsDurations & FsxDurations;

/** How long things take, by kind: a duration, or a function of the thing, which is as `aws.state` shows it. */
export type Durations = { readonly [Kind in keyof Subjects]?: DurationOf<Subjects[Kind]> };
/** Every limit that can be overridden. */
export type QuotaName = BackupQuota | EfsQuota | FsxQuota;
