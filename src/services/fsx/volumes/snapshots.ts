import type { CreateSnapshotCommandInput } from "@aws-sdk/client-fsx";
import { arn } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { type FsxAccount, type FsxView, read, write } from "../account/account";
import { snapshotNotFound } from "../account/errors";
import { once } from "../account/idempotency";
import { type Filterable, pageOfDescribed, passing } from "../account/listing";
import { existing } from "../account/lookup";
import { withNextOfOwners } from "../account/owners";
import { actionsOf, beginAction, removeActions } from "../administrative-actions/administrative-actions";
import { refuseUnless } from "../file-systems/rules";
import type { AdministrativeAction } from "../records/administrative-actions";
import type { Snapshot } from "../records/snapshots";
import type { Volume } from "../records/volumes";
import { newTags } from "../tags/tags";
import { refuseOutOfService, volumeWithId } from "./volumes";

const snapshotWithId = ({ fsx }: FsxView, id: string): Snapshot =>
  existing(fsx.snapshots, id, snapshotNotFound);

function shownSnapshot(account: FsxView, snapshot: Snapshot) {
  const { fileSystems, volumes } = account.fsx;
  const shown = withNextOfOwners(
    snapshot,
    volumes.get(snapshot.VolumeId),
    fileSystems.get(snapshot.fileSystemId),
  );
  return { ...shown, AdministrativeActions: actionsOf(account, snapshot.SnapshotId) };
}

type Input = Pick<Stored<CreateSnapshotCommandInput>, "Name" | "Tags">;

export const createSnapshot = write<"CreateSnapshot">((input, account) => {
  const snapshot = once(account, "CreateSnapshot", input, account.fsx.snapshots, () => {
    const volume = volumeWithId(account, input.VolumeId);
    refuseOutOfService(account, volume, "take a snapshot");
    return makeSnapshot(account, volume, input);
  });
  return { Snapshot: shownSnapshot(account, snapshot) };
});

function checkName({ fsx }: FsxView, volumeId: string, name: string): void {
  const isTaken = [...fsx.snapshots.by("volume", volumeId)].some(({ Name }) => Name === name);
  refuseUnless(!isTaken, `Volume ${volumeId} already has a snapshot named ${name}.`);
}

const snapshotsOn = ({ fsx }: FsxView, fileSystemId: string): number =>
  [...fsx.volumes.by("fileSystem", fileSystemId)].reduce(
    (sum, { VolumeId }) => sum + fsx.snapshots.by("volume", VolumeId).size,
    0,
  );

/** Takes a snapshot of a volume. */
export function makeSnapshot(account: FsxAccount, volume: Volume, { Name, Tags: asked }: Input): Snapshot {
  const { fsx, place, now, ids } = account;
  const { VolumeId, FileSystemId, VolumeType, Lifecycle, OpenZFSConfiguration: settings } = volume;
  refuseUnless(VolumeType === "OPENZFS", "Unable to create a snapshot because the volume was not found");
  refuseUnless(Lifecycle === "AVAILABLE", `Cannot take a snapshot while ${VolumeId} is in ${Lifecycle}`);
  checkName(account, VolumeId, Name);
  const limit = account.quota("fsxSnapshots");
  refuseUnless(
    snapshotsOn(account, FileSystemId) < limit,
    `The maximum number of snapshots on a file system is ${limit}.`,
  );
  const SnapshotId = `fsvolsnap-${ids.hex(17)}`;
  const snapshot: Snapshot = {
    ResourceARN: arn("fsx", place, `snapshot/${FileSystemId}/${VolumeId}/${SnapshotId}`),
    SnapshotId,
    Name,
    VolumeId,
    CreationTime: now,
    Lifecycle: "CREATING",
    Tags: newTags(asked, settings?.CopyTagsToSnapshots ? volume.Tags : []),
    fileSystemId: FileSystemId,
  };
  const next = account.inFlight("becomeAvailable", account.duration("fsxSnapshot", snapshot));
  return fsx.snapshots.insert(snapshot, { next });
}

const filterable: Filterable<Snapshot> = {
  "file-system-id": snapshot => snapshot.fileSystemId,
  "volume-id": snapshot => snapshot.VolumeId,
};

export const describeSnapshots = read<"DescribeSnapshots">((input, account) => {
  const { items, token } = pageOfDescribed(input, account.fsx.snapshots, {
    ids: input.SnapshotIds,
    idsOverride: true,
    where: passing(input.Filters, filterable),
    notFound: snapshotNotFound,
  });
  return { Snapshots: items.map(snapshot => shownSnapshot(account, snapshot)), NextToken: token };
});

export const updateSnapshot = write<"UpdateSnapshot">((input, account) => {
  const snapshot = once(account, "UpdateSnapshot", input, account.fsx.snapshots, () => {
    const { Name, SnapshotId } = input;
    const found = snapshotWithId(account, SnapshotId);
    const { Lifecycle, VolumeId } = found;
    refuseUnless(Lifecycle === "AVAILABLE", `Cannot update ${SnapshotId} while it is in ${Lifecycle}`);
    refuseOutOfService(account, volumeWithId(account, VolumeId), `update ${SnapshotId}`);
    if (Name === found.Name) return found;
    checkName(account, VolumeId, Name);
    beginAction(account, SnapshotId, "SNAPSHOT_UPDATE", { TargetSnapshotValues: { SnapshotId, Name } });
    return found;
  });
  return { Snapshot: shownSnapshot(account, snapshot) };
});

/** Completes the update of a snapshot. */
export function applySnapshotUpdate(
  { subject, TargetSnapshotValues: target }: AdministrativeAction,
  { fsx }: FsxAccount,
): void {
  if (target?.Name !== undefined && fsx.snapshots.has(subject)) {
    fsx.snapshots.update(subject, { Name: target.Name });
  }
}

export const deleteSnapshot = write<"DeleteSnapshot">((input, account) => {
  const { fsx } = account;
  const { SnapshotId, Lifecycle } = once(account, "DeleteSnapshot", input, fsx.snapshots, () => {
    const snapshot = snapshotWithId(account, input.SnapshotId);
    const clones = [...fsx.volumes.by("clonedFrom", snapshot.ResourceARN)].map(({ VolumeId }) => VolumeId);
    refuseUnless(clones.length === 0, `Cannot delete snapshot while it has clones: ${clones.join(", ")}`);
    refuseUnless(snapshot.Lifecycle !== "DELETING", `Snapshot ${input.SnapshotId} is already being deleted.`);
    return beginSnapshotDeletion(account, snapshot);
  });
  return { SnapshotId, Lifecycle };
});

/** Begins to delete a snapshot. */
export const beginSnapshotDeletion = (account: FsxAccount, snapshot: Snapshot): Snapshot =>
  account.fsx.snapshots.change(snapshot, {
    Lifecycle: "DELETING",
    next: account.inFlight("remove", account.duration("fsxSnapshotDeletion", snapshot)),
  });

/** The steps of snapshots. */
export const snapshotSteps = {
  becomeAvailable(snapshot: Snapshot, { fsx }: FsxAccount): void {
    fsx.snapshots.change(snapshot, { Lifecycle: "AVAILABLE", next: undefined });
  },

  remove({ SnapshotId }: Snapshot, account: FsxAccount): void {
    removeActions(account, SnapshotId);
    account.fsx.snapshots.remove(SnapshotId);
  },
};
