import type { DurationOf } from "../core/world";
import type { BackupDurations } from "./backup/account/durations";
import type { BackupQuota } from "./backup/account/quotas";
import type { EfsDurations } from "./efs/account/durations";
import type { EfsQuota } from "./efs/account/quotas";
import type { FsxDurations } from "./fsx/account/durations";
import type { FsxQuota } from "./fsx/account/quotas";

/** The record that a duration function receives, by kind. */
type Subjects = BackupDurations & EfsDurations & FsxDurations;

/**
 * How long AWS takes, by kind of operation: a duration, or a function of the record, which is as `aws.state` shows it.
 * The kinds, with their defaults, are listed in `docs/options.md`.
 */
export type Durations = { readonly [Kind in keyof Subjects]?: DurationOf<Subjects[Kind]> };

/** A quota that can be overridden. `docs/options.md` lists all of them, with AWS's defaults and units. */
export type QuotaName = BackupQuota | EfsQuota | FsxQuota;
