import type {
  SelfManagedActiveDirectoryAttributes,
  SelfManagedActiveDirectoryConfigurationUpdates,
  UpdateFileSystemWindowsConfiguration,
} from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { ActionType } from "../records/administrative-actions";
import type { FileSystem } from "../records/file-systems";
import { type Change, changedSchedule, checkGrowth, given, isEmpty, type Revise } from "./changes";
import { diskIops } from "./disk-iops";
import { refuseUnless } from "./rules";
import { auditLog, checkThroughput, mostIops } from "./windows";

type Asked = Stored<UpdateFileSystemWindowsConfiguration>;
type Settings = NonNullable<FileSystem["WindowsConfiguration"]>;

const mostCapacity = 65_536;
const leastThroughputToGrow = 16;

function checkStorage(fileSystem: FileSystem, { StorageCapacity, StorageType }: Change): void {
  const throughput = fileSystem.WindowsConfiguration?.ThroughputCapacity ?? 0;
  if (StorageCapacity !== undefined) {
    checkGrowth(fileSystem.StorageCapacity, StorageCapacity);
    refuseUnless(
      StorageCapacity <= mostCapacity,
      `Invalid storage capacity: ${StorageCapacity}. Must be at most ${mostCapacity}.`,
    );
    refuseUnless(
      throughput >= leastThroughputToGrow,
      `The throughput capacity must be at least ${leastThroughputToGrow} MB/s to increase the storage capacity.`,
    );
  }
  refuseUnless(
    StorageType === undefined || (fileSystem.StorageType === "HDD" && StorageType === "SSD"),
    "The storage type can be changed from HDD to SSD only.",
  );
}

/** What stays secret is not kept. */
function changedDirectory(
  before: Stored<SelfManagedActiveDirectoryAttributes> | undefined,
  { Password: _secret, ...asked }: Stored<SelfManagedActiveDirectoryConfigurationUpdates>,
): Stored<SelfManagedActiveDirectoryAttributes> {
  refuseUnless(
    before !== undefined,
    "SelfManagedActiveDirectoryConfiguration can be updated for file systems joined to a self-managed Active Directory only.",
  );
  return { ...before, ...asked };
}

/** The IOPS that go with the storage as it will be. */
function iops(fileSystem: FileSystem, asked: Asked, { StorageCapacity, StorageType }: Change) {
  const before = fileSystem.WindowsConfiguration?.DiskIopsConfiguration;
  const type = StorageType ?? fileSystem.StorageType;
  if (type !== "SSD") {
    refuseUnless(
      asked.DiskIopsConfiguration === undefined,
      "DiskIopsConfiguration is supported for SSD storage only.",
    );
    return undefined;
  }
  const follows =
    (StorageCapacity !== undefined && before?.Mode === "AUTOMATIC") || StorageType !== undefined;
  if (asked.DiskIopsConfiguration === undefined && !follows) return undefined;
  const capacity = StorageCapacity ?? fileSystem.StorageCapacity ?? 0;
  return diskIops(asked.DiskIopsConfiguration, capacity, mostIops);
}

/** What an update does to a file system of FSx for Windows File Server. */
export const reviseWindows: Revise = (fileSystem, request, { ids, place }) => {
  const { WindowsConfiguration: asked = {} } = request;
  const before: Settings = fileSystem.WindowsConfiguration ?? {};
  const storage = given({ StorageCapacity: request.StorageCapacity, StorageType: request.StorageType });
  checkStorage(fileSystem, storage);
  if (asked.ThroughputCapacity !== undefined) checkThroughput(asked.ThroughputCapacity);
  const directory = asked.SelfManagedActiveDirectoryConfiguration;
  const log = asked.AuditLogConfiguration;
  const settings = given<Settings>({
    ThroughputCapacity: asked.ThroughputCapacity,
    SelfManagedActiveDirectoryConfiguration:
      directory && changedDirectory(before.SelfManagedActiveDirectoryConfiguration, directory),
    AuditLogConfiguration: log && auditLog(log, place, fileSystem.FileSystemId),
    DiskIopsConfiguration: iops(fileSystem, asked, storage),
    FsrmConfiguration: asked.FsrmConfiguration,
  });
  const schedule = changedSchedule(ids, before, asked, "shown");
  return {
    now: isEmpty(schedule) ? {} : { WindowsConfiguration: schedule },
    later: { ...storage, ...(!isEmpty(settings) && { WindowsConfiguration: settings }) },
    optimizations: optimizations(before, asked, storage),
  };
};

function optimizations(before: Settings, asked: Asked, storage: Change): readonly ActionType[] {
  const types: ActionType[] = [];
  if (storage.StorageCapacity !== undefined) types.push("STORAGE_OPTIMIZATION");
  if (storage.StorageType !== undefined) types.push("STORAGE_TYPE_OPTIMIZATION");
  if ((asked.ThroughputCapacity ?? 0) > (before.ThroughputCapacity ?? 0))
    types.push("THROUGHPUT_OPTIMIZATION");
  if (asked.DiskIopsConfiguration !== undefined) types.push("IOPS_OPTIMIZATION");
  return types;
}
