import type { EfsAccount } from "../account/account";
import type { Replication } from "../records/replications";

/** The steps of replications. */
export const replicationSteps = {
  enable(replication: Replication, account: EfsAccount): void {
    account.efs.replications.change(replication, { next: undefined }, draft => {
      const [destination] = draft.Destinations;
      destination.Status = "ENABLED";
      destination.LastReplicatedTimestamp = account.now;
    });
    copyContents(account, replication);
  },

  /** Makes the destination writable again if it is in this place. */
  remove(replication: Replication, { efs }: EfsAccount): void {
    const [{ FileSystemId }] = replication.Destinations;
    efs.replications.remove(replication.SourceFileSystemId);
    if (!efs.fileSystems.has(FileSystemId)) return;
    efs.fileSystems.update(FileSystemId, {
      FileSystemProtection: { ReplicationOverwriteProtection: "ENABLED" },
    });
  },
};

/** Gives the destination the size of the source. */
function copyContents(account: EfsAccount, replication: Replication): void {
  const [{ FileSystemId }] = replication.Destinations;
  const { SourceFileSystemId, SourceFileSystemOwnerId, SourceFileSystemRegion } = replication;
  const home = account.at({ accountId: SourceFileSystemOwnerId, region: SourceFileSystemRegion });
  const source = home.efs.fileSystems.get(SourceFileSystemId);
  if (!source || !account.efs.fileSystems.has(FileSystemId)) return;
  account.efs.fileSystems.update(FileSystemId, { SizeInBytes: source.SizeInBytes });
}
