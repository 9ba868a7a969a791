import type { Place } from "../../../core/basics";
import { minute } from "../../../core/time";
import { type EfsAccount, type EfsView, read, write } from "../account/account";
import { badRequest, replicationNotFound } from "../account/errors";
import { pageOf } from "../account/paging";
import { fileSystemWithId } from "../file-systems/file-systems";
import type { Destination, Replication } from "../records/replications";
import { replicationOf } from "./replications";

const syncEvery = 15 * minute;

/** A replication as the service shows it at this moment: synchronised every 15 minutes, once it is enabled. */
export function shownReplication(account: EfsView, replication: Replication) {
  const [destination] = replication.Destinations;
  const { Status, LastReplicatedTimestamp: first } = destination;
  if (Status !== "ENABLED" || first === undefined) return replication;
  const last = first + Math.floor((account.now - first) / syncEvery) * syncEvery;
  return { ...replication, Destinations: [{ ...destination, LastReplicatedTimestamp: last }] };
}

export const describeReplicationConfigurations = read<"DescribeReplicationConfigurations">(
  (input, account) => {
    const { FileSystemId, NextToken, MaxResults } = input;
    if (FileSystemId !== undefined) {
      const fileSystem = fileSystemWithId(account, FileSystemId);
      const replication = replicationOf(account, fileSystem.FileSystemId);
      if (!replication) throw noReplicationOf(fileSystem.FileSystemId);
      return { Replications: [shownReplication(account, replication)] };
    }
    const { items, token } = pageOf(account.efs.replications.all(), NextToken, MaxResults);
    return { Replications: items.map(item => shownReplication(account, item)), NextToken: token };
  },
);

const noReplicationOf = (id: string) =>
  replicationNotFound(`Replication configuration for file system '${id}' does not exist.`);

const arnPrefix = /^arn:.*:file-system\//;

export const deleteReplicationConfiguration = write<"DeleteReplicationConfiguration">((input, account) => {
  const id = input.SourceFileSystemId.replace(arnPrefix, "");
  const replication = account.efs.replications.get(id);
  if (!replication) {
    fileSystemWithId(account, input.SourceFileSystemId);
    throw noReplicationOf(id);
  }
  const other = otherSide(account, replication);
  if (input.DeletionMode === "LOCAL_CONFIGURATION_ONLY") {
    if (!other) {
      throw badRequest(
        "LOCAL_CONFIGURATION_ONLY is not valid for a replication within one account and Region.",
      );
    }
    end(account, replication);
    breakOff(other, id);
    return {};
  }
  end(account, replication);
  const theirs = other?.efs.replications.get(id);
  if (other && theirs) end(other, theirs);
  return {};
});

/** The place at the other end of a replication, if that is another one. */
function otherSide(account: EfsAccount, replication: Replication): EfsAccount | undefined {
  const [{ Region, OwnerId }] = replication.Destinations;
  const { SourceFileSystemRegion, SourceFileSystemOwnerId } = replication;
  const ends: readonly Place[] = [
    { accountId: SourceFileSystemOwnerId, region: SourceFileSystemRegion },
    { accountId: OwnerId, region: Region },
  ];
  const { accountId, region } = account.place;
  const other = ends.find(end => end.accountId !== accountId || end.region !== region);
  return other && account.at(other);
}

const inState = (replication: Replication, change: Partial<Destination>): Replication => {
  const [destination] = replication.Destinations;
  return { ...replication, Destinations: [{ ...destination, ...change }] };
};

function end(account: EfsAccount, replication: Replication): void {
  const [{ Status }] = replication.Destinations;
  if (Status === "DELETING") return;
  account.efs.replications.replace({
    ...inState(replication, { Status: "DELETING" }),
    next: account.inFlight("remove", account.duration("efsReplicationDeletion", replication)),
  });
}

/** What is left of a replication whose other side was taken away. */
function breakOff({ efs }: EfsAccount, id: string): void {
  const replication = efs.replications.get(id);
  if (!replication || replication.Destinations[0].Status === "DELETING") return;
  efs.replications.replace({
    ...inState(replication, {
      Status: "ERROR",
      StatusMessage: "The replication configuration was deleted on the other side.",
    }),
    next: undefined,
  });
}

/** What happens to replications by themselves. */
export const replicationSteps = {
  enable(replication: Replication, account: EfsAccount): void {
    account.efs.replications.replace({
      ...inState(replication, { Status: "ENABLED", LastReplicatedTimestamp: account.now }),
      next: undefined,
    });
    copyContents(account, replication);
  },

  /** The destination, if it is here, can be written to again. */
  remove(replication: Replication, { efs }: EfsAccount): void {
    const [{ FileSystemId }] = replication.Destinations;
    efs.replications.remove(replication.SourceFileSystemId);
    if (!efs.fileSystems.has(FileSystemId)) return;
    efs.fileSystems.update(FileSystemId, {
      FileSystemProtection: { ReplicationOverwriteProtection: "ENABLED" },
    });
  },
};

/** Once replicated, the destination is as large as the source. */
function copyContents(account: EfsAccount, replication: Replication): void {
  const [{ FileSystemId }] = replication.Destinations;
  const { SourceFileSystemId, SourceFileSystemOwnerId, SourceFileSystemRegion } = replication;
  const home = account.at({ accountId: SourceFileSystemOwnerId, region: SourceFileSystemRegion });
  const source = home.efs.fileSystems.get(SourceFileSystemId);
  if (!source || !account.efs.fileSystems.has(FileSystemId)) return;
  account.efs.fileSystems.update(FileSystemId, { SizeInBytes: source.SizeInBytes });
}
