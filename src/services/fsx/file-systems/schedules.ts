import type { IdSource } from "../../../core/basics";
import { badRequest } from "../account/errors";
import type { CommonSettings } from "./file-systems";

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** A time that AWS picks: on the hour or the half hour. */
export const pickedTime = (ids: IdSource): string =>
  `${twoDigits(ids.below(24))}:${ids.below(2) === 0 ? "00" : "30"}`;

/** When maintenance begins: `d:HH:MM` in UTC, where Monday is 1. */
export const weeklyMaintenance = (ids: IdSource, asked: string | undefined): string =>
  asked ?? `${1 + ids.below(7)}:${pickedTime(ids)}`;

/**
 * The daily backups of a new file system. Where there are none, no time is shown; whether their being none is shown
 * (`AutomaticBackupRetentionDays: 0`) differs by type.
 */
export function dailyBackups(
  ids: IdSource,
  asked: CommonSettings,
  defaultDays: number,
  none: "shown" | "hidden",
): Pick<CommonSettings, "AutomaticBackupRetentionDays" | "DailyAutomaticBackupStartTime"> {
  const { AutomaticBackupRetentionDays = defaultDays, DailyAutomaticBackupStartTime: time } = asked;
  if (AutomaticBackupRetentionDays > 0) {
    return { AutomaticBackupRetentionDays, DailyAutomaticBackupStartTime: time ?? pickedTime(ids) };
  }
  if (time !== undefined) {
    throw badRequest(
      "DailyAutomaticBackupStartTime cannot be specified when AutomaticBackupRetentionDays is 0.",
    );
  }
  return none === "shown" ? { AutomaticBackupRetentionDays } : {};
}
