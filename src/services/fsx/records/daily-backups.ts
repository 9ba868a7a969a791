import { table } from "../../../core/store";
import type { Next } from "../../../core/time";

/** The schedule of a file system's daily backups. */
export interface DailyBackups {
  readonly FileSystemId: string;
  /** Ids from the last run that still have to be backed up, because another backup was in progress. */
  readonly waiting?: readonly string[] | undefined;
  readonly next?: Next | undefined;
}

export const dailyBackups = table<DailyBackups>(plan => plan.FileSystemId);
