import { table } from "../../../core/store";
import type { Next } from "../../../core/time";

/** The daily backups of a file system, and when the next one begins. */
export interface DailyBackups {
  readonly FileSystemId: string;
  /** What of the last ones is still to be backed up, because another backup of it was being made. */
  readonly waiting?: readonly string[] | undefined;
  readonly next?: Next | undefined;
}

export const dailyBackups = table<DailyBackups>(plan => plan.FileSystemId);
