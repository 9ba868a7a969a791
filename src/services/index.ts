import type { DurationOf } from "../core/world";
import type { BackupDurations } from "./backup/account/durations";
import type { backupQuotas } from "./backup/account/quotas";
import type { EfsDurations } from "./efs/account/durations";
import type { efsQuotas } from "./efs/account/quotas";
import type { FsxDurations } from "./fsx/account/durations";
import type { fsxQuotas } from "./fsx/account/quotas";

type PerKind<Kinds> = { readonly [Kind in keyof Kinds]?: DurationOf<Kinds[Kind]> };
type PerName<Limits> = Readonly<Partial<Limits>>;

/**
 * How long work takes, by kind: a duration, or a function of the record as `aws.state` shows it.
 *
 * @example
 * mockAws({ durations: { efsFileSystem: "5 s", backupJob: job => (job.ResourceType === "EFS" ? "2 hours" : 0) } });
 */
export interface Durations extends PerKind<BackupDurations>, PerKind<EfsDurations>, PerKind<FsxDurations> {}

/**
 * Limits in place of AWS's: whole numbers from 0, or `Infinity`. All count per account and Region.
 *
 * @example
 * mockAws({ quotas: { vaults: 2 } });
 */
export interface Quotas
  extends PerName<typeof backupQuotas>,
    PerName<typeof efsQuotas>,
    PerName<typeof fsxQuotas> {}

/** The name of a limit. */
export type QuotaName = keyof Quotas;
