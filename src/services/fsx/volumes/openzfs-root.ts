import type { OpenZFSCreateRootVolumeConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { FsxAccount } from "../account/account";
import { newVolumeId } from "../account/lookup";
import type { Backup } from "../records/backups";
import type { FileSystem } from "../records/file-systems";
import type { Volume } from "../records/volumes";
import { newTags } from "../tags/tags";
import { rootSettings } from "./openzfs-volumes";
import { volumeArn } from "./volumes";

/** Creates the root volume of a new file system and, if it is restored from a backup, all volumes of the backup. */
export function makeVolumeTree(
  account: FsxAccount,
  fileSystem: FileSystem,
  asked: Stored<OpenZFSCreateRootVolumeConfiguration> | undefined,
  from: Backup | undefined,
): void {
  const { OpenZFSConfiguration: settings, Tags } = fileSystem;
  const rootId = settings?.RootVolumeId ?? "";
  const saved = from?.volumes ?? [];
  const savedRoot = saved.find(volume => volume.OpenZFSConfiguration?.ParentVolumeId === undefined);
  const kept = asked ? undefined : savedRoot?.OpenZFSConfiguration;
  addVolume(account, fileSystem, rootId, {
    Name: "fsx",
    OpenZFSConfiguration: kept ?? rootSettings(fileSystem, asked),
    Tags: newTags(undefined, settings?.CopyTagsToVolumes ? Tags : []),
  });
  const children = saved.filter(volume => volume !== savedRoot);
  restoreChildren(account, fileSystem, children, new Map([[savedRoot?.VolumeId, rootId]]));
}

/** Restores volumes, parents before their children. `newIds` maps the ids in the backup to the new ones. */
function restoreChildren(
  account: FsxAccount,
  fileSystem: FileSystem,
  children: readonly Volume[],
  newIds: Map<string | undefined, string>,
): void {
  for (const { VolumeId, Name, OpenZFSConfiguration: settings, Tags } of children) {
    const id = newVolumeId(account);
    newIds.set(VolumeId, id);
    const ParentVolumeId = newIds.get(settings?.ParentVolumeId);
    const OpenZFSConfiguration = { ...settings, ParentVolumeId, OriginSnapshot: undefined };
    addVolume(account, fileSystem, id, { Name, OpenZFSConfiguration, Tags });
  }
}

/** Adds a volume that becomes available with its new file system. */
function addVolume(
  account: FsxAccount,
  fileSystem: FileSystem,
  VolumeId: string,
  volume: Pick<Volume, "Name" | "OpenZFSConfiguration" | "Tags">,
): void {
  const { FileSystemId, next } = fileSystem;
  const takes = next ? next.at - account.now : 0;
  account.fsx.volumes.insert({
    CreationTime: account.now,
    FileSystemId,
    Lifecycle: "CREATING",
    ResourceARN: volumeArn(account.place, FileSystemId, VolumeId),
    VolumeId,
    VolumeType: "OPENZFS",
    next: account.inFlight("becomeAvailable", takes),
    ...volume,
  });
}
