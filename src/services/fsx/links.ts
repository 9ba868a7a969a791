import type { Next } from "../../core/next";
import type { FsxView } from "./account";

/** What Amazon FSx asks of AWS Backup; `integrations/` answers. */
export interface FsxLinks {
  /** When the job goes on that makes a backup of AWS Backup's, by the backup's ARN. */
  nextOfBackup(account: FsxView, backupArn: string): Next | undefined;
  /** When a job goes on that has yet to make a backup here. */
  nextOfComing(account: FsxView): Next | undefined;
}
