import { minute } from "../../../core/time";
import { type EfsView, read } from "../account/account";
import { pageOf } from "../account/paging";
import { fileSystemWithId } from "../file-systems/file-systems";
import type { Replication } from "../records/replications";
import { noReplicationOf, replicationOf } from "./replications";

const syncInterval = 15 * minute;

/** A replication as DescribeReplicationConfigurations shows it now: while enabled, it syncs every 15 minutes. */
export function replicationDescription(account: EfsView, replication: Replication) {
  const [destination] = replication.Destinations;
  const { Status, LastReplicatedTimestamp: first } = destination;
  if (Status !== "ENABLED" || first === undefined) return replication;
  const last = first + Math.floor((account.now - first) / syncInterval) * syncInterval;
  return { ...replication, Destinations: [{ ...destination, LastReplicatedTimestamp: last }] };
}

export const describeReplicationConfigurations = read<"DescribeReplicationConfigurations">(
  (input, account) => {
    const { FileSystemId, NextToken, MaxResults } = input;
    if (FileSystemId !== undefined) {
      const fileSystem = fileSystemWithId(account, FileSystemId);
      const replication = replicationOf(account, fileSystem.FileSystemId);
      if (!replication) throw noReplicationOf(fileSystem.FileSystemId);
      return { Replications: [replicationDescription(account, replication)] };
    }
    const { items, token } = pageOf(account.efs.replications.all(), NextToken, MaxResults);
    return { Replications: items.map(item => replicationDescription(account, item)), NextToken: token };
  },
);
