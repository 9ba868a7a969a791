import type { CreateFileSystemRequest, UpdateFileSystemRequest } from "@aws-sdk/client-efs";
import { day, type EpochMs } from "../../../core/time";
import type { Stored } from "../../../core/world";
import { dateAt } from "../../../model";
import { type EfsView, write } from "../account/account";
import { badRequest, throughputLimitExceeded, tooManyRequests } from "../account/errors";
import { provisionedLimit } from "../account/quotas";
import type { FileSystem } from "../records/file-systems";
import { fileSystemDescription } from "./describing";
import { availableFileSystem } from "./file-systems";

/** The settings that determine the throughput of a file system. */
export type Throughput = Pick<
  Stored<CreateFileSystemRequest>,
  "ThroughputMode" | "ProvisionedThroughputInMibps" | "PerformanceMode"
>;

/** Refuses invalid combinations of settings. */
export function checkThroughput(account: EfsView, throughput: Throughput): void {
  const { ThroughputMode, ProvisionedThroughputInMibps: provisioned, PerformanceMode } = throughput;
  if (ThroughputMode === "elastic" && PerformanceMode === "maxIO") {
    throw badRequest("The throughput mode 'elastic' is not supported with the performance mode 'maxIO'.");
  }
  if (ThroughputMode === "provisioned" && provisioned === undefined) {
    throw badRequest("ProvisionedThroughputInMibps is required with the throughput mode 'provisioned'.");
  }
  if (ThroughputMode !== "provisioned" && provisioned !== undefined) {
    throw badRequest("ProvisionedThroughputInMibps is only valid with the throughput mode 'provisioned'.");
  }
  const limit = provisionedLimit(account.quota("efsProvisionedThroughput"), account.place.region);
  if (provisioned !== undefined && provisioned > limit) {
    throw throughputLimitExceeded(`The provisioned throughput limit is ${limit} MiB/s.`);
  }
}

export const updateFileSystem = write<"UpdateFileSystem">((input, account) => {
  const fileSystem = availableFileSystem(account, input.FileSystemId);
  const throughput = updatedThroughput(fileSystem, input);
  checkThroughput(account, { ...throughput, PerformanceMode: fileSystem.PerformanceMode });
  checkArchive(fileSystem, throughput);
  const isLimited = isLimitedChange(fileSystem, throughput);
  if (isLimited) checkLastChange(fileSystem, account.now);
  const updated = account.efs.fileSystems.update(fileSystem.FileSystemId, {
    ...throughput,
    throughputChangedAt: isLimited ? account.now : fileSystem.throughputChangedAt,
    LifeCycleState: "updating",
    next: account.inFlight("becomeAvailable", account.duration("efsFileSystemUpdate", fileSystem)),
  });
  return fileSystemDescription(account, updated);
});

/** Only elastic throughput reads the Archive storage class. */
function checkArchive({ SizeInBytes, FileSystemId }: FileSystem, { ThroughputMode }: Throughput): void {
  if (ThroughputMode === "elastic" || (SizeInBytes.ValueInArchive ?? 0) === 0) return;
  throw badRequest(
    `The throughput mode of file system '${FileSystemId}' must be 'elastic' because it has data in the Archive storage class.`,
  );
}

function updatedThroughput(
  fileSystem: FileSystem,
  { ThroughputMode, ProvisionedThroughputInMibps: provisioned }: Stored<UpdateFileSystemRequest>,
): Throughput {
  if (ThroughputMode === undefined && provisioned === undefined) {
    throw badRequest("Either ThroughputMode or ProvisionedThroughputInMibps must be specified.");
  }
  const mode = ThroughputMode ?? fileSystem.ThroughputMode;
  const kept = mode === fileSystem.ThroughputMode ? fileSystem.ProvisionedThroughputInMibps : undefined;
  return { ThroughputMode: mode, ProvisionedThroughputInMibps: provisioned ?? kept };
}

/** Changes of the mode and decreases are limited to one a day. Increases are always allowed. */
const isLimitedChange = (before: FileSystem, after: Throughput): boolean =>
  after.ThroughputMode !== before.ThroughputMode ||
  (after.ProvisionedThroughputInMibps ?? 0) < (before.ProvisionedThroughputInMibps ?? 0);

function checkLastChange({ throughputChangedAt }: FileSystem, now: EpochMs): void {
  if (throughputChangedAt === undefined || now >= throughputChangedAt + day) return;
  const until = dateAt(throughputChangedAt + day)
    .toISOString()
    .replace(/\.\d+Z$/, "Z");
  throw tooManyRequests(
    `You have reached the maximum number of throughput mode changes or provisioned throughput value decreases. Wait until ${until} UTC and try again.`,
  );
}
