import type { Failure, Kind } from "../../../core/world";
import type { FsxAccount, FsxShape } from "../account/account";
import { failureDetails } from "../account/failure-details";
import type { Snapshot } from "../records/snapshots";
import type { StorageVirtualMachine } from "../records/storage-virtual-machines";
import type { Volume } from "../records/volumes";

const machineFailure = (Lifecycle: "FAILED" | "MISCONFIGURED"): Failure<FsxShape, StorageVirtualMachine> => ({
  from: ["CREATING"],
  at: ["becomeAvailable"],
  fail(machine: StorageVirtualMachine, { fsx }: FsxAccount, message: string | undefined) {
    const LifecycleTransitionReason = failureDetails(message);
    fsx.storageVirtualMachines.change(machine, { Lifecycle, LifecycleTransitionReason, next: undefined });
  },
});

export const machineKind = {
  required: ["Name"],
  description: {
    by: "DescribeStorageVirtualMachines.StorageVirtualMachines",
    inputFor: ({ StorageVirtualMachineId: id }) => ({ StorageVirtualMachineIds: [id] }),
  },
  fixed: ["FileSystemId"],
  state: "Lifecycle",
  works: {
    CREATING: { step: "becomeAvailable", duration: "fsxStorageVirtualMachine" },
    DELETING: { step: "remove", duration: "fsxStorageVirtualMachineDeletion", phase: "removal" },
  },
  failures: { FAILED: machineFailure("FAILED"), MISCONFIGURED: machineFailure("MISCONFIGURED") },
  fault(before, { StorageVirtualMachineId: id, Lifecycle }, { fsx }) {
    const volumes = [...fsx.volumes.by("virtualMachine", id)];
    const isInUse =
      volumes.some(({ OntapConfiguration: ontap }) => ontap?.StorageVirtualMachineRoot !== true) ||
      volumes.some(({ VolumeId }) => fsx.s3AccessPoints.by("volume", VolumeId).size > 0);
    return Lifecycle === "DELETING" && before.Lifecycle !== "DELETING" && isInUse
      ? "it has volumes or S3 access points, and cannot be deleted with these"
      : undefined;
  },
} satisfies Kind<FsxShape, StorageVirtualMachine>;

const volumeFailure = (Lifecycle: "FAILED" | "MISCONFIGURED"): Failure<FsxShape, Volume> => ({
  from: ["CREATING"],
  at: ["becomeAvailable"],
  fail(volume: Volume, { fsx }: FsxAccount, message: string | undefined) {
    fsx.volumes.change(volume, {
      Lifecycle,
      LifecycleTransitionReason: failureDetails(message),
      next: undefined,
    });
  },
});

const ownersOf = ({ OntapConfiguration: ontap, OpenZFSConfiguration: openZfs }: Volume) =>
  `${ontap?.StorageVirtualMachineId} ${openZfs?.ParentVolumeId}`;

export const volumeKind = {
  required: ["Name"],
  description: {
    by: "DescribeVolumes.Volumes",
    inputFor: ({ VolumeId }) => ({ VolumeIds: [VolumeId] }),
  },
  fixed: ["FileSystemId", "VolumeType"],
  state: "Lifecycle",
  works: {
    CREATING: { step: "becomeAvailable", duration: "fsxVolume" },
    DELETING: { step: "remove", duration: "fsxVolumeDeletion", phase: "removal" },
  },
  failures: { FAILED: volumeFailure("FAILED"), MISCONFIGURED: volumeFailure("MISCONFIGURED") },
  fault(before, after, { fsx }) {
    if (ownersOf(before) !== ownersOf(after)) {
      return "the storage virtual machine and the parent of a volume cannot change; create another volume";
    }
    const block = after.VolumeType === "ONTAP" ? "OntapConfiguration" : "OpenZFSConfiguration";
    const foreign = after.VolumeType === "ONTAP" ? "OpenZFSConfiguration" : "OntapConfiguration";
    if (after[foreign] || !after[block])
      return `a volume of ${after.VolumeType} has a ${block}, and no ${foreign}`;
    const isInUse =
      fsx.volumes.by("parent", after.VolumeId).size > 0 ||
      fsx.s3AccessPoints.by("volume", after.VolumeId).size > 0;
    return after.Lifecycle === "DELETING" && before.Lifecycle !== "DELETING" && isInUse
      ? "it has child volumes or S3 access points, and cannot be deleted with these"
      : undefined;
  },
} satisfies Kind<FsxShape, Volume>;

export const snapshotKind = {
  required: ["Name"],
  description: {
    by: "DescribeSnapshots.Snapshots",
    inputFor: ({ SnapshotId }) => ({ SnapshotIds: [SnapshotId] }),
  },
  fixed: ["VolumeId"],
  state: "Lifecycle",
  works: {
    CREATING: { step: "becomeAvailable", duration: "fsxSnapshot" },
    DELETING: { step: "remove", duration: "fsxSnapshotDeletion", phase: "removal" },
  },
} satisfies Kind<FsxShape, Snapshot>;
