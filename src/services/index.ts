import type { DurationOf } from "../core/world";
import type { BackupDurations } from "./backup/account/durations";
import type { BackupQuota } from "./backup/account/quotas";
import type { EfsDurations } from "./efs/account/durations";
import type { EfsQuota } from "./efs/account/quotas";
import type { FsxDurations } from "./fsx/account/durations";
import type { FsxQuota } from "./fsx/account/quotas";

/** Every kind of thing whose duration can be set, and what it is of. */
type Subjects = BackupDurations & EfsDurations & FsxDurations;

/** How long things take, by kind: a duration, or a function of the thing, which is as `aws.state` shows it. */
export type Durations = { readonly [Kind in keyof Subjects]?: DurationOf<Subjects[Kind]> };
/** Every limit that can be overridden. */
export type QuotaName = BackupQuota | EfsQuota | FsxQuota;
