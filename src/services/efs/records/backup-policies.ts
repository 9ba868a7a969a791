import type { Status } from "@aws-sdk/client-efs";
import { table } from "../../../core/store";
import type { Next } from "../../../core/time";

/** Whether a file system is backed up automatically. There is none until it is switched on or off. */
export interface BackupPolicy {
  readonly FileSystemId: string;
  readonly Status: Status;
  readonly next?: Next | undefined;
}

export const backupPolicies = table<BackupPolicy>(policy => policy.FileSystemId);
