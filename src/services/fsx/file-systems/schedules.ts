import type { IdSource } from "../../../core/basics";
import type { Writable } from "../../../core/store";
import { badRequest } from "../account/errors";
import type { CommonSettings } from "./file-systems";
import type { NoBackups } from "./kind";

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** A time that AWS picks: on the hour or the half hour. */
const pickedTime = (ids: IdSource): string =>
  `${twoDigits(ids.below(24))}:${ids.below(2) === 0 ? "00" : "30"}`;

/** When maintenance begins: `d:HH:MM` in UTC, where Monday is 1. */
export const weeklyMaintenance = (ids: IdSource, asked: string | undefined): string =>
  asked ?? `${1 + ids.below(7)}:${pickedTime(ids)}`;

type BackupSettings = Pick<CommonSettings, "AutomaticBackupRetentionDays" | "DailyAutomaticBackupStartTime">;

const timeWithoutBackups = () =>
  badRequest("DailyAutomaticBackupStartTime cannot be specified when AutomaticBackupRetentionDays is 0.");

/** The daily backups of a new file system. Without backups, there is no start time. */
export function dailyBackups(
  ids: IdSource,
  asked: CommonSettings,
  defaultDays: number,
  noBackups: NoBackups,
): BackupSettings {
  const { AutomaticBackupRetentionDays = defaultDays, DailyAutomaticBackupStartTime: time } = asked;
  if (AutomaticBackupRetentionDays > 0) {
    return { AutomaticBackupRetentionDays, DailyAutomaticBackupStartTime: time ?? pickedTime(ids) };
  }
  if (time !== undefined) throw timeWithoutBackups();
  return noBackups === "shown" ? { AutomaticBackupRetentionDays } : {};
}

/** Changes daily backups and maintenance as an update asks. */
export function changeSchedule(
  settings: Writable<CommonSettings>,
  asked: CommonSettings,
  ids: IdSource,
  noBackups: NoBackups,
): void {
  const { WeeklyMaintenanceStartTime, DailyAutomaticBackupStartTime: time } = asked;
  if (WeeklyMaintenanceStartTime !== undefined) {
    settings.WeeklyMaintenanceStartTime = WeeklyMaintenanceStartTime;
  }
  if (asked.AutomaticBackupRetentionDays === undefined && time === undefined) return;
  const days = asked.AutomaticBackupRetentionDays ?? settings.AutomaticBackupRetentionDays ?? 0;
  if (days > 0) {
    settings.AutomaticBackupRetentionDays = days;
    settings.DailyAutomaticBackupStartTime =
      time ?? settings.DailyAutomaticBackupStartTime ?? pickedTime(ids);
    return;
  }
  if (time !== undefined) throw timeWithoutBackups();
  delete settings.DailyAutomaticBackupStartTime;
  if (noBackups === "shown") settings.AutomaticBackupRetentionDays = 0;
  else delete settings.AutomaticBackupRetentionDays;
}
