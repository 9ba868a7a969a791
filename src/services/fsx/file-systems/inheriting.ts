import type { CreateFileSystemFromBackupCommandInput } from "@aws-sdk/client-fsx";
import type { Place } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import type { FileSystem } from "../records/file-systems";
import { type CommonSettings, settingsOf } from "./file-systems";
import type { FileSystemRequest } from "./kind";
import { inheritedLogDestination } from "./log-destinations";
import { askedReadCache } from "./read-cache";

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
  place: Place,
) {
  const settings = source.WindowsConfiguration;
  const log = settings?.AuditLogConfiguration;
  const fsrm = settings?.FsrmConfiguration;
  return {
    ...schedule(source, asked),
    ...directory(source, asked),
    DeploymentType: settings?.DeploymentType,
    ThroughputCapacity: settings?.ThroughputCapacity ?? 0,
    CopyTagsToBackups: settings?.CopyTagsToBackups,
    AuditLogConfiguration: log && {
      ...log,
      AuditLogDestination: inheritedLogDestination(log.AuditLogDestination, source.FileSystemId, place),
    },
    DiskIopsConfiguration: storage === "SSD" ? iops(settings) : undefined,
    FsrmConfiguration: fsrm && {
      ...fsrm,
      EventLogDestination: inheritedLogDestination(fsrm.EventLogDestination, source.FileSystemId, place),
    },
    ...asked,
  };
}

function lustreBlock(
  source: FileSystem,
  asked: FileSystemRequest["LustreConfiguration"],
  storage: Storage,
  place: Place,
) {
  const settings = source.LustreConfiguration;
  const log = settings?.LogConfiguration;
  const metadata = settings?.MetadataConfiguration;
  return {
    ...schedule(source, asked),
    DeploymentType: settings?.DeploymentType,
    ...(isTiering(storage)
      ? {
          ThroughputCapacity: settings?.ThroughputCapacity,
          DataReadCacheConfiguration: askedReadCache(settings?.DataReadCacheConfiguration),
        }
      : { PerUnitStorageThroughput: settings?.PerUnitStorageThroughput }),
    DriveCacheType: settings?.DriveCacheType,
    DataCompressionType: settings?.DataCompressionType,
    CopyTagsToBackups: settings?.CopyTagsToBackups,
    EfaEnabled: settings?.EfaEnabled,
    LogConfiguration: log && {
      ...log,
      Destination: inheritedLogDestination(log.Destination, source.FileSystemId, place),
    },
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
      ? { ReadCacheConfiguration: askedReadCache(settings?.ReadCacheConfiguration) }
      : { DiskIopsConfiguration: iops(settings) }),
    ...asked,
  };
}

/** A request for a file system with the settings of the one that was backed up, overridden by a restore request. */
export function inherited(source: FileSystem, request: RestoreRequest, place: Place): FileSystemRequest {
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
      WindowsConfiguration: windowsBlock(source, request.WindowsConfiguration, StorageType, place),
    }),
    ...(FileSystemType === "LUSTRE" && {
      LustreConfiguration: lustreBlock(source, request.LustreConfiguration, StorageType, place),
    }),
    ...(FileSystemType === "OPENZFS" && {
      OpenZFSConfiguration: openZfsBlock(source, request.OpenZFSConfiguration, StorageType),
    }),
  };
}
