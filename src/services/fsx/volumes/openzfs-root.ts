import type { OpenZFSCreateRootVolumeConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { FsxAccount } from "../account/account";
import type { Backup } from "../records/backups";
import type { FileSystem } from "../records/file-systems";
import type { Volume } from "../records/volumes";
import { newTags } from "../tags/tags";
import { rootSettings } from "./openzfs-volumes";
import { volumeArn } from "./volumes";

/** Makes the root volume of a new file system, and under it all volumes of the backup that it is restored from. */
export function makeVolumeTree(
  account: FsxAccount,
  fileSystem: FileSystem,
  asked: Stored<OpenZFSCreateRootVolumeConfiguration> | undefined,
  from: Backup | undefined,
): void {
  const { FileSystemId, OpenZFSConfiguration: settings, Tags } = fileSystem;
  const VolumeId = settings?.RootVolumeId ?? "";
  const takes = account.duration("fsxFileSystem", fileSystem);
  const saved = from?.volumes ?? [];
  const root = saved.find(volume => volume.OpenZFSConfiguration?.ParentVolumeId === undefined);
  const made = (volume: Pick<Volume, "Name" | "OpenZFSConfiguration" | "Tags">, id: string): void => {
    account.fsx.volumes.insert({
      CreationTime: account.now,
      FileSystemId,
      Lifecycle: "CREATING",
      ResourceARN: volumeArn(account.place, FileSystemId, id),
      VolumeId: id,
      VolumeType: "OPENZFS",
      next: account.inFlight("becomeAvailable", takes),
      ...volume,
    });
  };
  const own =
    asked || !root?.OpenZFSConfiguration ? rootSettings(fileSystem, asked) : root.OpenZFSConfiguration;
  const inherited = settings?.CopyTagsToVolumes ? Tags : [];
  made({ Name: "fsx", OpenZFSConfiguration: own, Tags: newTags(undefined, inherited) }, VolumeId);
  const newIds = new Map([[root?.VolumeId, VolumeId]]);
  // Parents were made before their children, so their new ids are known by then.
  for (const volume of saved) {
    if (volume === root) continue;
    const id = `fsvol-${account.ids.hex(17)}`;
    newIds.set(volume.VolumeId, id);
    const ParentVolumeId = newIds.get(volume.OpenZFSConfiguration?.ParentVolumeId);
    const OpenZFSConfiguration = {
      ...volume.OpenZFSConfiguration,
      ParentVolumeId,
      OriginSnapshot: undefined,
    };
    made({ Name: volume.Name, OpenZFSConfiguration, Tags: volume.Tags }, id);
  }
}
