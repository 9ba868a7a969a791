import type { FsxAccount } from "../services/fsx/account/account";
import type { Volume } from "../services/fsx/records/volumes";
import { volumeArn } from "../services/fsx/volumes/volumes";
import { isObject, type Members } from "./members";

const member = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

const isRoot = ({ OpenZFSConfiguration: zfs, OntapConfiguration: ontap }: Volume): boolean =>
  zfs ? zfs.ParentVolumeId === undefined : ontap?.StorageVirtualMachineRoot === true;

/** Gives a root volume the id that a fixture has for it. */
function rename({ fsx, place }: FsxAccount, volume: Volume, VolumeId: string): void {
  if (volume.VolumeId === VolumeId) return;
  fsx.volumes.remove(volume.VolumeId);
  fsx.volumes.insert({ ...volume, VolumeId, ResourceARN: volumeArn(place, volume.FileSystemId, VolumeId) });
}

/** The root volume of an OpenZFS file system has the id that the file system says. */
export function arrangeRoot(key: string, shown: Members, account: FsxAccount): void {
  const RootVolumeId = member(shown["OpenZFSConfiguration"], "RootVolumeId");
  const { OpenZFSConfiguration: settings } = account.fsx.fileSystems.get(key) ?? {};
  const root = account.fsx.volumes.get(settings?.RootVolumeId ?? "");
  if (root && typeof RootVolumeId === "string") rename(account, root, RootVolumeId);
}

/** The root volume that an item describes. It came with its file system or storage virtual machine. */
export function rootDescribed(shown: Members, account: FsxAccount): string | undefined {
  const { VolumeId, OntapConfiguration: ontap } = shown;
  const { volumes } = account.fsx;
  if (typeof VolumeId !== "string") return undefined;
  const there = volumes.get(VolumeId);
  if (there) return isRoot(there) ? VolumeId : undefined;
  if (member(ontap, "StorageVirtualMachineRoot") !== true) return undefined;
  const machine = member(ontap, "StorageVirtualMachineId");
  for (const volume of volumes.values()) {
    if (!isRoot(volume) || volume.OntapConfiguration?.StorageVirtualMachineId !== machine) continue;
    rename(account, volume, VolumeId);
    return VolumeId;
  }
  return undefined;
}
