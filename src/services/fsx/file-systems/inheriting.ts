import type { CreateFileSystemFromBackupCommandInput } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { FileSystem } from "../records/file-systems";
import { type CommonSettings, settingsOf } from "./file-systems";
import type { FileSystemRequest } from "./kind";

/** What a file system restored from a backup is to be like; the rest it has from the one that was backed up. */
export type RestoreRequest = Omit<
  Stored<CreateFileSystemFromBackupCommandInput>,
  "ClientRequestToken" | "BackupId"
>;

/** Daily backups and maintenance go on as they were, unless a request says otherwise. */
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

/** Where logs go by default is named after the file system, so a new one has a place of its own. */
const ownDestination = (source: FileSystem, destination: string | undefined): string | undefined =>
  destination?.endsWith(source.FileSystemId) ? undefined : destination;

const iops = (settings: { readonly DiskIopsConfiguration?: FileSystemIops } | undefined) =>
  settings?.DiskIopsConfiguration?.Mode === "USER_PROVISIONED" ? settings.DiskIopsConfiguration : undefined;

/** Where files move to colder storage by themselves, which has no capacity of its own. */
const isTiering = (storage: Storage): boolean => storage === "INTELLIGENT_TIERING";

type Storage = FileSystem["StorageType"];
type FileSystemIops = NonNullable<FileSystem["WindowsConfiguration"]>["DiskIopsConfiguration"];

/** The directory that a Windows file system joins: that of the one backed up, unless another is asked for. */
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

/** A request for a file system like the one that was backed up, but for what is asked for. */
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
