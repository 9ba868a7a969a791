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
  const fileSystem = once(account, "CreateFileSystem", input, account.fsx.fileSystems, () =>
    makeFileSystem(account, input),
  );
  return { FileSystem: shownFileSystem(account, fileSystem) };
});

/** Refuses a configuration block of another type. */
export function checkBlocks(type: FileSystemType, request: object, doing: string): void {
  const { block } = kinds[type];
  const foreign = blocks.find(name => name !== block && Reflect.get(request, name) !== undefined);
  // AWS also writes "a OPENZFS".
  if (foreign) throw badRequest(`${foreign} cannot be applied to ${doing} a ${type} file system.`);
}

/** Creates a file system, empty or from a backup. It becomes available later. */
export function makeFileSystem(account: FsxAccount, request: FileSystemRequest, backup?: Backup): FileSystem {
  const { fsx, place, now, ids } = account;
  const { FileSystemType: type } = request;
  const kind = kinds[type];
  checkBlocks(type, request, "create");
  if (type !== "LUSTRE" && request.FileSystemTypeVersion !== undefined) {
    throw badRequest(`FileSystemTypeVersion cannot be applied to create a ${type} file system.`);
  }
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
    ...kind.membersFor(request, account, FileSystemId, backup !== undefined),
    restoredFrom: backup?.BackupId,
  };
  checkLimits(account, fileSystem);
  const made = fsx.fileSystems.insert(fileSystem, {
    next: account.inFlight("becomeAvailable", account.duration("fsxFileSystem", fileSystem)),
  });
  kind.createDependents?.(made, request, account, backup);
  return made;
}

/** Ends the creation of a file system, successfully or not. */
export function becomeAvailable(fileSystem: FileSystem, account: FsxAccount): void {
  const { fileSystems } = account.fsx;
  const kind = kindOf(fileSystem);
  const Message = kind.failure?.(fileSystem, account);
  if (Message !== undefined) {
    fileSystems.change(fileSystem, { Lifecycle: "FAILED", FailureDetails: { Message }, next: undefined });
    return;
  }
  const available = fileSystems.change(fileSystem, { Lifecycle: "AVAILABLE", next: undefined }, draft =>
    kind.assignAddresses(draft, account),
  );
  planDailyBackups(account, available);
}
