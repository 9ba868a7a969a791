import { day, type EpochMs, minute, type Next } from "../../../core/time";
import type { FsxAccount } from "../account/account";
import { settingsOf } from "../file-systems/file-systems";
import { type Backup, fileSystemIdOf, isBeingMade } from "../records/backups";
import type { DailyBackups } from "../records/daily-backups";
import type { FileSystem } from "../records/file-systems";
import { backupTags, isBeingBackedUp, makeBackup, type Source, targetOf } from "./backup-making";
import { backupObstacle } from "./user-backups";

const daysKept = (fileSystem: FileSystem): number => settingsOf(fileSystem).AutomaticBackupRetentionDays ?? 0;

/** The next time that it is `HH:MM` in UTC, in epoch milliseconds. */
function nextTime(time: string, now: EpochMs): EpochMs {
  const offset = (Number(time.slice(0, 2)) * 60 + Number(time.slice(-2))) * minute;
  const today = Math.floor(now / day) * day + offset;
  return today > now ? today : today + day;
}

/** Plans the daily backups of a file system by its settings. Replaces an earlier plan. */
export function planDailyBackups(account: FsxAccount, fileSystem: FileSystem): void {
  const { dailyBackups: plans } = account.fsx;
  const { FileSystemId } = fileSystem;
  const { DailyAutomaticBackupStartTime: time } = settingsOf(fileSystem);
  if (daysKept(fileSystem) === 0 || time === undefined) plans.remove(FileSystemId);
  else plans.put({ FileSystemId, next: account.planned("run", nextTime(time, account.now)) });
}

/** Applies a new retention period to existing automatic backups. A period of 0 days leaves them as they are. */
export function keepAutomaticBackups(account: FsxAccount, fileSystem: FileSystem): void {
  const days = daysKept(fileSystem);
  if (days === 0) return;
  for (const backup of [...account.fsx.backups.by("fileSystem", fileSystem.FileSystemId)]) {
    if (backup.daysKept === undefined || backup.daysKept === days) continue;
    const next = isBeingMade(backup) ? backup.next : expiry(account, { ...backup, daysKept: days });
    account.fsx.backups.change(backup, { daysKept: days, next });
  }
}

/** The expiry of an automatic backup; `undefined` for other backups. */
export const expiry = (account: FsxAccount, { CreationTime, daysKept: days }: Backup): Next | undefined =>
  days === undefined ? undefined : account.planned("expire", CreationTime + days * day);

/** Has a backup, which began at an instant, end with the retention period of its file system. */
export function keepAsAutomatic(account: FsxAccount, backup: Backup, CreationTime: EpochMs): void {
  const fileSystem = account.fsx.fileSystems.get(fileSystemIdOf(backup) ?? "");
  const days = fileSystem && daysKept(fileSystem);
  if (!days) return;
  const kept = { ...backup, CreationTime, daysKept: days };
  const next = isBeingMade(backup) ? backup.next : expiry(account, kept);
  account.fsx.backups.change(backup, { daysKept: days, next });
}

/** The sources of a daily backup: the file system, or each volume of an ONTAP file system. */
function sourcesOf(account: FsxAccount, fileSystem: FileSystem): readonly Source[] {
  if (fileSystem.FileSystemType !== "ONTAP") {
    return backupObstacle(account, fileSystem) === undefined ? [{ fileSystem }] : [];
  }
  return [...account.fsx.volumes.by("fileSystem", fileSystem.FileSystemId)]
    .filter(volume => volume.Lifecycle === "CREATED" && volume.OntapConfiguration?.OntapVolumeType === "RW")
    .map(volume => ({ volume }));
}

/** How long a daily backup waits before it checks again whether another backup has ended. */
const retryAfter = 10 * minute;

/** Retries sources that are being backed up, unless the next daily backup is due by then. */
function retryLater(account: FsxAccount, FileSystemId: string, sources: readonly Source[]): void {
  const { dailyBackups: plans } = account.fsx;
  const again = account.now + retryAfter;
  const nextDay = plans.get(FileSystemId)?.next;
  if (sources.length === 0 || !nextDay || nextDay.at <= again) return;
  plans.put({ FileSystemId, waiting: sources.map(targetOf), next: account.planned("run", again) });
}

/** The steps of daily backups. */
export const dailyBackupSteps = {
  run({ FileSystemId, waiting }: DailyBackups, account: FsxAccount): void {
    const fileSystem = account.fsx.fileSystems.get(FileSystemId);
    if (!fileSystem) {
      account.fsx.dailyBackups.remove(FileSystemId);
      return;
    }
    planDailyBackups(account, fileSystem);
    if (fileSystem.Lifecycle !== "AVAILABLE" && fileSystem.Lifecycle !== "UPDATING") return;
    const sources = sourcesOf(account, fileSystem).filter(
      source => waiting?.includes(targetOf(source)) ?? true,
    );
    retryLater(
      account,
      FileSystemId,
      sources.filter(source => isBeingBackedUp(account, source)),
    );
    for (const source of sources) {
      if (isBeingBackedUp(account, source)) continue;
      const order = { Type: "AUTOMATIC", Tags: backupTags(source), daysKept: daysKept(fileSystem) } as const;
      makeBackup(account, source, order);
    }
  },
};
