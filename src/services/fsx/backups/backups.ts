import type { DescribeBackupsCommandInput, Backup as SdkBackup } from "@aws-sdk/client-fsx";
import type { Next } from "../../../core/next";
import type { Stored } from "../../../core/stored";
import type { Records } from "../../../core/table-reader";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";
import { type FsxView, read } from "../account";
import { backupNotFound, fileSystemNotFound, volumeNotFound } from "../errors";
import type { FileSystem, FileSystemType } from "../file-systems/file-systems";
import { type Filterable, filterValues, pageOfDescribed, passing } from "../listing";
import { withOwners } from "../owners";
import type { Tags } from "../tags";
import type { Volume } from "../volumes/volumes";

/** A backup in AWS's own words; what is lower case is ours. */
export interface Backup extends Omit<Stored<SdkBackup>, "FileSystem" | "Volume"> {
  readonly BackupId: string;
  readonly CreationTime: EpochMs;
  readonly OwnerId: string;
  readonly ResourceARN: string;
  readonly Tags: Tags;
  /** What is shown of the file system. A backup of a volume shows none. */
  readonly FileSystem?: Stored<SdkBackup["FileSystem"]> | undefined;
  readonly Volume?: ShownVolume | undefined;
  /** What was backed up, as it was then: a restore starts from it. */
  readonly ofFileSystem?: FileSystem | undefined;
  readonly ofVolume?: Volume | undefined;
  /** The volumes of an OpenZFS file system, parents before their children. */
  readonly volumes?: readonly Volume[] | undefined;
  /** For how long an automatic backup is kept. */
  readonly daysKept?: number | undefined;
  /** How many copies are being made of it, here or elsewhere. */
  readonly copiesUnderWay?: number | undefined;
  readonly next?: Next | undefined;
}

/** What a backup shows of its volume. AWS answers a lifecycle here that its own model does not have. */
export interface ShownVolume extends Omit<Stored<NonNullable<SdkBackup["Volume"]>>, "Lifecycle"> {
  readonly Lifecycle: "ACTIVE";
}

const beingMade: ReadonlySet<string> = new Set(["PENDING", "CREATING", "TRANSFERRING"]);

const fileSystemIdOf = (backup: Backup): string | undefined =>
  backup.ofVolume?.FileSystemId ?? backup.ofFileSystem?.FileSystemId;

const volumeIdOf = (backup: Backup): string | undefined => backup.ofVolume?.VolumeId;

/** The file system or volume that was backed up. */
const targetOf = (backup: Backup): string | undefined =>
  volumeIdOf(backup) ?? backup.ofFileSystem?.FileSystemId;

export const isBeingMade = (backup: Backup): boolean => beingMade.has(backup.Lifecycle);

export const fileSystemTypeOf = (backup: Backup): FileSystemType =>
  backup.ofFileSystem?.FileSystemType ?? "ONTAP";

export const backups = table<Backup>(backup => backup.BackupId)
  .by("fileSystem", fileSystemIdOf)
  .by("volume", volumeIdOf)
  .by("users", backup => (backup.Type === "AUTOMATIC" ? undefined : fileSystemTypeOf(backup)))
  .by("beingMadeOf", backup => (isBeingMade(backup) ? targetOf(backup) : undefined))
  .by("state", backup => backup.Lifecycle)
  .alias(backup => [backup.ResourceARN]);

/** The backup of an id. */
export function backupWithId({ fsx }: FsxView, id: string): Backup {
  const backup = fsx.backups.get(id);
  if (!backup) throw backupNotFound(id);
  return backup;
}

type ShownBackup = Stored<SdkBackup> & { readonly next?: Next | undefined };

/**
 * A backup as its descriptions show it. The type is AWS's, which AWS itself does not keep to: a backup of a volume has
 * no `FileSystem`, and its volume the lifecycle `ACTIVE`.
 */
export function shownBackup(account: FsxView, backup: Backup): ShownBackup {
  if (backup.Type === "AWS_BACKUP" && isBeingMade(backup)) {
    return { ...backup, next: account.links.nextOfBackup(account, backup.ResourceARN) } as ShownBackup;
  }
  // Automatic backups go with their file system.
  const owner =
    backup.Type === "AUTOMATIC" ? account.fsx.fileSystems.get(fileSystemIdOf(backup) ?? "") : undefined;
  return withOwners(backup, owner) as ShownBackup;
}

const filterable: Filterable<Backup> = {
  "file-system-id": fileSystemIdOf,
  "backup-type": backup => backup.Type,
  "file-system-type": fileSystemTypeOf,
  "volume-id": volumeIdOf,
};

type Input = Stored<DescribeBackupsCommandInput>;

export const describeBackups = read<"DescribeBackups">((input, account) => {
  const { backups } = account.fsx;
  const { items, token } = pageOfDescribed(input, {
    ids: input.BackupIds,
    all: fewest(account, input),
    where: passing(input.Filters, filterable),
    find: id => backups.get(id),
    notFound: backupNotFound,
  });
  return {
    Backups: items.map(backup => shownBackup(account, backup)),
    NextToken: token,
    next: account.links.nextOfComing(account),
  };
});

/** The smallest kept group that holds everything the filters let through. */
function fewest(account: FsxView, { Filters }: Input): Records<Backup> {
  const { backups, fileSystems, volumes } = account.fsx;
  const fileSystemIds = filterValues(Filters, "file-system-id");
  const volumeIds = filterValues(Filters, "volume-id");
  for (const id of fileSystemIds) {
    if (!fileSystems.has(id) && backups.by("fileSystem", id).size === 0) throw fileSystemNotFound(id);
  }
  for (const id of volumeIds) {
    if (!volumes.has(id) && backups.by("volume", id).size === 0) throw volumeNotFound(id);
  }
  const [fileSystemId = "", ...moreFileSystems] = fileSystemIds;
  const [volumeId = "", ...moreVolumes] = volumeIds;
  if (volumeIds.length > 0 && moreVolumes.length === 0) return backups.by("volume", volumeId);
  if (fileSystemIds.length > 0 && moreFileSystems.length === 0) return backups.by("fileSystem", fileSystemId);
  return backups.all();
}
