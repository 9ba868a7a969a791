import { accountOf, viewOf } from "../core/world";
import type { BackedUpService, BackupAccount, BackupView } from "../services/backup/account/account";
import type { RecoveryPoint } from "../services/backup/records/recovery-points";
import type { BackupSource } from "../services/backup/records/resources";
import { fsx } from "../services/fsx";
import {
  backupBeingMade,
  completeBackup,
  makeBackup,
  type Source,
} from "../services/fsx/backups/backup-making";
import { backupObstacle } from "../services/fsx/backups/user-backups";
import { type Backup, isBeingMade } from "../services/fsx/records/backups";
import type { FileSystem } from "../services/fsx/records/file-systems";
import type { Tags } from "../services/fsx/records/tags";
import type { Volume } from "../services/fsx/records/volumes";
import { nameTag } from "../services/fsx/tags/tags";
import { ownerOutOfService } from "../services/fsx/volumes/volumes";

const gibibyte = 1024 ** 3;
const backupForm = /:backup\/(backup-[0-9a-f]+)$/;

/** FSx resources as AWS Backup sees them: file systems, but volumes for ONTAP. */
export const fsxBackupSource: BackedUpService = {
  resourceType: "FSx",

  owns: ({ service }) => service === "fsx",

  find(account, arn) {
    const source = sourceOf(account, arn);
    return source && backupSource(account, source);
  },

  *all(account) {
    const { fileSystems, volumes } = viewOf(account, fsx).fsx;
    for (const fileSystem of fileSystems) {
      const isOffered = fileSystem.FileSystemType !== "ONTAP" && fileSystem.Lifecycle !== "DELETING";
      if (isOffered) yield backupSource(account, { fileSystem });
    }
    for (const volume of volumes) {
      const isOffered = volume.VolumeType === "ONTAP" && !isBeingDeleted(account, volume);
      if (isOffered) yield backupSource(account, { volume });
    }
  },

  backupBeingMade(account, arn) {
    const source = sourceOf(account, arn);
    return source && backupBeingMade(viewOf(account, fsx), source);
  },

  ownBackups(account, arn) {
    const source = sourceOf(account, arn);
    if (!source) return [];
    const { backups } = viewOf(account, fsx).fsx;
    const all =
      "volume" in source
        ? backups.by("volume", source.volume.VolumeId)
        : backups.by("fileSystem", source.fileSystem.FileSystemId);
    return [...all]
      .filter(
        backup => backup.Type !== "AWS_BACKUP" && (backup.Lifecycle === "AVAILABLE" || isBeingMade(backup)),
      )
      .map(({ ResourceARN, CreationTime, Lifecycle, KmsKeyId, next }) => ({
        arn: ResourceARN,
        createdAt: CreationTime,
        isMade: Lifecycle === "AVAILABLE",
        encryptionKeyArn: KmsKeyId,
        next,
      }));
  },

  pointStarted(account, point) {
    const source = sourceOf(account, point.ResourceArn);
    const id = backupIdOf(point.RecoveryPointArn);
    if (!source || id === undefined) return;
    const Tags = tagList(account, point.RecoveryPointArn);
    makeBackup(accountOf(account, fsx), source, { Type: "AWS_BACKUP", Tags, id });
  },

  pointCompleted(account, point) {
    const backup = backupOf(account, point);
    if (backup) completeBackup(accountOf(account, fsx), backup);
  },

  pointRemoved(account, point) {
    const id = backupIdOf(point.RecoveryPointArn);
    if (id !== undefined) accountOf(account, fsx).fsx.backups.remove(id);
  },
};

/** The id of the FSx backup behind a recovery point; undefined if AWS Backup stores the point itself. */
export const backupIdOf = (pointArn: string): string | undefined => backupForm.exec(pointArn)?.[1];

/** The FSx backup behind a recovery point. */
export const backupOf = (
  account: BackupView,
  point: Pick<RecoveryPoint, "RecoveryPointArn">,
): Backup | undefined => viewOf(account, fsx).fsx.backups.get(backupIdOf(point.RecoveryPointArn) ?? "");

/** The id in the ARN of a file system or volume. */
export const idOf = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

/** The tags of a recovery point, for its FSx backup. */
const tagList = ({ backup }: BackupAccount, pointArn: string): Tags =>
  Object.entries(backup.tags.get(pointArn)?.Tags ?? {}).map(([Key, Value]) => ({ Key, Value }));

function sourceOf(account: BackupView, arn: string): Source | undefined {
  const { fileSystems, volumes } = viewOf(account, fsx).fsx;
  const id = idOf(arn);
  const volume = volumes.get(id);
  if (volume?.ResourceARN === arn && volume.VolumeType === "ONTAP") return { volume };
  const fileSystem = fileSystems.get(id);
  return fileSystem?.ResourceARN === arn && fileSystem.FileSystemType !== "ONTAP"
    ? { fileSystem }
    : undefined;
}

/** Whether a volume, its virtual machine or its file system is being deleted. */
function isBeingDeleted(account: BackupView, volume: Volume): boolean {
  const { fileSystems, storageVirtualMachines } = viewOf(account, fsx).fsx;
  const machine = storageVirtualMachines.get(volume.OntapConfiguration?.StorageVirtualMachineId ?? "");
  const chain = [volume, machine, fileSystems.get(volume.FileSystemId)];
  return chain.some(resource => resource?.Lifecycle === "DELETING");
}

function backupSource(account: BackupView, source: Source): BackupSource {
  const resource = "volume" in source ? source.volume : source.fileSystem;
  const size =
    "volume" in source ? volumeSize(source.volume) : (source.fileSystem.StorageCapacity ?? 0) * gibibyte;
  return {
    arn: resource.ResourceARN,
    type: "FSx",
    name: nameTag(resource.Tags),
    tags: Object.fromEntries(resource.Tags.map(({ Key, Value }) => [Key, Value])),
    sizeInBytes: size,
    encryptionKeyArn: keyOf(account, source),
    unavailable:
      "volume" in source
        ? volumeObstacle(account, source.volume)
        : fileSystemObstacle(account, source.fileSystem),
  };
}

const volumeSize = ({ OntapConfiguration: settings }: Volume): number =>
  settings?.SizeInBytes ?? (settings?.SizeInMegabytes ?? 0) * 1024 ** 2;

const keyOf = (account: BackupView, source: Source): string | undefined =>
  "volume" in source
    ? viewOf(account, fsx).fsx.fileSystems.get(source.volume.FileSystemId)?.KmsKeyId
    : source.fileSystem.KmsKeyId;

const fileSystemObstacle = (account: BackupView, fileSystem: FileSystem): string | undefined =>
  fileSystem.Lifecycle === "AVAILABLE" || fileSystem.Lifecycle === "UPDATING"
    ? backupObstacle(viewOf(account, fsx), fileSystem)
    : `FSx file system ${fileSystem.FileSystemId} is in the lifecycle state ${fileSystem.Lifecycle}.`;

function volumeObstacle(account: BackupView, volume: Volume): string | undefined {
  const { VolumeId, Lifecycle, OntapConfiguration } = volume;
  if (Lifecycle !== "CREATED") return `FSx volume ${VolumeId} is in the lifecycle state ${Lifecycle}.`;
  const owner = ownerOutOfService(viewOf(account, fsx), volume);
  if (owner !== undefined) return `FSx volume ${VolumeId} cannot be backed up while ${owner}.`;
  const type = OntapConfiguration?.OntapVolumeType;
  return type === "RW" ? undefined : `Backups are not supported for ${type} volumes.`;
}
