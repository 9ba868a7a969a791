import type { Status } from "@aws-sdk/client-efs";
import { table } from "../../../core/store";
import type { Next } from "../../../core/time";

/** Whether a file system is backed up automatically. Absent until the policy is first set. */
export interface BackupPolicy {
  readonly FileSystemId: string;
  readonly Status: Status;
  readonly next?: Next | undefined;
}

export const backupPolicies = table<BackupPolicy>(policy => policy.FileSystemId);
