import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";

/** A backup access point: an Amazon S3 access point that reads from a recovery point. */
export interface AccessPoint {
  readonly AccessPointArn: string;
  readonly AccessPointMetadata: Readonly<Record<string, string>>;
  readonly BackupVaultArn?: string | undefined;
  readonly BackupVaultName: string;
  readonly CreationTime: EpochMs;
  readonly Name: string;
  readonly RecoveryPointArn: string;
  readonly ResourceArn: string;
  readonly ResourceType: string;
  readonly Status: "CREATING" | "AVAILABLE" | "DELETING" | "FAILED";
  readonly policy?: string | undefined;
  readonly next?: Next | undefined;
}

export const accessPoints = table<AccessPoint>(point => point.AccessPointArn)
  .by("point", point => point.RecoveryPointArn)
  .by("resource", point => point.ResourceArn);
