import type { DeleteVolumeCommandInput } from "@aws-sdk/client-fsx";
import { day } from "../../../core/time";
import type { Stored } from "../../../core/world";
import { type FsxAccount, write } from "../account/account";
import { badRequest } from "../account/errors";
import { once } from "../account/idempotency";
import { removeActions } from "../administrative-actions/administrative-actions";
import { makeUserBackup } from "../backups/user-backups";
import { refuseUnless } from "../file-systems/rules";
import type { Volume } from "../records/volumes";
import { refuseAttached } from "./attached-access-points";
import { checkVolumeBlocks } from "./blocks";
import { daysOfAuditLog } from "./snaplock";
import { volumeWithId } from "./volumes";

type Input = Stored<DeleteVolumeCommandInput>;

export const deleteVolume = write<"DeleteVolume">((input, account) => {
  const { VolumeId, Lifecycle, VolumeType, deletion } = once(
    account,
    "DeleteVolume",
    input,
    account.fsx.volumes,
    () => deleteChecked(account, volumeWithId(account, input.VolumeId), input),
  );
  const response = { FinalBackupId: deletion?.backupId, FinalBackupTags: deletion?.tags };
  return { VolumeId, Lifecycle, ...(VolumeType === "ONTAP" && { OntapResponse: response }) };
});

function deleteChecked(account: FsxAccount, volume: Volume, input: Input): Volume {
  const { VolumeId, VolumeType, Lifecycle } = volume;
  checkVolumeBlocks(VolumeType, input, "delete");
  refuseUnless(Lifecycle !== "DELETING", `Volume ${VolumeId} is already being deleted.`);
  return VolumeType === "ONTAP"
    ? deleteOntapVolume(account, volume, input)
    : deleteOpenZfsVolume(account, volume, input);
}

/** Begins to delete a volume. */
export const beginVolumeDeletion = (
  account: FsxAccount,
  volume: Volume,
  deletion?: Volume["deletion"],
): Volume =>
  account.fsx.volumes.change(volume, {
    Lifecycle: "DELETING",
    LifecycleTransitionReason: undefined,
    updatedConfiguration: undefined,
    deletion,
    next: account.inFlight("remove", account.duration("fsxVolumeDeletion", volume)),
  });

/** Begins to delete a volume of ONTAP, by default after a final backup. */
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
  refuseUnless(
    asked?.BypassSnaplockEnterpriseRetention !== true ||
      settings?.SnaplockConfiguration?.SnaplockType === "ENTERPRISE",
    "BypassSnaplockEnterpriseRetention is not supported on this volume.",
  );
  if (!takesBackup) return beginVolumeDeletion(account, volume);
  refuseUnless(Lifecycle === "CREATED", `Cannot take final backup while ${VolumeId} is in ${Lifecycle}`);
  refuseUnless(
    settings?.OntapVolumeType === "RW",
    `In order to delete a ${settings?.OntapVolumeType} Volume, SkipFinalBackup must be set to true.`,
  );
  const backup = makeUserBackup(account, { volume }, asked?.FinalBackupTags);
  return beginVolumeDeletion(account, volume, { backupId: backup.BackupId, tags: asked?.FinalBackupTags });
}

/** A volume of OpenZFS and those deleted with it: its descendants, and the clones of all their snapshots. */
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

/** Begins to delete a volume of OpenZFS, and the volumes that depend on it if the request says so. */
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
  for (const dependent of all) if (dependent !== volume) beginVolumeDeletion(account, dependent);
  return beginVolumeDeletion(account, volume);
}

/** Ends a deletion. A volume with unexpired audit logs is not deleted, whatever the request said. */
export function endDeletion(volume: Volume, account: FsxAccount): void {
  const days = daysOfAuditLog(volume.OntapConfiguration?.SnaplockConfiguration);
  if (account.now >= volume.CreationTime + days * day) {
    removeVolume(volume, account);
    return;
  }
  account.fsx.volumes.change(volume, {
    Lifecycle: "CREATED",
    LifecycleTransitionReason: {
      Message: "Cannot delete the volume because it contains unexpired log files.",
    },
    next: undefined,
  });
}

/** Removes a volume. The snapshots of the volume are removed with it. */
export function removeVolume({ VolumeId }: Volume, account: FsxAccount): void {
  const { volumes, snapshots } = account.fsx;
  for (const { SnapshotId } of [...snapshots.by("volume", VolumeId)]) {
    removeActions(account, SnapshotId);
    snapshots.remove(SnapshotId);
  }
  removeActions(account, VolumeId);
  volumes.remove(VolumeId);
}
