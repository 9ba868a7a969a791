import type { RestoreVolumeFromSnapshotCommandInput } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { type FsxAccount, write } from "../account/account";
import { once } from "../account/idempotency";
import { actionsOf, beginAction } from "../administrative-actions/administrative-actions";
import { refuseUnless } from "../file-systems/rules";
import type { AdministrativeAction } from "../records/administrative-actions";
import type { Snapshot } from "../records/snapshots";
import type { Volume } from "../records/volumes";
import { beginVolumeDeletion } from "./deleting";
import { beginSnapshotDeletion } from "./snapshots";
import { refuseOutOfService, volumeWithId } from "./volumes";

type Input = Stored<RestoreVolumeFromSnapshotCommandInput>;

export const restoreVolumeFromSnapshot = write<"RestoreVolumeFromSnapshot">((input, account) => {
  const { VolumeId, Lifecycle } = once(account, "RestoreVolumeFromSnapshot", input, account.fsx.volumes, () =>
    beginRestore(account, volumeWithId(account, input.VolumeId), input),
  );
  return { VolumeId, Lifecycle, AdministrativeActions: actionsOf(account, VolumeId) };
});

/** The later snapshots of the same volume. */
function laterThan({ fsx }: FsxAccount, snapshot: Snapshot): readonly Snapshot[] {
  const all = [...fsx.snapshots.by("volume", snapshot.VolumeId)];
  return all.slice(all.findIndex(({ SnapshotId }) => SnapshotId === snapshot.SnapshotId) + 1);
}

const clonesOf = ({ fsx }: FsxAccount, snapshots: readonly Snapshot[]): readonly Volume[] =>
  snapshots.flatMap(({ ResourceARN }) => [...fsx.volumes.by("clonedFrom", ResourceARN)]);

function beginRestore(account: FsxAccount, volume: Volume, { SnapshotId, Options = [] }: Input): Volume {
  const { VolumeId, VolumeType, Lifecycle } = volume;
  refuseUnless(VolumeType === "OPENZFS", `Snapshots are not supported for ${VolumeType} volumes.`);
  refuseUnless(Lifecycle === "AVAILABLE", `Cannot restore ${VolumeId} while it is in ${Lifecycle}`);
  refuseOutOfService(account, volume, `restore ${VolumeId}`);
  const snapshot = account.fsx.snapshots.get(SnapshotId);
  refuseUnless(
    snapshot?.VolumeId === VolumeId && snapshot.Lifecycle === "AVAILABLE",
    `The snapshot ${SnapshotId} is not an available snapshot of volume ${VolumeId}.`,
  );
  const later = laterThan(account, snapshot);
  refuseUnless(
    later.length === 0 || Options.includes("DELETE_INTERMEDIATE_SNAPSHOTS"),
    "Cannot restore volume while it has later snapshots. Specify the option DELETE_INTERMEDIATE_SNAPSHOTS to delete them.",
  );
  refuseUnless(
    clonesOf(account, later).length === 0 || Options.includes("DELETE_CLONED_VOLUMES"),
    "Cannot restore volume while its later snapshots have clones. Specify the option DELETE_CLONED_VOLUMES to delete them.",
  );
  for (const clone of clonesOf(account, later)) beginVolumeDeletion(account, clone);
  for (const other of later) beginSnapshotDeletion(account, other);
  beginAction(account, VolumeId, "VOLUME_RESTORE", {
    TargetVolumeValues: {
      VolumeId,
      OpenZFSConfiguration: {
        RestoreToSnapshot: SnapshotId,
        DeleteIntermediateSnaphots: Options.includes("DELETE_INTERMEDIATE_SNAPSHOTS"),
        DeleteClonedVolumes: Options.includes("DELETE_CLONED_VOLUMES"),
      },
    },
  });
  return volume;
}

/** Completes the restore of a volume from a snapshot. */
export function completeSnapshotRestore(
  { subject, TargetVolumeValues: target }: AdministrativeAction,
  { fsx }: FsxAccount,
): void {
  if (!fsx.volumes.has(subject)) return;
  fsx.volumes.update(subject, ({ OpenZFSConfiguration: settings }) => {
    if (settings) Object.assign(settings, target?.OpenZFSConfiguration);
  });
}
