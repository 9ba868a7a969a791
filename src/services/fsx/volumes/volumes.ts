import { arn, type Place } from "../../../core/basics";
import { type FsxAccount, type FsxView, read } from "../account/account";
import { volumeNotFound } from "../account/errors";
import { type Filterable, pageOfDescribed, passing } from "../account/listing";
import { existing } from "../account/lookup";
import { withNextOfOwners } from "../account/owners";
import { actionsOf } from "../administrative-actions/administrative-actions";
import { isInService } from "../file-systems/file-systems";
import { refuseUnless } from "../file-systems/rules";
import type { Volume } from "../records/volumes";

export const volumeArn = (place: Place, fileSystemId: string, volumeId: string): string =>
  arn("fsx", place, `volume/${fileSystemId}/${volumeId}`);

/** The volume with an id. Throws VolumeNotFound if there is none. */
export const volumeWithId = ({ fsx }: FsxView, id: string): Volume =>
  existing(fsx.volumes, id, volumeNotFound);

/** The owner of a volume whose state does not allow changes of volumes, with that state: `fs-… is in DELETING`. */
export function ownerOutOfService({ fsx }: FsxView, volume: Volume): string | undefined {
  const { FileSystemId, OntapConfiguration } = volume;
  const fileSystem = fsx.fileSystems.get(FileSystemId);
  if (fileSystem && !isInService(fileSystem)) return `${FileSystemId} is in ${fileSystem.Lifecycle}`;
  const machine = fsx.storageVirtualMachines.get(OntapConfiguration?.StorageVirtualMachineId ?? "");
  return machine?.Lifecycle === "DELETING" ? `${machine.StorageVirtualMachineId} is in DELETING` : undefined;
}

/** Refuses an operation on a volume while the state of its owner does not allow it. */
export function refuseOutOfService(account: FsxView, volume: Volume, doing: string): void {
  const owner = ownerOutOfService(account, volume);
  refuseUnless(owner === undefined, `Cannot ${doing} while ${owner}`);
}

/** A volume as AWS shows it: with its administrative actions. */
export function shownVolume(account: FsxView, volume: Volume) {
  const { fileSystems, storageVirtualMachines } = account.fsx;
  const machine = storageVirtualMachines.get(volume.OntapConfiguration?.StorageVirtualMachineId ?? "");
  const shown = withNextOfOwners(volume, machine, fileSystems.get(volume.FileSystemId));
  return { ...shown, AdministrativeActions: actionsOf(account, volume.VolumeId) };
}

const filterable: Filterable<Volume> = {
  "file-system-id": volume => volume.FileSystemId,
  "storage-virtual-machine-id": volume => volume.OntapConfiguration?.StorageVirtualMachineId,
};

export const describeVolumes = read<"DescribeVolumes">((input, account) => {
  const { items, token } = pageOfDescribed(input, account.fsx.volumes, {
    ids: input.VolumeIds,
    where: passing(input.Filters, filterable),
    notFound: volumeNotFound,
  });
  return { Volumes: items.map(volume => shownVolume(account, volume)), NextToken: token };
});

/** Ends the creation of a volume. */
export function becomeAvailable(volume: Volume, { fsx, ids }: FsxAccount): void {
  const Lifecycle = volume.VolumeType === "ONTAP" ? "CREATED" : "AVAILABLE";
  fsx.volumes.change(volume, { Lifecycle, next: undefined }, ({ OntapConfiguration: settings }) => {
    if (settings) settings.UUID = ids.uuid();
  });
}
