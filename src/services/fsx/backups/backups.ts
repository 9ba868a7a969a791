import type { DescribeBackupsCommandInput, Backup as SdkBackup } from "@aws-sdk/client-fsx";
import type { Records } from "../../../core/store";
import type { Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import { type FsxView, read } from "../account/account";
import { backupNotFound, fileSystemNotFound, volumeNotFound } from "../account/errors";
import { type Filterable, filterValues, pageOfDescribed, passing } from "../account/listing";
import { existing } from "../account/lookup";
import { withNextOfOwners } from "../account/owners";
import { type Backup, fileSystemIdOf, fileSystemTypeOf, isBeingMade, volumeIdOf } from "../records/backups";

/** The backup with an id. Throws BackupNotFound if there is none. */
export const backupWithId = ({ fsx }: FsxView, id: string): Backup =>
  existing(fsx.backups, id, backupNotFound);

type ShownBackup = Stored<SdkBackup> & { readonly next?: Next | undefined };

/**
 * A backup as AWS shows it. AWS deviates from its own model, hence the casts: a backup of a volume has no `FileSystem`,
 * and its volume has the lifecycle `ACTIVE`.
 */
export function shownBackup(account: FsxView, backup: Backup): ShownBackup {
  if (backup.Type === "AWS_BACKUP" && isBeingMade(backup)) {
    return { ...backup, next: account.links.nextOfBackup(account, backup.ResourceARN) } as ShownBackup;
  }
  // Automatic backups are removed with their file system.
  const owner =
    backup.Type === "AUTOMATIC" ? account.fsx.fileSystems.get(fileSystemIdOf(backup) ?? "") : undefined;
  return withNextOfOwners(backup, owner) as ShownBackup;
}

const filterable: Filterable<Backup> = {
  "file-system-id": fileSystemIdOf,
  "backup-type": backup => backup.Type,
  "file-system-type": fileSystemTypeOf,
  "volume-id": volumeIdOf,
};

type Input = Stored<DescribeBackupsCommandInput>;

export const describeBackups = read<"DescribeBackups">((input, account) => {
  const { items, token } = pageOfDescribed(input, account.fsx.backups, {
    ids: input.BackupIds,
    idsOverride: true,
    among: smallestGroup(account, input),
    where: passing(input.Filters, filterable),
    notFound: backupNotFound,
  });
  return {
    Backups: items.map(backup => shownBackup(account, backup)),
    NextToken: token,
    next: account.links.nextOfPendingBackup(account),
  };
});

/** The smallest group of the table with all backups that pass the filters. Throws for unknown ids in filters. */
function smallestGroup(account: FsxView, { BackupIds = [], Filters }: Input): Records<Backup> {
  const { backups, fileSystems, volumes } = account.fsx;
  if (BackupIds.length > 0) return backups.all();
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
