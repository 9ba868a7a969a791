import type { EfsView } from "../account/account";
import { replicationNotFound } from "../account/errors";
import type { Replication } from "../records/replications";

/** The replication of a file system, as source or destination. A file system is part of one at most. */
export function replicationOf({ efs }: EfsView, fileSystemId: string): Replication | undefined {
  const [asDestination] = efs.replications.by("destination", fileSystemId);
  return efs.replications.get(fileSystemId) ?? asDestination;
}

export const noReplicationOf = (fileSystemId: string) =>
  replicationNotFound(`Replication configuration for file system '${fileSystemId}' does not exist.`);
