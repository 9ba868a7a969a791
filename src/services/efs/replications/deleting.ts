import { type Place, samePlace } from "../../../core/basics";
import { type EfsAccount, write } from "../account/account";
import { badRequest } from "../account/errors";
import { fileSystemWithId } from "../file-systems/file-systems";
import type { Replication } from "../records/replications";
import { noReplicationOf } from "./replications";

const arnPrefix = /^arn:.*:file-system\//;

export const deleteReplicationConfiguration = write<"DeleteReplicationConfiguration">((input, account) => {
  const id = input.SourceFileSystemId.replace(arnPrefix, "");
  const replication = account.efs.replications.get(id);
  if (!replication) {
    fileSystemWithId(account, input.SourceFileSystemId);
    throw noReplicationOf(id);
  }
  const other = otherSide(account, replication);
  const isLocal = input.DeletionMode === "LOCAL_CONFIGURATION_ONLY";
  if (isLocal && !other) {
    throw badRequest(
      "LOCAL_CONFIGURATION_ONLY is not valid for a replication within one account and Region.",
    );
  }
  startDeletion(account, replication);
  const counterpart = other?.efs.replications.get(id);
  if (other && counterpart) (isLocal ? breakOff : startDeletion)(other, counterpart);
  return {};
});

/** The account at the other end of a replication; undefined if both ends are in one place. */
export function otherSide(account: EfsAccount, replication: Replication): EfsAccount | undefined {
  const [{ Region, OwnerId }] = replication.Destinations;
  const { SourceFileSystemRegion, SourceFileSystemOwnerId } = replication;
  const ends: readonly Place[] = [
    { accountId: SourceFileSystemOwnerId, region: SourceFileSystemRegion },
    { accountId: OwnerId, region: Region },
  ];
  const other = ends.find(end => !samePlace(end, account.place));
  return other && account.at(other);
}

const isDeleting = ({ Destinations: [{ Status }] }: Replication): boolean => Status === "DELETING";

function startDeletion(account: EfsAccount, replication: Replication): void {
  if (isDeleting(replication)) return;
  const next = account.inFlight("remove", account.duration("efsReplicationDeletion", replication));
  account.efs.replications.change(replication, { next }, draft => {
    draft.Destinations[0].Status = "DELETING";
  });
}

/** Marks a replication whose other side was deleted. */
function breakOff({ efs }: EfsAccount, replication: Replication): void {
  if (isDeleting(replication)) return;
  efs.replications.change(replication, { next: undefined }, draft => {
    const [destination] = draft.Destinations;
    destination.Status = "ERROR";
    destination.StatusMessage = "The replication configuration was deleted on the other side.";
  });
}
