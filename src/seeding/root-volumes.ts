import type { FsxAccount } from "../services/fsx/account/account";
import type { Volume } from "../services/fsx/records/volumes";
import { becomeAvailable, volumeArn } from "../services/fsx/volumes/volumes";
import { isObject, type Members } from "./members";

const memberOf = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

const isRoot = ({ OpenZFSConfiguration: zfs, OntapConfiguration: ontap }: Volume): boolean =>
  zfs ? zfs.ParentVolumeId === undefined : ontap?.StorageVirtualMachineRoot === true;

function rename({ fsx, place }: FsxAccount, volume: Volume, VolumeId: string): void {
  if (volume.VolumeId === VolumeId) return;
  fsx.volumes.remove(volume.VolumeId);
  fsx.volumes.insert({ ...volume, VolumeId, ResourceARN: volumeArn(place, volume.FileSystemId, VolumeId) });
}

/** Gives the root volume of an OpenZFS file system the id in the description of the file system. */
export function renameRoot(fileSystemId: string, described: Members, account: FsxAccount): void {
  const RootVolumeId = memberOf(described["OpenZFSConfiguration"], "RootVolumeId");
  const { OpenZFSConfiguration: settings } = account.fsx.fileSystems.get(fileSystemId) ?? {};
  const root = account.fsx.volumes.get(settings?.RootVolumeId ?? "");
  if (root && typeof RootVolumeId === "string") rename(account, root, RootVolumeId);
}

/** Makes the root volumes of a file system or storage virtual machine available, if their owner is. */
export function settleRoots(
  owner: { readonly next?: unknown } | undefined,
  volumes: Iterable<Volume>,
  account: FsxAccount,
): void {
  if (!owner || owner.next !== undefined) return;
  for (const volume of [...volumes]) {
    if (isRoot(volume) && volume.Lifecycle === "CREATING") becomeAvailable(volume, account);
  }
}

/** The id of the root volume that an item describes, which came with its file system or storage virtual machine. */
export function describedRoot(described: Members, account: FsxAccount): string | undefined {
  const { VolumeId, OntapConfiguration: ontap } = described;
  const { volumes } = account.fsx;
  if (typeof VolumeId !== "string") return undefined;
  const present = volumes.get(VolumeId);
  if (present) return isRoot(present) ? VolumeId : undefined;
  if (memberOf(ontap, "StorageVirtualMachineRoot") !== true) return undefined;
  const machine = memberOf(ontap, "StorageVirtualMachineId");
  for (const volume of volumes.values()) {
    if (!isRoot(volume) || volume.OntapConfiguration?.StorageVirtualMachineId !== machine) continue;
    rename(account, volume, VolumeId);
    return VolumeId;
  }
  return undefined;
}
