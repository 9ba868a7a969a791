import type { CreateFileSystemFromBackupCommandInput } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { FileSystem } from "../records/file-systems";
import { type CommonSettings, settingsOf } from "./file-systems";
import type { FileSystemRequest } from "./kind";

/** The settings in a restore request. All others come from the file system that was backed up. */
export type RestoreRequest = Omit<
  Stored<CreateFileSystemFromBackupCommandInput>,
  "ClientRequestToken" | "BackupId"
>;

/** The schedule of daily backups and maintenance before the backup; the request may override it. */
function schedule(source: FileSystem, asked: CommonSettings = {}) {
  const {
    AutomaticBackupRetentionDays = 0,
    DailyAutomaticBackupStartTime,
    WeeklyMaintenanceStartTime,
  } = settingsOf(source);
  const days = asked.AutomaticBackupRetentionDays ?? AutomaticBackupRetentionDays;
  return {
    WeeklyMaintenanceStartTime,
    AutomaticBackupRetentionDays,
    DailyAutomaticBackupStartTime: days > 0 ? DailyAutomaticBackupStartTime : undefined,
  };
}

/** A default log stream is named after its file system, so the new file system gets a stream of its own. */
const ownDestination = (source: FileSystem, destination: string | undefined): string | undefined =>
  destination?.endsWith(source.FileSystemId) ? undefined : destination;

const iops = (settings: { readonly DiskIopsConfiguration?: FileSystemIops } | undefined) =>
  settings?.DiskIopsConfiguration?.Mode === "USER_PROVISIONED" ? settings.DiskIopsConfiguration : undefined;

/** Whether the storage is Intelligent-Tiering, which has no fixed capacity. */
const isTiering = (storage: Storage): boolean => storage === "INTELLIGENT_TIERING";

type Storage = FileSystem["StorageType"];
type FileSystemIops = NonNullable<FileSystem["WindowsConfiguration"]>["DiskIopsConfiguration"];

/** The directory that a Windows file system joins: the one before the backup, unless the request names another. */
function directory(
  { WindowsConfiguration: settings }: FileSystem,
  asked: FileSystemRequest["WindowsConfiguration"],
) {
  if (asked?.ActiveDirectoryId !== undefined || asked?.SelfManagedActiveDirectoryConfiguration) return {};
  const own = settings?.SelfManagedActiveDirectoryConfiguration;
  if (!own) return { ActiveDirectoryId: settings?.ActiveDirectoryId };
  const { DomainName = "", DnsIps = [], ...rest } = own;
  return { SelfManagedActiveDirectoryConfiguration: { ...rest, DomainName, DnsIps } };
}

function windowsBlock(
  source: FileSystem,
  asked: FileSystemRequest["WindowsConfiguration"],
  storage: Storage,
) {
  const settings = source.WindowsConfiguration;
  const log = settings?.AuditLogConfiguration;
  return {
    ...schedule(source, asked),
    ...directory(source, asked),
    DeploymentType: settings?.DeploymentType,
    ThroughputCapacity: settings?.ThroughputCapacity ?? 0,
    CopyTagsToBackups: settings?.CopyTagsToBackups,
    AuditLogConfiguration: log && {
      ...log,
      AuditLogDestination: ownDestination(source, log.AuditLogDestination),
    },
    DiskIopsConfiguration: storage === "SSD" ? iops(settings) : undefined,
    FsrmConfiguration: settings?.FsrmConfiguration,
    ...asked,
  };
}

function lustreBlock(source: FileSystem, asked: FileSystemRequest["LustreConfiguration"], storage: Storage) {
  const settings = source.LustreConfiguration;
  const log = settings?.LogConfiguration;
  const metadata = settings?.MetadataConfiguration;
  return {
    ...schedule(source, asked),
    DeploymentType: settings?.DeploymentType,
    ...(isTiering(storage)
      ? {
          ThroughputCapacity: settings?.ThroughputCapacity,
          DataReadCacheConfiguration: settings?.DataReadCacheConfiguration,
        }
      : { PerUnitStorageThroughput: settings?.PerUnitStorageThroughput }),
    DriveCacheType: settings?.DriveCacheType,
    DataCompressionType: settings?.DataCompressionType,
    CopyTagsToBackups: settings?.CopyTagsToBackups,
    EfaEnabled: settings?.EfaEnabled,
    LogConfiguration: log && { ...log, Destination: ownDestination(source, log.Destination) },
    RootSquashConfiguration: settings?.RootSquashConfiguration,
    MetadataConfiguration: metadata?.Mode === "AUTOMATIC" ? { Mode: metadata.Mode } : metadata,
    ...asked,
  };
}

function openZfsBlock(
  source: FileSystem,
  asked: FileSystemRequest["OpenZFSConfiguration"],
  storage: Storage,
) {
  const settings = source.OpenZFSConfiguration;
  return {
    ...schedule(source, asked),
    DeploymentType: settings?.DeploymentType ?? "SINGLE_AZ_1",
    ThroughputCapacity: settings?.ThroughputCapacity ?? 0,
    CopyTagsToBackups: settings?.CopyTagsToBackups,
    CopyTagsToVolumes: settings?.CopyTagsToVolumes,
    ...(isTiering(storage)
      ? { ReadCacheConfiguration: settings?.ReadCacheConfiguration }
      : { DiskIopsConfiguration: iops(settings) }),
    ...asked,
  };
}

/** A request for a file system with the settings of the one that was backed up, overridden by a restore request. */
export function inherited(source: FileSystem, request: RestoreRequest): FileSystemRequest {
  const { FileSystemType, StorageCapacity, FileSystemTypeVersion, NetworkType } = source;
  const StorageType = request.StorageType ?? (FileSystemType === "WINDOWS" ? "SSD" : source.StorageType);
  return {
    ...request,
    FileSystemType,
    StorageCapacity: request.StorageCapacity ?? (isTiering(StorageType) ? undefined : StorageCapacity),
    StorageType,
    FileSystemTypeVersion: request.FileSystemTypeVersion ?? FileSystemTypeVersion,
    NetworkType: request.NetworkType ?? NetworkType,
    ...(FileSystemType === "WINDOWS" && {
      WindowsConfiguration: windowsBlock(source, request.WindowsConfiguration, StorageType),
    }),
    ...(FileSystemType === "LUSTRE" && {
      LustreConfiguration: lustreBlock(source, request.LustreConfiguration, StorageType),
    }),
    ...(FileSystemType === "OPENZFS" && {
      OpenZFSConfiguration: openZfsBlock(source, request.OpenZFSConfiguration, StorageType),
    }),
  };
}
