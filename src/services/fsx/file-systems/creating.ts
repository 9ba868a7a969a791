import { arn } from "../../../core/basics";
import { type FsxAccount, write } from "../account/account";
import { badRequest, missingFileSystemConfiguration } from "../account/errors";
import { once } from "../account/idempotency";
import { planDailyBackups } from "../backups/automatic-backups";
import type { Backup } from "../records/backups";
import type { FileSystem, FileSystemType } from "../records/file-systems";
import { newTags } from "../tags/tags";
import { shownFileSystem } from "./file-systems";
import { blocks, type FileSystemRequest } from "./kind";
import { kindOf, kinds } from "./kinds";
import { checkLimits } from "./limits";
import { vpcOf } from "./network";

export const createFileSystem = write<"CreateFileSystem">((input, account) => {
  const fileSystem = once(account, "CreateFileSystem", input, {
    act: () => makeFileSystem(account, input),
    nameOf: made => made.FileSystemId,
    find: id => account.fsx.fileSystems.get(id),
  });
  return { FileSystem: shownFileSystem(account, fileSystem) };
});

/** Refuses a configuration that belongs to another type, and asks for the type's own. */
export function checkBlocks(type: FileSystemType, request: object, doing: string): void {
  const { block } = kinds[type];
  const foreign = blocks.find(name => name !== block && Reflect.get(request, name) !== undefined);
  // "a OPENZFS", as AWS itself writes.
  if (foreign) throw badRequest(`${foreign} cannot be applied to ${doing} a ${type} file system.`);
}

/** Makes a file system that will be available by itself, empty or from a backup. */
export function makeFileSystem(account: FsxAccount, request: FileSystemRequest, backup?: Backup): FileSystem {
  const { fsx, place, now, ids } = account;
  const { FileSystemType: type } = request;
  const kind = kinds[type];
  checkBlocks(type, request, "create");
  if (request[kind.block] === undefined && !kind.hasDefaultBlock) {
    throw missingFileSystemConfiguration(`${kind.block} is required to create a ${type} file system.`);
  }
  const FileSystemId = `fs-${ids.hex(17)}`;
  const fileSystem: FileSystem = {
    OwnerId: place.accountId,
    CreationTime: now,
    FileSystemId,
    FileSystemType: type,
    Lifecycle: "CREATING",
    VpcId: vpcOf(account, request),
    SubnetIds: request.SubnetIds,
    ResourceARN: arn("fsx", place, `file-system/${FileSystemId}`),
    Tags: newTags(request.Tags),
    ...kind.design(request, account, FileSystemId, backup !== undefined),
    restoredFrom: backup?.BackupId,
  };
  checkLimits(account, fileSystem);
  const made = fsx.fileSystems.insert({
    ...fileSystem,
    next: account.inFlight("becomeAvailable", account.duration("fsxFileSystem", fileSystem)),
  });
  kind.furnish?.(made, request, account, backup);
  return made;
}

/** Ends the creation of a file system, one way or the other. */
export function becomeAvailable(fileSystem: FileSystem, account: FsxAccount): void {
  const Message = kindOf(fileSystem).failure?.(fileSystem, account);
  if (Message !== undefined) {
    const failed = { Lifecycle: "FAILED", FailureDetails: { Message }, next: undefined } as const;
    account.fsx.fileSystems.replace({ ...fileSystem, ...failed });
    return;
  }
  const available = account.fsx.fileSystems.replace({
    ...fileSystem,
    ...kindOf(fileSystem).addresses(fileSystem, account),
    Lifecycle: "AVAILABLE",
    next: undefined,
  });
  planDailyBackups(account, available);
}
