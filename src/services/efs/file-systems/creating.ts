import type { CreateFileSystemRequest } from "@aws-sdk/client-efs";
import { second } from "../../../core/time";
import type { Stored } from "../../../core/world";
import { type EfsAccount, type EfsView, write } from "../account/account";
import { badRequest, fileSystemAlreadyExists, fileSystemLimitExceeded } from "../account/errors";
import { keyArn } from "../account/kms-keys";
import { checkToken } from "../account/tokens";
import { offeredZone } from "../mount-targets/subnets";
import type { FileSystem } from "../records/file-systems";
import { checkTags, tagged } from "../tags/tags";
import { enableAutomaticBackups } from "./backup-policy";
import { fileSystemDescription } from "./describing";
import { fileSystemArn, fileSystemWithId } from "./file-systems";
import { checkThroughput } from "./throughput";

/** A request for a new file system, from a caller, a replication or a restore job. */
export interface FileSystemRequest extends Stored<CreateFileSystemRequest> {
  readonly CreationToken: string;
  readonly protection?: FileSystem["FileSystemProtection"]["ReplicationOverwriteProtection"];
}

export const createFileSystem = write<"CreateFileSystem">((input, account) => {
  const { efs, ids } = account;
  const { CreationToken = ids.uuid(), Backup, AvailabilityZoneName, Tags = [] } = input;
  const [taken] = efs.fileSystems.by("token", CreationToken);
  if (taken) {
    throw fileSystemAlreadyExists(
      `File system '${taken.FileSystemId}' already exists with creation token '${CreationToken}'`,
      { FileSystemId: taken.FileSystemId },
    );
  }
  checkToken("CreationToken", CreationToken);
  checkTags(account, [], Tags);
  const { FileSystemId } = addFileSystem(account, { ...input, CreationToken });
  if (Backup ?? AvailabilityZoneName !== undefined) enableAutomaticBackups(account, FileSystemId);
  return fileSystemDescription(account, fileSystemWithId(account, FileSystemId));
});

/** Adds a file system that is `creating`; a step makes it `available`. */
export function addFileSystem(account: EfsAccount, request: FileSystemRequest): FileSystem {
  const { efs, place, now, ids } = account;
  const { AvailabilityZoneName, KmsKeyId, PerformanceMode = "generalPurpose" } = request;
  const { ThroughputMode = "bursting", ProvisionedThroughputInMibps, Encrypted = false } = request;
  checkThroughput(account, { ThroughputMode, ProvisionedThroughputInMibps, PerformanceMode });
  checkRequest(account, request);
  const FileSystemId = `fs-${ids.hex(17)}`;
  const fileSystem: FileSystem = {
    OwnerId: place.accountId,
    CreationToken: request.CreationToken,
    FileSystemId,
    FileSystemArn: fileSystemArn(place, FileSystemId),
    CreationTime: Math.floor(now / second) * second,
    LifeCycleState: "creating",
    SizeInBytes: { Value: 0, ValueInIA: 0, ValueInStandard: 0 },
    PerformanceMode,
    Encrypted,
    KmsKeyId: Encrypted ? keyArn(place, KmsKeyId) : undefined,
    ThroughputMode,
    ProvisionedThroughputInMibps,
    ...(AvailabilityZoneName !== undefined && offeredZone(account, AvailabilityZoneName)),
    ...tagged(request.Tags ?? []),
    FileSystemProtection: { ReplicationOverwriteProtection: request.protection ?? "ENABLED" },
    lifecyclePolicies: [],
  };
  return efs.fileSystems.insert({
    ...fileSystem,
    next: account.inFlight("becomeAvailable", account.duration("efsFileSystem", fileSystem)),
  });
}

function checkRequest(account: EfsView, request: FileSystemRequest): void {
  if (request.AvailabilityZoneName !== undefined && request.PerformanceMode === "maxIO") {
    throw badRequest("The performance mode 'maxIO' is not supported on One Zone file systems.");
  }
  if (request.KmsKeyId !== undefined && request.Encrypted !== true) {
    throw badRequest("KmsKeyId is only valid when Encrypted is true.");
  }
  const limit = account.quota("efsFileSystems");
  if (account.efs.fileSystems.size >= limit) {
    throw fileSystemLimitExceeded(`You have reached the maximum number of file systems (${limit}).`);
  }
}
