import { day, type EpochMs, minute, type Next } from "../../../core/time";
import type { FsxAccount } from "../account/account";
import { settingsOf } from "../file-systems/file-systems";
import { type Backup, isBeingMade } from "../records/backups";
import type { DailyBackups } from "../records/daily-backups";
import type { FileSystem } from "../records/file-systems";
import { backupTags, isBeingBackedUp, makeBackup, type Source, targetOf } from "./backup-making";
import { backupObstacle } from "./user-backups";

const daysKept = (fileSystem: FileSystem): number => settingsOf(fileSystem).AutomaticBackupRetentionDays ?? 0;

/** The first instant after now that a clock in UTC shows `HH:MM`. */
function nextTime(time: string, now: EpochMs): EpochMs {
  const offset = (Number(time.slice(0, 2)) * 60 + Number(time.slice(-2))) * minute;
  const today = Math.floor(now / day) * day + offset;
  return today > now ? today : today + day;
}

/** Plans the daily backups of a file system by its settings, in the place of what was planned before. */
export function planDailyBackups(account: FsxAccount, fileSystem: FileSystem): void {
  const { dailyBackups: plans } = account.fsx;
  const { FileSystemId } = fileSystem;
  const { DailyAutomaticBackupStartTime: time } = settingsOf(fileSystem);
  if (daysKept(fileSystem) === 0 || time === undefined) plans.remove(FileSystemId);
  else plans.put({ FileSystemId, next: account.planned("run", nextTime(time, account.now)) });
}

/** Keeps the automatic backups there are for as long as the file system now says, if it keeps any. */
export function keepAutomaticBackups(account: FsxAccount, fileSystem: FileSystem): void {
  const days = daysKept(fileSystem);
  if (days === 0) return;
  for (const backup of [...account.fsx.backups.by("fileSystem", fileSystem.FileSystemId)]) {
    if (backup.daysKept === undefined || backup.daysKept === days) continue;
    const kept: Backup = { ...backup, daysKept: days };
    account.fsx.backups.replace(isBeingMade(backup) ? kept : { ...kept, next: expiry(account, kept) });
  }
}

/** When an automatic backup is deleted. */
export const expiry = (account: FsxAccount, { CreationTime, daysKept: days }: Backup): Next | undefined =>
  days === undefined ? undefined : account.planned("expire", CreationTime + days * day);

/** All that a daily backup of a file system backs up: itself, or its volumes one by one. */
function sourcesOf(account: FsxAccount, fileSystem: FileSystem): readonly Source[] {
  if (fileSystem.FileSystemType !== "ONTAP") {
    return backupObstacle(account, fileSystem) === undefined ? [{ fileSystem }] : [];
  }
  return [...account.fsx.volumes.by("fileSystem", fileSystem.FileSystemId)]
    .filter(volume => volume.Lifecycle === "CREATED" && volume.OntapConfiguration?.OntapVolumeType === "RW")
    .map(volume => ({ volume }));
}

/** How soon a daily backup looks again whether another one is done. */
const retryAfter = 10 * minute;

/** Backs up what waits as soon as it can be, unless the next daily backups are due by then. */
function waitForOthers(account: FsxAccount, FileSystemId: string, sources: readonly Source[]): void {
  const { dailyBackups: plans } = account.fsx;
  const again = account.now + retryAfter;
  const nextDay = plans.get(FileSystemId)?.next;
  if (sources.length === 0 || !nextDay || nextDay.at <= again) return;
  plans.put({ FileSystemId, waiting: sources.map(targetOf), next: account.planned("run", again) });
}

/** What happens to daily backups by themselves. */
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
    waitForOthers(
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
