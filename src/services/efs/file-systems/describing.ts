import { type EpochMs, hour, minute, type Next } from "../../../core/time";
import { type EfsView, read } from "../account/account";
import { badRequest } from "../account/errors";
import { pageOf } from "../account/paging";
import type { FileSystem } from "../records/file-systems";
import { replicationOf } from "../replications/replications";
import { fileSystemWithId } from "./file-systems";

const firstMetering = 30 * minute;

/** When the size was last metered: first half an hour after creation, then every hour. */
function meteredAt({ CreationTime }: FileSystem, now: EpochMs): EpochMs | undefined {
  const first = CreationTime + firstMetering;
  return now < first ? undefined : first + Math.floor((now - first) / hour) * hour;
}

/** A file system as DescribeFileSystems shows it now. */
export function fileSystemDescription(account: EfsView, fileSystem: FileSystem) {
  const { FileSystemId, SizeInBytes } = fileSystem;
  return {
    ...fileSystem,
    NumberOfMountTargets: account.efs.mountTargets.by("fileSystem", FileSystemId).size,
    SizeInBytes: { Timestamp: meteredAt(fileSystem, account.now), ...SizeInBytes },
    next: nextChange(account, fileSystem),
  };
}

/**
 * The next step that changes the description. Steps of mount targets and of a replication count too, because they
 * change `NumberOfMountTargets` and `FileSystemProtection`.
 */
function nextChange(account: EfsView, { FileSystemId, next }: FileSystem): Next | undefined {
  if (next?.inFlight) return next;
  for (const target of account.efs.mountTargets.by("fileSystem", FileSystemId)) {
    if (target.next?.inFlight) return target.next;
  }
  const replication = replicationOf(account, FileSystemId);
  return replication?.Destinations[0].Status === "DELETING" ? replication.next : undefined;
}

export const describeFileSystems = read<"DescribeFileSystems">((input, account) => {
  const { FileSystemId, CreationToken, Marker, MaxItems } = input;
  const { fileSystems } = account.efs;
  if (FileSystemId !== undefined && CreationToken !== undefined) {
    throw badRequest("Request cannot contain both a file system ID and a creation token.");
  }
  if (FileSystemId !== undefined) {
    return { Marker, FileSystems: [fileSystemDescription(account, fileSystemWithId(account, FileSystemId))] };
  }
  const list = CreationToken === undefined ? fileSystems.all() : fileSystems.by("token", CreationToken);
  const { items, token } = pageOf(list, Marker, MaxItems);
  return {
    Marker,
    FileSystems: items.map(fileSystem => fileSystemDescription(account, fileSystem)),
    NextMarker: token,
  };
});
