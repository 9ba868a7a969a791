import type { UpdateFileSystemCommandInput } from "@aws-sdk/client-fsx";
import type { IdSource } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import type { FsxAccount } from "../account/account";
import { badRequest } from "../account/errors";
import type { ActionType } from "../records/administrative-actions";
import type { FileSystem } from "../records/file-systems";
import type { CommonSettings } from "./file-systems";
import type { Block } from "./kind";
import { pickedTime } from "./schedules";

export type UpdateRequest = Stored<UpdateFileSystemCommandInput>;

/** Members of a file system to be changed; of its configuration those that change. */
export type Change = Partial<
  Pick<FileSystem, Block | "StorageCapacity" | "StorageType" | "FileSystemTypeVersion" | "NetworkType">
>;

/** Says what an update does to a file system of one type. Throws AWS's refusals. */
export type Revise = (fileSystem: FileSystem, request: UpdateRequest, account: FsxAccount) => Revision;

/** What becomes of a file system that is updated. */
export interface Revision {
  /** What shows at once. */
  readonly now: Change;
  /** What takes an administrative action. */
  readonly later: Change;
  /** What that action is followed by. */
  readonly optimizations: readonly ActionType[];
}

/** The members that are there. */
export function given<T extends object>(members: T): Partial<T> {
  const there: Partial<T> = { ...members };
  for (const name in there) if (there[name] === undefined) delete there[name];
  return there;
}

const joined = <T extends object>(before: T | undefined, change: T | undefined): T | undefined =>
  change === undefined ? before : before === undefined ? change : { ...before, ...change };

/** A file system with a change made to it. */
export const changed = (fileSystem: FileSystem, change: Change): FileSystem => ({
  ...fileSystem,
  ...given(change),
  WindowsConfiguration: joined(fileSystem.WindowsConfiguration, change.WindowsConfiguration),
  LustreConfiguration: joined(fileSystem.LustreConfiguration, change.LustreConfiguration),
  OntapConfiguration: joined(fileSystem.OntapConfiguration, change.OntapConfiguration),
  OpenZFSConfiguration: joined(fileSystem.OpenZFSConfiguration, change.OpenZFSConfiguration),
});

/** Whether a change is none. */
export const isEmpty = (change: object): boolean => Object.keys(change).length === 0;

/** When daily backups and maintenance are to be from now on. */
export function changedSchedule(
  ids: IdSource,
  before: CommonSettings,
  asked: CommonSettings,
  none: "shown" | "hidden",
): CommonSettings {
  const { AutomaticBackupRetentionDays: days = before.AutomaticBackupRetentionDays ?? 0 } = asked;
  const { DailyAutomaticBackupStartTime: time = before.DailyAutomaticBackupStartTime } = asked;
  const maintenance = given({ WeeklyMaintenanceStartTime: asked.WeeklyMaintenanceStartTime });
  if (asked.AutomaticBackupRetentionDays === undefined && asked.DailyAutomaticBackupStartTime === undefined) {
    return maintenance;
  }
  if (days > 0) {
    return {
      ...maintenance,
      AutomaticBackupRetentionDays: days,
      DailyAutomaticBackupStartTime: time ?? pickedTime(ids),
    };
  }
  if (asked.DailyAutomaticBackupStartTime !== undefined) {
    throw badRequest(
      "DailyAutomaticBackupStartTime cannot be specified when AutomaticBackupRetentionDays is 0.",
    );
  }
  return {
    ...maintenance,
    AutomaticBackupRetentionDays: none === "shown" ? 0 : undefined,
    DailyAutomaticBackupStartTime: undefined,
  };
}

/** Checks that a file system's storage grows by at least a tenth. */
export function checkGrowth(before: number | undefined, after: number): void {
  const least = Math.ceil((before ?? 0) * 1.1);
  if (after < least) {
    throw badRequest(
      `Invalid storage capacity: ${after}. Must be at least 10 percent greater than the current ${before} GiB.`,
    );
  }
}
