import type { FileSystemDescription } from "@aws-sdk/client-efs";
import type { Next } from "../../../core/next";
import { arn, type Place } from "../../../core/place";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table";
import { type EpochMs, hour, minute } from "../../../core/time";
import { type EfsView, read } from "../account";
import { badRequest, fileSystemNotFound, incorrectFileSystemState } from "../errors";
import { pageOf } from "../paging";
import type { Tag } from "../tags";

/** A file system in AWS's own words. How many mount targets it has is counted, not kept. */
export interface FileSystem extends Omit<Stored<FileSystemDescription>, "NumberOfMountTargets"> {
  readonly FileSystemArn: string;
  readonly Tags: readonly Tag[];
  readonly next?: Next | undefined;
}

export const fileSystems = table<FileSystem>(fileSystem => fileSystem.FileSystemId)
  .by("token", fileSystem => fileSystem.CreationToken)
  .alias(fileSystem => [fileSystem.FileSystemArn]);

export const fileSystemArn = (place: Place, id: string): string =>
  arn("elasticfilesystem", place, `file-system/${id}`);

const arnPrefix = /^arn:.*:file-system\//;

/** The file system of an id or ARN. */
export function fileSystemWithId({ efs }: EfsView, idOrArn: string): FileSystem {
  const id = idOrArn.replace(arnPrefix, "");
  const fileSystem = efs.fileSystems.get(id);
  if (!fileSystem || (id !== idOrArn && fileSystem.FileSystemArn !== idOrArn)) {
    throw fileSystemNotFound(`File system '${id}' does not exist.`);
  }
  return fileSystem;
}

/** The same where the service insists on its being available. */
export function availableFileSystem(account: EfsView, idOrArn: string): FileSystem {
  const fileSystem = fileSystemWithId(account, idOrArn);
  if (fileSystem.LifeCycleState !== "available") {
    throw incorrectFileSystemState(
      `File system '${fileSystem.FileSystemId}' is in the lifecycle state '${fileSystem.LifeCycleState}'; it must be 'available'.`,
    );
  }
  return fileSystem;
}

const firstMetering = 30 * minute;

/** When the size of a file system was last determined: half an hour after its creation, then every hour. */
function meteredAt({ CreationTime }: FileSystem, now: EpochMs): EpochMs | undefined {
  const first = CreationTime + firstMetering;
  return now < first ? undefined : first + Math.floor((now - first) / hour) * hour;
}

/** A file system as the service shows it at this moment. */
export const shown = (account: EfsView, fileSystem: FileSystem) => ({
  ...fileSystem,
  NumberOfMountTargets: 0,
  SizeInBytes: { Timestamp: meteredAt(fileSystem, account.now), ...fileSystem.SizeInBytes },
});

export const describeFileSystems = read<"DescribeFileSystems">((input, account) => {
  const { FileSystemId, CreationToken, Marker, MaxItems } = input;
  const { fileSystems } = account.efs;
  if (FileSystemId !== undefined && CreationToken !== undefined) {
    throw badRequest("Request cannot contain both a file system ID and a creation token.");
  }
  if (FileSystemId !== undefined) {
    return { Marker, FileSystems: [shown(account, fileSystemWithId(account, FileSystemId))] };
  }
  const list = CreationToken === undefined ? fileSystems.all() : fileSystems.by("token", CreationToken);
  const { items, token } = pageOf(list, Marker, MaxItems);
  return {
    Marker,
    FileSystems: items.map(fileSystem => shown(account, fileSystem)),
    NextMarker: token,
  };
});
