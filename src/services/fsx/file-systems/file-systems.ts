import { type FsxView, read } from "../account/account";
import { fileSystemNotFound } from "../account/errors";
import { pageOfDescribed } from "../account/listing";
import { actionsOf } from "../administrative-actions/administrative-actions";
import type { FileSystem } from "../records/file-systems";

/** The file system of an id. */
export function fileSystemWithId({ fsx }: FsxView, id: string): FileSystem {
  const fileSystem = fsx.fileSystems.get(id);
  if (!fileSystem) throw fileSystemNotFound(id);
  return fileSystem;
}

const updatable: ReadonlySet<FileSystem["Lifecycle"]> = new Set([
  "AVAILABLE",
  "UPDATING",
  "MISCONFIGURED",
  "MISCONFIGURED_UNAVAILABLE",
]);

/** Whether a file system is in a state in which it can be changed. */
export const takesUpdates = ({ Lifecycle }: FileSystem): boolean => updatable.has(Lifecycle);

/** Whether a file system is in a state in which its volumes can be made, changed and backed up. */
export const isInService = ({ Lifecycle }: FileSystem): boolean =>
  Lifecycle === "AVAILABLE" || Lifecycle === "UPDATING";

/** A file system as its descriptions show it: with what is done to it, its aliases and the backup being made. */
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

/** What the configuration blocks of all types have in common. */
export interface CommonSettings {
  readonly AutomaticBackupRetentionDays?: number | undefined;
  readonly DailyAutomaticBackupStartTime?: string | undefined;
  readonly WeeklyMaintenanceStartTime?: string | undefined;
  readonly CopyTagsToBackups?: boolean | undefined;
}

/** The configuration of a file system, whatever its type. */
export const settingsOf = (fileSystem: FileSystem): CommonSettings =>
  fileSystem.WindowsConfiguration ??
  fileSystem.LustreConfiguration ??
  fileSystem.OntapConfiguration ??
  fileSystem.OpenZFSConfiguration ??
  {};

export const describeFileSystems = read<"DescribeFileSystems">((input, account) => {
  const { fileSystems } = account.fsx;
  const { items, token } = pageOfDescribed(input, {
    ids: input.FileSystemIds,
    all: fileSystems.all(),
    find: id => fileSystems.get(id),
    notFound: fileSystemNotFound,
  });
  return { FileSystems: items.map(item => shownFileSystem(account, item)), NextToken: token };
});
