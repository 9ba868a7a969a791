import type { CopySnapshotAndUpdateVolumeCommandInput } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { type FsxAccount, write } from "../account/account";
import { once } from "../account/idempotency";
import { actionsOf, beginAction } from "../administrative-actions/administrative-actions";
import { refuseUnless } from "../file-systems/rules";
import type { AdministrativeAction } from "../records/administrative-actions";
import type { Snapshot } from "../records/snapshots";
import type { Volume } from "../records/volumes";
import { beginVolumeDeletion } from "./deleting";
import { snapshotByArn } from "./openzfs-volumes";
import { beginSnapshotDeletion, makeSnapshot } from "./snapshots";
import { refuseOutOfService } from "./volumes";

type Input = Stored<CopySnapshotAndUpdateVolumeCommandInput>;

export const copySnapshotAndUpdateVolume = write<"CopySnapshotAndUpdateVolume">((input, account) => {
  const { VolumeId, Lifecycle } = once(
    account,
    "CopySnapshotAndUpdateVolume",
    input,
    account.fsx.volumes,
    () => beginCopy(account, input),
  );
  return { VolumeId, Lifecycle, AdministrativeActions: actionsOf(account, VolumeId) };
});

/** The snapshots of a volume that were not created by a copy. */
const ownSnapshots = ({ fsx }: FsxAccount, { VolumeId }: Volume): readonly Snapshot[] =>
  [...fsx.snapshots.by("volume", VolumeId)].filter(({ isReplicated }) => isReplicated !== true);

function checkedVolume(account: FsxAccount, { VolumeId }: Input): Volume {
  const volume = account.fsx.volumes.get(VolumeId);
  refuseUnless(volume?.VolumeType === "OPENZFS", `The volume ${VolumeId} is not a volume of OPENZFS.`);
  refuseUnless(
    volume.Lifecycle === "AVAILABLE",
    `Cannot update ${VolumeId} while it is in ${volume.Lifecycle}`,
  );
  refuseOutOfService(account, volume, `update ${VolumeId}`);
  return volume;
}

function checkedSource(
  account: FsxAccount,
  volume: Volume,
  { SourceSnapshotARN: arn, CopyStrategy }: Input,
): Snapshot {
  const source = snapshotByArn(account, arn);
  refuseUnless(source?.Lifecycle === "AVAILABLE", `The snapshot ${arn} is not available.`);
  refuseUnless(
    source.fileSystemId !== volume.FileSystemId,
    "The snapshot must be one of another file system.",
  );
  refuseUnless(CopyStrategy !== "CLONE", "CLONE is not supported for updates of a volume.");
  const last = volume.OpenZFSConfiguration?.SourceSnapshotARN;
  refuseUnless(
    CopyStrategy !== "INCREMENTAL_COPY" || last?.split("/").at(-2) === source.VolumeId,
    "INCREMENTAL_COPY requires an earlier copy from the same source volume.",
  );
  return source;
}

function beginCopy(account: FsxAccount, input: Input): Volume {
  const { SourceSnapshotARN, CopyStrategy = "FULL_COPY", Options = [] } = input;
  const volume = checkedVolume(account, input);
  checkedSource(account, volume, input);
  const own = ownSnapshots(account, volume);
  const clones = own.flatMap(({ ResourceARN }) => [...account.fsx.volumes.by("clonedFrom", ResourceARN)]);
  refuseUnless(
    own.length === 0 || Options.includes("DELETE_INTERMEDIATE_SNAPSHOTS"),
    "The volume has snapshots of its own. Specify the option DELETE_INTERMEDIATE_SNAPSHOTS to delete them.",
  );
  refuseUnless(
    clones.length === 0 || Options.includes("DELETE_CLONED_VOLUMES"),
    "Snapshots of the volume have clones. Specify the option DELETE_CLONED_VOLUMES to delete them.",
  );
  for (const clone of clones) beginVolumeDeletion(account, clone);
  for (const other of own) beginSnapshotDeletion(account, other);
  beginAction(account, volume.VolumeId, "VOLUME_UPDATE_WITH_SNAPSHOT", {
    TargetVolumeValues: {
      VolumeId: volume.VolumeId,
      OpenZFSConfiguration: {
        SourceSnapshotARN,
        CopyStrategy,
        DeleteIntermediateSnaphots: Options.includes("DELETE_INTERMEDIATE_SNAPSHOTS"),
        DeleteClonedVolumes: Options.includes("DELETE_CLONED_VOLUMES"),
        DeleteIntermediateData: Options.includes("DELETE_INTERMEDIATE_DATA"),
      },
    },
  });
  return volume;
}

/** Completes a copy: the volume has the content of the source snapshot, and a snapshot of it with the same name. */
export function completeSnapshotCopy(
  { subject, TargetVolumeValues }: AdministrativeAction,
  account: FsxAccount,
): void {
  const { volumes, snapshots } = account.fsx;
  const volume = volumes.get(subject);
  const target = TargetVolumeValues?.OpenZFSConfiguration;
  const source = snapshotByArn(account, target?.SourceSnapshotARN ?? "");
  if (volume?.Lifecycle !== "AVAILABLE" || !target || !source) return;
  const { SnapshotId } =
    [...snapshots.by("volume", subject)].find(({ Name }) => Name === source.Name) ??
    makeSnapshot(account, volume, { Name: source.Name });
  snapshots.update(SnapshotId, { isReplicated: true });
  volumes.update(subject, ({ OpenZFSConfiguration: settings }) => {
    if (settings) Object.assign(settings, target, { DestinationSnapshot: SnapshotId });
  });
}
