import type { DestinationToCreate } from "@aws-sdk/client-efs";
import { isKnownRegion, type Place, parseArn, samePartition, samePlace } from "../../../core/basics";
import { second } from "../../../core/time";
import type { Stored } from "../../../core/world";
import { type EfsAccount, write } from "../account/account";
import { badReplicationRequest as badRequest, conflict } from "../account/errors";
import { enableAutomaticBackups } from "../file-systems/backup-policy";
import { addFileSystem } from "../file-systems/creating";
import { availableFileSystem } from "../file-systems/file-systems";
import type { FileSystem } from "../records/file-systems";
import type { Replication } from "../records/replications";
import { replicationDescription } from "./describing";
import { replicationOf } from "./replications";

type Request = Stored<DestinationToCreate>;

export const createReplicationConfiguration = write<"CreateReplicationConfiguration">((input, account) => {
  const { place, now } = account;
  const source = availableFileSystem(account, input.SourceFileSystemId);
  const [request, ...others] = input.Destinations;
  if (!request || others.length > 0) throw badRequest("Exactly one destination must be specified.");
  checkNotReplicated(account, source);
  const target = placeOfDestination(account, request);
  const targetAccount = account.at(target);
  const { FileSystemId } =
    request.FileSystemId === undefined
      ? newDestination(targetAccount, source, request)
      : existingDestination(targetAccount, source, request.FileSystemId);
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
        Region: target.region,
        OwnerId: target.accountId,
        RoleArn: request.RoleArn,
      },
    ],
  };
  const begun = begin(account, replication);
  if (!samePlace(target, place)) begin(targetAccount, replication);
  return replicationDescription(account, begun);
});

/** Overwrites an earlier replication of the same source that is in `ERROR` because its other side was deleted. */
const begin = (account: EfsAccount, replication: Replication): Replication =>
  account.efs.replications.put({
    ...replication,
    next: account.inFlight("enable", account.duration("efsReplication", replication)),
  });

function checkNotReplicated(account: EfsAccount, { FileSystemId }: FileSystem): void {
  if (replicationOf(account, FileSystemId)) {
    throw badRequest(`File system '${FileSystemId}' is already part of a replication configuration.`);
  }
}

/** Refuses a destination that names an existing file system and settings of a new one, or two places. */
function checkDestination({ FileSystemId, AvailabilityZoneName, KmsKeyId, Region }: Request): void {
  if (FileSystemId === undefined && Region === undefined && AvailabilityZoneName === undefined) {
    throw badRequest("A destination must have a Region, an AvailabilityZoneName or a FileSystemId.");
  }
  if (FileSystemId !== undefined && (AvailabilityZoneName !== undefined || KmsKeyId !== undefined)) {
    throw badRequest(
      "AvailabilityZoneName and KmsKeyId are only valid for a new destination, and cannot be combined with a FileSystemId.",
    );
  }
  const { region = Region } = parseArn(FileSystemId ?? "") ?? {};
  if (Region !== undefined && region !== Region) {
    throw badRequest(`The file system '${FileSystemId}' is not in the Region '${Region}'.`);
  }
}

/** The place of the destination, by its ARN, Region or zone. Defaults to the place of the source. */
function placeOfDestination({ place }: EfsAccount, request: Request): Place {
  const { FileSystemId, Region, AvailabilityZoneName, RoleArn } = request;
  checkDestination(request);
  const arn = FileSystemId === undefined ? undefined : parseArn(FileSystemId);
  const { accountId } = arn ?? place;
  if (accountId !== place.accountId && RoleArn === undefined) {
    throw badRequest("No RoleArn provided.  RoleArn is required for cross-account replication.");
  }
  const region = arn?.region ?? Region ?? AvailabilityZoneName?.slice(0, -1) ?? place.region;
  checkRegion(place, region);
  return { accountId, region };
}

/** Refuses a Region that does not exist or is of another partition. */
function checkRegion({ region: home }: Place, region: string): void {
  if (region === home || (isKnownRegion(region) && samePartition(region, home))) return;
  throw badRequest(`The Region '${region}' is not a valid replication destination.`);
}

/** Creates the destination: encrypted, backed up automatically, and read-only while it is replicated to. */
function newDestination(targetAccount: EfsAccount, source: FileSystem, request: Request): FileSystem {
  const { AvailabilityZoneName, KmsKeyId } = request;
  const destination = addFileSystem(targetAccount, {
    CreationToken: `destination-${targetAccount.ids.uuid()}`,
    PerformanceMode: AvailabilityZoneName === undefined ? source.PerformanceMode : "generalPurpose",
    Encrypted: true,
    KmsKeyId,
    AvailabilityZoneName,
    protection: "REPLICATING",
  });
  enableAutomaticBackups(targetAccount, destination.FileSystemId);
  return destination;
}

function existingDestination(targetAccount: EfsAccount, source: FileSystem, idOrArn: string): FileSystem {
  const destination = availableFileSystem(targetAccount, idOrArn);
  const { FileSystemId, FileSystemProtection } = destination;
  if (FileSystemId === source.FileSystemId) throw badRequest("Source and destination must be different.");
  checkNotReplicated(targetAccount, destination);
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
  return targetAccount.efs.fileSystems.update(FileSystemId, {
    FileSystemProtection: { ReplicationOverwriteProtection: "REPLICATING" },
  });
}
