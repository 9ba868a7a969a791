import type { EfsView } from "../account/account";
import type { Replication } from "../records/replications";

/** The one replication that a file system can be part of, as source or destination. */
export function replicationOf({ efs }: EfsView, fileSystemId: string): Replication | undefined {
  const [asDestination] = efs.replications.by("destination", fileSystemId);
  return efs.replications.get(fileSystemId) ?? asDestination;
}
