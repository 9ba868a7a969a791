import type { Kind } from "../../../core/world";
import type { EfsAccount, EfsShape } from "../account/account";
import type { Replication } from "../records/replications";
import { otherSide } from "./deleting";

const statusOf = ({ Destinations: [destination] }: Replication): Replication["Destinations"][0]["Status"] =>
  destination.Status;

/** Both sides show a replication that failed. */
function fail(replication: Replication, account: EfsAccount, message: string | undefined): void {
  const { SourceFileSystemId } = replication;
  for (const side of [account, otherSide(account, replication)]) {
    if (!side?.efs.replications.has(SourceFileSystemId)) continue;
    side.efs.replications.update(SourceFileSystemId, { next: undefined }, draft => {
      const [destination] = draft.Destinations;
      destination.Status = "ERROR";
      if (message !== undefined) destination.StatusMessage = message;
    });
  }
}

export const replicationKind = {
  description: {
    by: "DescribeReplicationConfigurations.Replications",
    inputFor: ({ SourceFileSystemId }) => ({ FileSystemId: SourceFileSystemId }),
  },
  fixed: ["SourceFileSystemRegion", "SourceFileSystemOwnerId"],
  state: "Destinations",
  stateOf: statusOf,
  works: {
    ENABLING: { step: "enable", duration: "efsReplication" },
    DELETING: { step: "remove", duration: "efsReplicationDeletion", phase: "removal" },
  },
  failures: { ERROR: { from: ["ENABLING"], at: ["enable"], fail } },
  fault: (before, after) =>
    after.Destinations.length === 1 &&
    after.Destinations[0].FileSystemId === before.Destinations[0].FileSystemId &&
    after.Destinations[0].OwnerId === before.Destinations[0].OwnerId &&
    after.Destinations[0].Region === before.Destinations[0].Region
      ? undefined
      : "a replication has one destination, which cannot change",
} satisfies Kind<EfsShape, Replication>;
