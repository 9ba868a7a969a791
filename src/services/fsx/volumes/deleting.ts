import type { DeleteVolumeCommandInput } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { type FsxAccount, write } from "../account/account";
import { badRequest } from "../account/errors";
import { once } from "../account/idempotency";
import { forgetActions } from "../administrative-actions/administrative-actions";
import { makeUserBackup } from "../backups/user-backups";
import { refuseUnless } from "../file-systems/rules";
import type { Volume } from "../records/volumes";
import { refuseAttached } from "./attached";
import { volumeWithId } from "./volumes";

type Input = Stored<DeleteVolumeCommandInput>;

export const deleteVolume = write<"DeleteVolume">((input, account) => {
  const { VolumeId, Lifecycle, VolumeType, deletion } = once(account, "DeleteVolume", input, {
    act: () => beginDeletion(account, volumeWithId(account, input.VolumeId), input),
    nameOf: deleted => deleted.VolumeId,
    find: id => account.fsx.volumes.get(id),
  });
  const response = { FinalBackupId: deletion?.backupId, FinalBackupTags: deletion?.tags };
  return { VolumeId, Lifecycle, ...(VolumeType === "ONTAP" && { OntapResponse: response }) };
});

function beginDeletion(account: FsxAccount, volume: Volume, input: Input): Volume {
  const { VolumeId, VolumeType, Lifecycle } = volume;
  const foreign = VolumeType === "ONTAP" ? "OpenZFSConfiguration" : "OntapConfiguration";
  refuseUnless(
    input[foreign] === undefined,
    `${foreign} cannot be applied to delete a ${VolumeType} volume.`,
  );
  refuseUnless(Lifecycle !== "DELETING", `Volume ${VolumeId} is already being deleted.`);
  return VolumeType === "ONTAP"
    ? deleteOntapVolume(account, volume, input)
    : deleteOpenZfsVolume(account, volume, input);
}

/** Begins to delete a volume. */
export const markDeleted = (account: FsxAccount, volume: Volume, deletion?: Volume["deletion"]): Volume =>
  account.fsx.volumes.replace({
    ...volume,
    Lifecycle: "DELETING",
    deletion,
    next: account.inFlight("remove", account.duration("fsxVolumeDeletion", volume)),
  });

/** A volume of ONTAP is backed up a last time unless told not to. */
function deleteOntapVolume(
  account: FsxAccount,
  volume: Volume,
  { OntapConfiguration: asked }: Input,
): Volume {
  const { VolumeId, Lifecycle, OntapConfiguration: settings } = volume;
  const takesBackup = asked?.SkipFinalBackup !== true;
  const machine = account.fsx.storageVirtualMachines.get(settings?.StorageVirtualMachineId ?? "");
  if (takesBackup && machine?.Lifecycle === "DELETING") {
    throw badRequest("Cannot create backup because this volume's storage virtual machine is deleting.");
  }
  refuseUnless(
    settings?.StorageVirtualMachineRoot !== true,
    "The root volume of a storage virtual machine is deleted with its storage virtual machine.",
  );
  refuseAttached(account, [volume]);
  if (!takesBackup) return markDeleted(account, volume);
  refuseUnless(Lifecycle === "CREATED", `Cannot take final backup while ${VolumeId} is in ${Lifecycle}`);
  refuseUnless(
    settings?.OntapVolumeType === "RW",
    `Cannot take final backup of a ${settings?.OntapVolumeType} volume.`,
  );
  const backup = makeUserBackup(account, { volume }, asked?.FinalBackupTags);
  return markDeleted(account, volume, { backupId: backup.BackupId, tags: asked?.FinalBackupTags });
}

/** What goes with a volume of OpenZFS: the volumes below, and the clones of all their snapshots. */
function dependentsOf(account: FsxAccount, volume: Volume, found = new Set<Volume>()): ReadonlySet<Volume> {
  const { volumes, snapshots } = account.fsx;
  if (found.has(volume)) return found;
  found.add(volume);
  for (const child of volumes.by("parent", volume.VolumeId)) dependentsOf(account, child, found);
  for (const { ResourceARN } of snapshots.by("volume", volume.VolumeId)) {
    for (const clone of volumes.by("clonedFrom", ResourceARN)) dependentsOf(account, clone, found);
  }
  return found;
}

function deleteOpenZfsVolume(
  account: FsxAccount,
  volume: Volume,
  { OpenZFSConfiguration: asked }: Input,
): Volume {
  const { snapshots } = account.fsx;
  refuseUnless(
    volume.OpenZFSConfiguration?.ParentVolumeId !== undefined,
    "The root volume of a file system cannot be deleted.",
  );
  const all = [...dependentsOf(account, volume)];
  const hasDependents = all.length > 1 || snapshots.by("volume", volume.VolumeId).size > 0;
  refuseUnless(
    !hasDependents || asked?.Options?.includes("DELETE_CHILD_VOLUMES_AND_SNAPSHOTS") === true,
    "Cannot delete volume while it has child volumes or snapshots. Specify the option DELETE_CHILD_VOLUMES_AND_SNAPSHOTS to delete them.",
  );
  refuseAttached(account, all);
  for (const dependent of all) if (dependent !== volume) markDeleted(account, dependent);
  return markDeleted(account, volume);
}

/** Ends a deletion: the snapshots of a volume go with it. */
export function removeVolume({ VolumeId }: Volume, account: FsxAccount): void {
  const { volumes, snapshots } = account.fsx;
  for (const { SnapshotId } of [...snapshots.by("volume", VolumeId)]) {
    forgetActions(account, SnapshotId);
    snapshots.remove(SnapshotId);
  }
  forgetActions(account, VolumeId);
  volumes.remove(VolumeId);
}
