import type {
  SelfManagedActiveDirectoryAttributes,
  SelfManagedActiveDirectoryConfigurationUpdates,
  UpdateFileSystemWindowsConfiguration,
} from "@aws-sdk/client-fsx";
import type { Place } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import type { FsxView } from "../account/account";
import { areEqual } from "../account/equality";
import { checkCredentials } from "../external-resources/active-directories";
import type { ActionType } from "../records/administrative-actions";
import type { FileSystem } from "../records/file-systems";
import { changedIops, minIops } from "./disk-iops";
import { refuseStorageUnless, refuseUnless } from "./rules";
import { checkGrowth, type PlanUpdate, type TargetValues } from "./update-plans";
import { checkThroughput, maxIops } from "./windows";
import { auditLog, checkAuditThroughput, checkFsrm } from "./windows-auditing";

type Asked = Stored<UpdateFileSystemWindowsConfiguration>;
type Settings = NonNullable<FileSystem["WindowsConfiguration"]>;

const maxCapacity = 65_536;
const minThroughputToGrow = 16;

function checkStorage(
  fileSystem: FileSystem,
  asked: Asked,
  { StorageCapacity, StorageType }: TargetValues,
): void {
  if (StorageCapacity !== undefined) {
    checkGrowth(fileSystem.StorageCapacity, StorageCapacity);
    refuseStorageUnless(
      StorageCapacity <= maxCapacity,
      `Storage capacity must be at most ${maxCapacity} GiB.`,
    );
    const present = fileSystem.WindowsConfiguration?.ThroughputCapacity ?? 0;
    refuseStorageUnless(
      Math.min(present, asked.ThroughputCapacity ?? present) >= minThroughputToGrow,
      `Updating storage capacity requires your file system to have at least ${minThroughputToGrow} MB/s of throughput capacity.`,
    );
  }
  refuseUnless(
    StorageType === undefined || (fileSystem.StorageType === "HDD" && StorageType === "SSD"),
    "The storage type can be changed from HDD to SSD only.",
  );
}

/** Refuses to lower the throughput below what storage that is being increased needs. */
function checkThroughputDuringGrowth({ fsx }: FsxView, id: string, throughput: number): void {
  const grows = [...fsx.administrativeActions.by("underWay", id)].some(
    ({ TargetFileSystemValues: target }) => target?.StorageCapacity !== undefined,
  );
  refuseUnless(
    throughput >= minThroughputToGrow || !grows,
    `The throughput capacity cannot be lower than ${minThroughputToGrow} MB/s while the storage capacity is being increased.`,
  );
}

/** The directory after an update, without the password, which is not kept. */
function changedDirectory(
  before: Stored<SelfManagedActiveDirectoryAttributes> | undefined,
  { Password, ...asked }: Stored<SelfManagedActiveDirectoryConfigurationUpdates>,
): Stored<SelfManagedActiveDirectoryAttributes> {
  checkCredentials({ Password, ...asked });
  refuseUnless(
    asked.FileSystemAdministratorsGroup === undefined,
    "FileSystemAdministratorsGroup cannot be updated for WINDOWS file systems.",
  );
  refuseUnless(
    before !== undefined,
    "SelfManagedActiveDirectoryConfiguration can be updated for file systems joined to a self-managed Active Directory only.",
  );
  return { ...before, ...asked };
}

/** The IOPS after an update, if it changes them. They follow the storage, also if a user provisioned too few for it. */
function iops(
  fileSystem: FileSystem,
  asked: Asked,
  { StorageCapacity, StorageType }: TargetValues,
  place: Place,
) {
  const before = fileSystem.WindowsConfiguration?.DiskIopsConfiguration;
  const type = StorageType ?? fileSystem.StorageType;
  if (type !== "SSD") {
    refuseUnless(
      asked.DiskIopsConfiguration === undefined,
      "DiskIopsConfiguration is supported for SSD storage only.",
    );
    return undefined;
  }
  const capacity = StorageCapacity ?? fileSystem.StorageCapacity ?? 0;
  const max = maxIops(capacity, place);
  const isAutomatic = StorageType === "SSD" || (before?.Iops ?? 0) < minIops(capacity, max);
  const wanted = asked.DiskIopsConfiguration ?? (isAutomatic ? { Mode: "AUTOMATIC" as const } : undefined);
  return changedIops(before, wanted, { before: fileSystem.StorageCapacity, after: StorageCapacity }, max);
}

/** Plans the update of a file system of FSx for Windows File Server. */
export const planWindowsUpdate: PlanUpdate = (fileSystem, request, account) => {
  const { place } = account;
  const { WindowsConfiguration: asked = {}, StorageCapacity, StorageType } = request;
  const before: Settings = fileSystem.WindowsConfiguration ?? {};
  const storage = { StorageCapacity, StorageType };
  checkStorage(fileSystem, asked, storage);
  if (asked.ThroughputCapacity !== undefined) {
    checkThroughput(asked.ThroughputCapacity, place);
    checkThroughputDuringGrowth(account, fileSystem.FileSystemId, asked.ThroughputCapacity);
  }
  if (asked.FsrmConfiguration) checkFsrm(asked.FsrmConfiguration, place);
  const directory = asked.SelfManagedActiveDirectoryConfiguration;
  const log = asked.AuditLogConfiguration;
  const changedLog = log && auditLog(log, place, fileSystem.FileSystemId);
  checkAuditThroughput(
    changedLog ?? before.AuditLogConfiguration,
    asked.ThroughputCapacity ?? before.ThroughputCapacity,
  );
  const WindowsConfiguration: Settings = {
    ThroughputCapacity: asked.ThroughputCapacity,
    SelfManagedActiveDirectoryConfiguration:
      directory && changedDirectory(before.SelfManagedActiveDirectoryConfiguration, directory),
    AuditLogConfiguration: changedLog,
    DiskIopsConfiguration: iops(fileSystem, asked, storage, place),
    FsrmConfiguration: asked.FsrmConfiguration,
  };
  const changesIops =
    asked.DiskIopsConfiguration !== undefined &&
    !areEqual(WindowsConfiguration.DiskIopsConfiguration, before.DiskIopsConfiguration);
  return {
    target: { ...storage, WindowsConfiguration },
    optimizations: optimizations(before, asked, storage, changesIops),
  };
};

function optimizations(
  before: Settings,
  asked: Asked,
  storage: TargetValues,
  changesIops: boolean,
): readonly ActionType[] {
  const types: ActionType[] = [];
  if (storage.StorageCapacity !== undefined) types.push("STORAGE_OPTIMIZATION");
  if (storage.StorageType !== undefined) types.push("STORAGE_TYPE_OPTIMIZATION");
  if ((asked.ThroughputCapacity ?? 0) > (before.ThroughputCapacity ?? 0)) {
    types.push("THROUGHPUT_OPTIMIZATION");
  }
  if (changesIops) types.push("IOPS_OPTIMIZATION");
  return types;
}
