import { arn, type Place } from "../../../core/basics";
import { type FsxAccount, type FsxView, read } from "../account/account";
import { volumeNotFound } from "../account/errors";
import { type Filterable, pageOfDescribed, passing } from "../account/listing";
import { withOwners } from "../account/owners";
import { actionsOf } from "../administrative-actions/administrative-actions";
import { isInService } from "../file-systems/file-systems";
import { refuseUnless } from "../file-systems/rules";
import type { Volume } from "../records/volumes";

export const volumeArn = (place: Place, fileSystemId: string, volumeId: string): string =>
  arn("fsx", place, `volume/${fileSystemId}/${volumeId}`);

/** The volume of an id. */
export function volumeWithId({ fsx }: FsxView, id: string): Volume {
  const volume = fsx.volumes.get(id);
  if (!volume) throw volumeNotFound(id);
  return volume;
}

/** What a volume belongs to, when that is in no state for changes of its volumes, with its state: `fs-… is in DELETING`. */
export function ownerOutOfService({ fsx }: Pick<FsxView, "fsx">, volume: Volume): string | undefined {
  const { FileSystemId, OntapConfiguration } = volume;
  const fileSystem = fsx.fileSystems.get(FileSystemId);
  if (fileSystem && !isInService(fileSystem)) return `${FileSystemId} is in ${fileSystem.Lifecycle}`;
  const machine = fsx.storageVirtualMachines.get(OntapConfiguration?.StorageVirtualMachineId ?? "");
  return machine?.Lifecycle === "DELETING" ? `${machine.StorageVirtualMachineId} is in DELETING` : undefined;
}

/** Refuses to do something with a volume, or below it, that its file system or virtual machine has no time for. */
export function refuseOutOfService(account: FsxView, volume: Volume, doing: string): void {
  const owner = ownerOutOfService(account, volume);
  refuseUnless(owner === undefined, `Cannot ${doing} while ${owner}`);
}

/** A volume as its descriptions show it. */
export function shownVolume(account: FsxView, volume: Volume) {
  const { fileSystems, storageVirtualMachines } = account.fsx;
  const machine = storageVirtualMachines.get(volume.OntapConfiguration?.StorageVirtualMachineId ?? "");
  const shown = withOwners(volume, machine, fileSystems.get(volume.FileSystemId));
  return { ...shown, AdministrativeActions: actionsOf(account, volume.VolumeId) };
}

const filterable: Filterable<Volume> = {
  "file-system-id": volume => volume.FileSystemId,
  "storage-virtual-machine-id": volume => volume.OntapConfiguration?.StorageVirtualMachineId,
};

export const describeVolumes = read<"DescribeVolumes">((input, account) => {
  const { volumes } = account.fsx;
  const { items, token } = pageOfDescribed(input, {
    ids: input.VolumeIds,
    all: volumes.all(),
    where: passing(input.Filters, filterable),
    find: id => volumes.get(id),
    notFound: volumeNotFound,
  });
  return { Volumes: items.map(volume => shownVolume(account, volume)), NextToken: token };
});

/** Ends the creation of a volume. */
export function becomeAvailable(volume: Volume, { fsx, ids }: FsxAccount): void {
  const { OntapConfiguration: settings } = volume;
  fsx.volumes.replace({
    ...volume,
    Lifecycle: settings ? "CREATED" : "AVAILABLE",
    ...(settings && { OntapConfiguration: { ...settings, UUID: ids.uuid() } }),
    next: undefined,
  });
}
