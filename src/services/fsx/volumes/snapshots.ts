import type { CreateSnapshotCommandInput } from "@aws-sdk/client-fsx";
import { arn } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { type FsxAccount, type FsxView, read, write } from "../account/account";
import { snapshotNotFound } from "../account/errors";
import { once } from "../account/idempotency";
import { type Filterable, pageOfDescribed, passing } from "../account/listing";
import { withOwners } from "../account/owners";
import { actionsOf, beginAction, forgetActions } from "../administrative-actions/administrative-actions";
import { refuseUnless } from "../file-systems/rules";
import type { AdministrativeAction } from "../records/administrative-actions";
import type { Snapshot } from "../records/snapshots";
import type { Volume } from "../records/volumes";
import { newTags } from "../tags/tags";
import { refuseOutOfService, volumeWithId } from "./volumes";

/** The snapshot of an id. */
function snapshotWithId({ fsx }: FsxView, id: string): Snapshot {
  const snapshot = fsx.snapshots.get(id);
  if (!snapshot) throw snapshotNotFound(id);
  return snapshot;
}

function shownSnapshot(account: FsxView, snapshot: Snapshot) {
  const { fileSystems, volumes } = account.fsx;
  const shown = withOwners(snapshot, volumes.get(snapshot.VolumeId), fileSystems.get(snapshot.fileSystemId));
  return { ...shown, AdministrativeActions: actionsOf(account, snapshot.SnapshotId) };
}

type Input = Pick<Stored<CreateSnapshotCommandInput>, "Name" | "Tags">;

export const createSnapshot = write<"CreateSnapshot">((input, account) => {
  const snapshot = once(account, "CreateSnapshot", input, {
    act: () => {
      const volume = volumeWithId(account, input.VolumeId);
      refuseOutOfService(account, volume, "take a snapshot");
      return makeSnapshot(account, volume, input);
    },
    nameOf: made => made.SnapshotId,
    find: id => account.fsx.snapshots.get(id),
  });
  return { Snapshot: shownSnapshot(account, snapshot) };
});

function checkName({ fsx }: FsxView, volumeId: string, name: string): void {
  const isTaken = [...fsx.snapshots.by("volume", volumeId)].some(({ Name }) => Name === name);
  refuseUnless(!isTaken, `Volume ${volumeId} has a snapshot named ${name} already.`);
}

/** Takes a snapshot of a volume. */
export function makeSnapshot(account: FsxAccount, volume: Volume, { Name, Tags: given }: Input): Snapshot {
  const { fsx, place, now, ids } = account;
  const { VolumeId, FileSystemId, VolumeType, Lifecycle, OpenZFSConfiguration: settings } = volume;
  refuseUnless(VolumeType === "OPENZFS", `Snapshots are not supported for ${VolumeType} volumes.`);
  refuseUnless(Lifecycle === "AVAILABLE", `Cannot take a snapshot while ${VolumeId} is in ${Lifecycle}`);
  checkName(account, VolumeId, Name);
  const SnapshotId = `fsvolsnap-${ids.hex(17)}`;
  const snapshot: Snapshot = {
    ResourceARN: arn("fsx", place, `snapshot/${FileSystemId}/${VolumeId}/${SnapshotId}`),
    SnapshotId,
    Name,
    VolumeId,
    CreationTime: now,
    Lifecycle: "CREATING",
    Tags: newTags(given, settings?.CopyTagsToSnapshots ? volume.Tags : []),
    fileSystemId: FileSystemId,
  };
  const next = account.inFlight("becomeAvailable", account.duration("fsxSnapshot", snapshot));
  return fsx.snapshots.insert({ ...snapshot, next });
}

const filterable: Filterable<Snapshot> = {
  "file-system-id": snapshot => snapshot.fileSystemId,
  "volume-id": snapshot => snapshot.VolumeId,
};

export const describeSnapshots = read<"DescribeSnapshots">((input, account) => {
  const { snapshots } = account.fsx;
  const { items, token } = pageOfDescribed(input, {
    ids: input.SnapshotIds,
    all: snapshots.all(),
    where: passing(input.Filters, filterable),
    find: id => snapshots.get(id),
    notFound: snapshotNotFound,
  });
  return { Snapshots: items.map(snapshot => shownSnapshot(account, snapshot)), NextToken: token };
});

export const updateSnapshot = write<"UpdateSnapshot">((input, account) => {
  const snapshot = once(account, "UpdateSnapshot", input, {
    act: () => {
      const { Name, SnapshotId } = input;
      const found = snapshotWithId(account, SnapshotId);
      const { Lifecycle, VolumeId } = found;
      refuseUnless(Lifecycle === "AVAILABLE", `Cannot update ${SnapshotId} while it is in ${Lifecycle}`);
      refuseOutOfService(account, volumeWithId(account, VolumeId), `update ${SnapshotId}`);
      checkName(account, VolumeId, Name);
      beginAction(account, SnapshotId, "SNAPSHOT_UPDATE", { TargetSnapshotValues: { SnapshotId, Name } });
      return found;
    },
    nameOf: updated => updated.SnapshotId,
    find: id => account.fsx.snapshots.get(id),
  });
  return { Snapshot: shownSnapshot(account, snapshot) };
});

/** Does what a snapshot's update was to do. */
export function applySnapshotUpdate(
  { subject, TargetSnapshotValues }: AdministrativeAction,
  { fsx }: FsxAccount,
): void {
  const snapshot = fsx.snapshots.get(subject);
  if (snapshot) fsx.snapshots.replace({ ...snapshot, Name: TargetSnapshotValues?.Name ?? snapshot.Name });
}

export const deleteSnapshot = write<"DeleteSnapshot">((input, account) => {
  const { fsx } = account;
  const { SnapshotId, Lifecycle } = once(account, "DeleteSnapshot", input, {
    act: () => {
      const snapshot = snapshotWithId(account, input.SnapshotId);
      const clones = [...fsx.volumes.by("clonedFrom", snapshot.ResourceARN)].map(({ VolumeId }) => VolumeId);
      refuseUnless(clones.length === 0, `Cannot delete snapshot while it has clones: ${clones.join(", ")}`);
      refuseUnless(
        snapshot.Lifecycle !== "DELETING",
        `Snapshot ${input.SnapshotId} is already being deleted.`,
      );
      return beginSnapshotDeletion(account, snapshot);
    },
    nameOf: deleted => deleted.SnapshotId,
    find: id => fsx.snapshots.get(id),
  });
  return { SnapshotId, Lifecycle };
});

/** Begins to delete a snapshot. */
export const beginSnapshotDeletion = (account: FsxAccount, snapshot: Snapshot): Snapshot =>
  account.fsx.snapshots.replace({
    ...snapshot,
    Lifecycle: "DELETING",
    next: account.inFlight("remove", account.duration("fsxSnapshotDeletion", snapshot)),
  });

/** What happens to snapshots by themselves. */
export const snapshotSteps = {
  becomeAvailable(snapshot: Snapshot, { fsx }: FsxAccount): void {
    fsx.snapshots.replace({ ...snapshot, Lifecycle: "AVAILABLE", next: undefined });
  },

  remove({ SnapshotId }: Snapshot, account: FsxAccount): void {
    forgetActions(account, SnapshotId);
    account.fsx.snapshots.remove(SnapshotId);
  },
};
