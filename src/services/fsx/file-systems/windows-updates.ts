import type {
  SelfManagedActiveDirectoryAttributes,
  SelfManagedActiveDirectoryConfigurationUpdates,
  UpdateFileSystemWindowsConfiguration,
} from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { ActionType } from "../records/administrative-actions";
import type { FileSystem } from "../records/file-systems";
import { diskIops } from "./disk-iops";
import { refuseUnless } from "./rules";
import { checkGrowth, type PlanUpdate, type TargetValues } from "./update-plans";
import { auditLog, checkThroughput, maxIops } from "./windows";

type Asked = Stored<UpdateFileSystemWindowsConfiguration>;
type Settings = NonNullable<FileSystem["WindowsConfiguration"]>;

const maxCapacity = 65_536;
const minThroughputToGrow = 16;

function checkStorage(fileSystem: FileSystem, { StorageCapacity, StorageType }: TargetValues): void {
  const throughput = fileSystem.WindowsConfiguration?.ThroughputCapacity ?? 0;
  if (StorageCapacity !== undefined) {
    checkGrowth(fileSystem.StorageCapacity, StorageCapacity);
    refuseUnless(
      StorageCapacity <= maxCapacity,
      `Invalid storage capacity: ${StorageCapacity}. Must be at most ${maxCapacity}.`,
    );
    refuseUnless(
      throughput >= minThroughputToGrow,
      `The throughput capacity must be at least ${minThroughputToGrow} MB/s to increase the storage capacity.`,
    );
  }
  refuseUnless(
    StorageType === undefined || (fileSystem.StorageType === "HDD" && StorageType === "SSD"),
    "The storage type can be changed from HDD to SSD only.",
  );
}

/** The directory after an update, without the password, which is not kept. */
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

/** The IOPS after an update, if it changes them. They also follow the storage. */
function iops(fileSystem: FileSystem, asked: Asked, { StorageCapacity, StorageType }: TargetValues) {
  const before = fileSystem.WindowsConfiguration?.DiskIopsConfiguration;
  const type = StorageType ?? fileSystem.StorageType;
  if (type !== "SSD") {
    refuseUnless(
      asked.DiskIopsConfiguration === undefined,
      "DiskIopsConfiguration is supported for SSD storage only.",
    );
    return undefined;
  }
  const followsStorage =
    (StorageCapacity !== undefined && before?.Mode === "AUTOMATIC") || StorageType !== undefined;
  if (asked.DiskIopsConfiguration === undefined && !followsStorage) return undefined;
  const capacity = StorageCapacity ?? fileSystem.StorageCapacity ?? 0;
  return diskIops(asked.DiskIopsConfiguration, capacity, maxIops);
}

/** Plans the update of a file system of FSx for Windows File Server. */
export const planWindowsUpdate: PlanUpdate = (fileSystem, request, { place }) => {
  const { WindowsConfiguration: asked = {}, StorageCapacity, StorageType } = request;
  const before: Settings = fileSystem.WindowsConfiguration ?? {};
  const storage = { StorageCapacity, StorageType };
  checkStorage(fileSystem, storage);
  if (asked.ThroughputCapacity !== undefined) checkThroughput(asked.ThroughputCapacity);
  const directory = asked.SelfManagedActiveDirectoryConfiguration;
  const log = asked.AuditLogConfiguration;
  const WindowsConfiguration: Settings = {
    ThroughputCapacity: asked.ThroughputCapacity,
    SelfManagedActiveDirectoryConfiguration:
      directory && changedDirectory(before.SelfManagedActiveDirectoryConfiguration, directory),
    AuditLogConfiguration: log && auditLog(log, place, fileSystem.FileSystemId),
    DiskIopsConfiguration: iops(fileSystem, asked, storage),
    FsrmConfiguration: asked.FsrmConfiguration,
  };
  return {
    target: { ...storage, WindowsConfiguration },
    optimizations: optimizations(before, asked, storage),
  };
};

function optimizations(before: Settings, asked: Asked, storage: TargetValues): readonly ActionType[] {
  const types: ActionType[] = [];
  if (storage.StorageCapacity !== undefined) types.push("STORAGE_OPTIMIZATION");
  if (storage.StorageType !== undefined) types.push("STORAGE_TYPE_OPTIMIZATION");
  if ((asked.ThroughputCapacity ?? 0) > (before.ThroughputCapacity ?? 0)) {
    types.push("THROUGHPUT_OPTIMIZATION");
  }
  if (asked.DiskIopsConfiguration !== undefined) types.push("IOPS_OPTIMIZATION");
  return types;
}
