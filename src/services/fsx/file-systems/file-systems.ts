import { type FsxView, read } from "../account/account";
import { fileSystemNotFound } from "../account/errors";
import { pageOfDescribed } from "../account/listing";
import { existing } from "../account/lookup";
import { actionsOf } from "../administrative-actions/administrative-actions";
import type { FileSystem } from "../records/file-systems";

/** The file system with an id. Throws FileSystemNotFound if there is none. */
export const fileSystemWithId = ({ fsx }: FsxView, id: string): FileSystem =>
  existing(fsx.fileSystems, id, fileSystemNotFound);

const updatable: ReadonlySet<FileSystem["Lifecycle"]> = new Set([
  "AVAILABLE",
  "UPDATING",
  "MISCONFIGURED",
  "MISCONFIGURED_UNAVAILABLE",
]);

/** Whether a file system is in a state that allows updates. */
export const takesUpdates = ({ Lifecycle }: FileSystem): boolean => updatable.has(Lifecycle);

/** Whether a file system is in a state that allows creating, changing and backing up its volumes. */
export const isInService = ({ Lifecycle }: FileSystem): boolean =>
  Lifecycle === "AVAILABLE" || Lifecycle === "UPDATING";

/** A file system as AWS shows it: with its administrative actions, its aliases and a backup in progress. */
export function shownFileSystem(account: FsxView, fileSystem: FileSystem) {
  const { FileSystemId, Lifecycle, WindowsConfiguration } = fileSystem;
  const AdministrativeActions = actionsOf(account, FileSystemId);
  if (!WindowsConfiguration) return { ...fileSystem, AdministrativeActions };
  const { aliases, backups } = account.fsx;
  const Aliases = aliases.by("fileSystem", FileSystemId);
  const isBackingUp = Lifecycle !== "DELETING" && backups.by("beingMadeOf", FileSystemId).size > 0;
  return {
    ...fileSystem,
    AdministrativeActions,
    WindowsConfiguration: {
      ...WindowsConfiguration,
      ...(isBackingUp && { MaintenanceOperationsInProgress: backingUp }),
      ...(Aliases.size > 0 && { Aliases: [...Aliases] }),
    },
  };
}

const backingUp = ["BACKING_UP"] as const;

/** The settings that the configuration blocks of all types share. */
export interface CommonSettings {
  readonly AutomaticBackupRetentionDays?: number | undefined;
  readonly DailyAutomaticBackupStartTime?: string | undefined;
  readonly WeeklyMaintenanceStartTime?: string | undefined;
  readonly CopyTagsToBackups?: boolean | undefined;
}

/** The shared settings of a file system of any type. */
export const settingsOf = (fileSystem: FileSystem): CommonSettings =>
  fileSystem.WindowsConfiguration ??
  fileSystem.LustreConfiguration ??
  fileSystem.OntapConfiguration ??
  fileSystem.OpenZFSConfiguration ??
  {};

export const describeFileSystems = read<"DescribeFileSystems">((input, account) => {
  const { items, token } = pageOfDescribed(input, account.fsx.fileSystems, {
    ids: input.FileSystemIds,
    notFound: fileSystemNotFound,
  });
  return { FileSystems: items.map(item => shownFileSystem(account, item)), NextToken: token };
});
