import type { DestinationToCreate } from "@aws-sdk/client-efs";
import { type Place, parseArn, samePlace } from "../../../core/basics";
import { second } from "../../../core/time";
import type { Stored } from "../../../core/world";
import { type EfsAccount, write } from "../account/account";
import { badRequest, conflict } from "../account/errors";
import { switchAutomaticBackupsOn } from "../file-systems/backup-policy";
import { addFileSystem } from "../file-systems/creating";
import { availableFileSystem } from "../file-systems/file-systems";
import type { FileSystem } from "../records/file-systems";
import type { Replication } from "../records/replications";
import { shownReplication } from "./replicating";
import { replicationOf } from "./replications";

type Request = Stored<DestinationToCreate>;

export const createReplicationConfiguration = write<"CreateReplicationConfiguration">((input, account) => {
  const { place, now } = account;
  const source = availableFileSystem(account, input.SourceFileSystemId);
  const [request, ...others] = input.Destinations;
  if (!request || others.length > 0) throw badRequest("Exactly one destination must be specified.");
  checkFree(account, source);
  const home = placeOfDestination(account, request);
  const there = account.at(home);
  const { FileSystemId } =
    request.FileSystemId === undefined
      ? newDestination(there, source, request)
      : existingDestination(there, source, request.FileSystemId);
  const replication: Replication = {
    SourceFileSystemId: source.FileSystemId,
    SourceFileSystemRegion: place.region,
    SourceFileSystemArn: source.FileSystemArn,
    OriginalSourceFileSystemArn: source.FileSystemArn,
    CreationTime: Math.floor(now / second) * second,
    SourceFileSystemOwnerId: place.accountId,
    Destinations: [
      {
        Status: "ENABLING",
        FileSystemId,
        Region: home.region,
        OwnerId: home.accountId,
        RoleArn: request.RoleArn,
      },
    ],
  };
  const begun = begin(account, replication);
  if (!samePlace(home, place)) begin(there, replication);
  return shownReplication(account, begun);
});

/** What an earlier replication of the same source left in error there, as only its other end was deleted, makes way. */
const begin = (account: EfsAccount, replication: Replication): Replication =>
  account.efs.replications.put({
    ...replication,
    next: account.inFlight("enable", account.duration("efsReplication", replication)),
  });

function checkFree(account: EfsAccount, { FileSystemId }: FileSystem): void {
  if (replicationOf(account, FileSystemId)) {
    throw badRequest(`File system '${FileSystemId}' is already part of a replication configuration.`);
  }
}

/** Where the destination is or will be: as its ARN, its Region or its zone says; else where the source is. */
function placeOfDestination({ place }: EfsAccount, request: Request): Place {
  const { FileSystemId, Region, AvailabilityZoneName, RoleArn } = request;
  if (FileSystemId === undefined && Region === undefined && AvailabilityZoneName === undefined) {
    throw badRequest("A destination must have a Region, an AvailabilityZoneName or a FileSystemId.");
  }
  const arn = FileSystemId === undefined ? undefined : parseArn(FileSystemId);
  const { accountId } = arn ?? place;
  if (accountId !== place.accountId && RoleArn === undefined) {
    throw badRequest("No RoleArn provided.  RoleArn is required for cross-account replication.");
  }
  const region = arn?.region ?? Region ?? AvailabilityZoneName?.slice(0, -1) ?? place.region;
  return { accountId, region };
}

/** A new file system to replicate to: encrypted, backed up automatically, and nobody's to write to. */
function newDestination(there: EfsAccount, source: FileSystem, request: Request): FileSystem {
  const { AvailabilityZoneName, KmsKeyId } = request;
  const destination = addFileSystem(there, {
    CreationToken: `destination-${there.ids.uuid()}`,
    PerformanceMode: AvailabilityZoneName === undefined ? source.PerformanceMode : "generalPurpose",
    Encrypted: true,
    KmsKeyId,
    AvailabilityZoneName,
    protection: "REPLICATING",
  });
  switchAutomaticBackupsOn(there, destination.FileSystemId);
  return destination;
}

function existingDestination(there: EfsAccount, source: FileSystem, idOrArn: string): FileSystem {
  const destination = availableFileSystem(there, idOrArn);
  const { FileSystemId, FileSystemProtection } = destination;
  if (FileSystemId === source.FileSystemId) throw badRequest("Source and destination must be different.");
  checkFree(there, destination);
  if (FileSystemProtection.ReplicationOverwriteProtection !== "DISABLED") {
    throw badRequest(
      `Replication overwrite protection of file system '${FileSystemId}' must be disabled before it can be a destination.`,
    );
  }
  if (source.Encrypted && !destination.Encrypted) {
    throw conflict(
      `Source file system '${source.FileSystemId}' is encrypted, and destination '${FileSystemId}' is not.`,
    );
  }
  return there.efs.fileSystems.update(FileSystemId, {
    FileSystemProtection: { ReplicationOverwriteProtection: "REPLICATING" },
  });
}
