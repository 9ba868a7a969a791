import type { ReplicationConfigurationDescription, Destination as SdkDestination } from "@aws-sdk/client-efs";
import { table } from "../../../core/store";
import type { Next } from "../../../core/time";
import type { Stored } from "../../../core/world";

export type Destination = Stored<SdkDestination> & { readonly OwnerId: string };

/**
 * A replication configuration in AWS's member names. If source and destination are in different places, each place has
 * its own record, because either can be deleted without the other.
 */
export interface Replication extends Omit<Stored<ReplicationConfigurationDescription>, "Destinations"> {
  readonly SourceFileSystemOwnerId: string;
  readonly Destinations: readonly [Destination];
  readonly next?: Next | undefined;
}

export const replications = table<Replication>(replication => replication.SourceFileSystemId)
  .by("destination", ({ Destinations: [destination] }) => destination.FileSystemId)
  .alias(({ SourceFileSystemArn, Destinations: [destination] }) => [
    SourceFileSystemArn,
    destination.FileSystemId,
  ]);
