import type { CreateFileSystemWindowsConfiguration } from "@aws-sdk/client-fsx";
import { arn, type Place } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { usableKey } from "../external-resources/kms-keys";
import { addAliases } from "./aliases";
import { directoryAttributes } from "./directory-attributes";
import { diskIops } from "./disk-iops";
import type { FileSystemKind } from "./kind";
import { address, checkSubnets, networkInterfaces } from "./network";
import { refuseUnless, refuseUnlessWithin } from "./rules";
import { dailyBackups, weeklyMaintenance } from "./schedules";
import { creationFailures, domainToJoin, faultOfDirectory } from "./windows-directory";

type Asked = Stored<CreateFileSystemWindowsConfiguration>;

const throughputs = [8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4608, 6144, 9216, 12288];
const defaultRetention = 7;
export const maxIops = 400_000;

export function checkThroughput(throughput: number): void {
  refuseUnless(
    throughputs.includes(throughput),
    `Invalid desired throughput capacity value provided: ${throughput} MB/s. Please refer to the performance guide (https://docs.aws.amazon.com/fsx/latest/WindowsGuide/performance.html) when selecting a value.`,
  );
}

/** The default destination of audit logs. */
const auditLogStream = (place: Place, id: string): string =>
  arn("logs", place, `log-group:/aws/fsx/windows:log-stream:auditlog_${id}`);

export function auditLog(asked: Asked["AuditLogConfiguration"], place: Place, id: string) {
  const { FileAccessAuditLogLevel = "DISABLED", FileShareAccessAuditLogLevel = "DISABLED" } = asked ?? {};
  const levels = { FileAccessAuditLogLevel, FileShareAccessAuditLogLevel };
  const destination = asked?.AuditLogDestination;
  if (FileAccessAuditLogLevel === "DISABLED" && FileShareAccessAuditLogLevel === "DISABLED") {
    refuseUnless(
      destination === undefined,
      "AuditLogDestination cannot be specified when both audit log levels are DISABLED.",
    );
    return levels;
  }
  return { ...levels, AuditLogDestination: destination ?? auditLogStream(place, id) };
}

/** FSx for Windows File Server. */
export const windows: FileSystemKind = {
  block: "WindowsConfiguration",
  hasDefaultBlock: false,
  noBackups: "shown",

  membersFor(request, account, id, isRestored) {
    const { ids, place } = account;
    const { StorageCapacity, StorageType = "SSD", SubnetIds, WindowsConfiguration: asked } = request;
    refuseUnless(asked !== undefined, "WindowsConfiguration is required.");
    const { DeploymentType = "SINGLE_AZ_1", PreferredSubnetId, ThroughputCapacity } = asked;
    refuseUnless(StorageType !== "INTELLIGENT_TIERING", "INTELLIGENT_TIERING is not supported for WINDOWS.");
    refuseUnless(
      StorageType !== "HDD" || DeploymentType !== "SINGLE_AZ_1",
      "HDD storage is not supported for SINGLE_AZ_1 file systems.",
    );
    refuseUnless(
      StorageType === "SSD" || asked.DiskIopsConfiguration === undefined,
      "DiskIopsConfiguration is supported for SSD storage only.",
    );
    refuseUnless(StorageCapacity !== undefined, "StorageCapacity is required.");
    refuseUnlessWithin("storage capacity", StorageCapacity, StorageType === "HDD" ? 2_000 : 32, 65_536);
    checkThroughput(ThroughputCapacity);
    checkSubnets(SubnetIds, DeploymentType === "MULTI_AZ_1", PreferredSubnetId);
    const DNSName = `${id}.${domainToJoin(account, asked, request.NetworkType, isRestored)}`;
    const directory = asked.SelfManagedActiveDirectoryConfiguration;
    return {
      StorageCapacity,
      StorageType,
      DNSName,
      KmsKeyId: usableKey(account, request.KmsKeyId),
      NetworkType: request.NetworkType ?? "IPV4",
      WindowsConfiguration: {
        ActiveDirectoryId: asked.ActiveDirectoryId,
        SelfManagedActiveDirectoryConfiguration: directory && directoryAttributes(directory),
        DeploymentType,
        RemoteAdministrationEndpoint: DNSName,
        PreferredSubnetId: PreferredSubnetId ?? SubnetIds[0],
        ThroughputCapacity,
        MaintenanceOperationsInProgress: [],
        WeeklyMaintenanceStartTime: weeklyMaintenance(ids, asked.WeeklyMaintenanceStartTime),
        ...dailyBackups(ids, asked, defaultRetention, "shown"),
        CopyTagsToBackups: asked.CopyTagsToBackups ?? false,
        AuditLogConfiguration: auditLog(asked.AuditLogConfiguration, place, id),
        DiskIopsConfiguration:
          StorageType === "SSD" ? diskIops(asked.DiskIopsConfiguration, StorageCapacity, maxIops) : undefined,
        FsrmConfiguration: asked.FsrmConfiguration,
      },
    };
  },

  assignAddresses(draft, { ids }) {
    draft.NetworkInterfaceIds = networkInterfaces(ids, draft.SubnetIds.length);
    if (draft.WindowsConfiguration) draft.WindowsConfiguration.PreferredFileServerIp = address(ids);
  },

  failure(fileSystem, account) {
    const fault = faultOfDirectory(account, fileSystem.WindowsConfiguration);
    return fault && creationFailures[fault];
  },

  createDependents(fileSystem, { WindowsConfiguration: asked }, account) {
    addAliases(account, fileSystem, asked?.Aliases ?? []);
  },

  inBackup({ WindowsConfiguration: settings }) {
    return {
      WindowsConfiguration: {
        WeeklyMaintenanceStartTime: settings?.WeeklyMaintenanceStartTime,
        DailyAutomaticBackupStartTime: settings?.DailyAutomaticBackupStartTime,
        AutomaticBackupRetentionDays: settings?.AutomaticBackupRetentionDays,
        CopyTagsToBackups: settings?.CopyTagsToBackups,
      },
    };
  },
};
