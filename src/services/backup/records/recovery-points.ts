import type { DescribeRecoveryPointOutput } from "@aws-sdk/client-backup";
import type { Next } from "../../../core/next";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";
import { copyOfRecoveryPoint } from "./copy-of-recovery-point";

/** A recovery point in AWS's own words. Its calculated dates follow from its lifecycle, and its index is a record of its own. */
export interface RecoveryPoint
  extends Omit<
    Stored<DescribeRecoveryPointOutput>,
    "CalculatedLifecycle" | "IndexStatus" | "IndexStatusMessage"
  > {
  readonly RecoveryPointArn: string;
  readonly BackupVaultName: string;
  readonly ResourceArn: string;
  readonly ResourceType: string;
  readonly CreationDate: EpochMs;
  readonly Status: NonNullable<DescribeRecoveryPointOutput["Status"]>;
  /** The job that made it: a backup job, or one that copied another point. */
  readonly backupJobId?: string | undefined;
  readonly copyJobId?: string | undefined;
  /** How large the resource was, in bytes, which the size of an incremental backup does not tell. */
  readonly resourceSize?: number | undefined;
  /** The resource was infected when it was backed up, as a scan finds out. */
  readonly infected?: boolean | undefined;
  /** When a continuous backup last went on, which its days count from, and with which options. */
  readonly renewedAt?: EpochMs | undefined;
  readonly options?: Readonly<Record<string, string>> | undefined;
  /** Made in the place of a continuous backup, to go once it is copied. */
  readonly onlyToCopy?: true | undefined;
  /** Copied, and to go for that; a restore or a legal hold has kept it. */
  readonly copied?: true | undefined;
  /** Its lifecycle would have gone on, but for a legal hold. */
  readonly heldBack?: true | undefined;
  readonly next?: Next | undefined;
}

export const recoveryPoints = table<RecoveryPoint>(point => point.RecoveryPointArn)
  .copied(copyOfRecoveryPoint)
  .by("vault", point => point.BackupVaultName)
  .by("resource", point => point.ResourceArn)
  .by("parent", point => point.ParentRecoveryPointArn)
  .by("continuous", point => (point.Status === "AVAILABLE" ? point.ResourceArn : undefined))
  .by("copied", point => (point.copied ? "yes" : undefined))
  .by("heldBack", point => (point.heldBack ? "yes" : undefined));
