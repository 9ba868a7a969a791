import type { CreateFileSystemWindowsConfiguration } from "@aws-sdk/client-fsx";
import { arn, type Place } from "../../../core/place";
import type { Stored } from "../../../core/stored";
import { addAliases } from "./aliases";
import { directoryAttributes } from "./directories";
import { diskIops } from "./disk-iops";
import type { FileSystemKind } from "./kind";
import { address, checkSubnets, keyArn, networkInterfaces } from "./network";
import { refuseUnless, refuseUnlessOneOf, refuseUnlessWithin } from "./rules";
import { dailyBackups, weeklyMaintenance } from "./schedules";

type Asked = Stored<CreateFileSystemWindowsConfiguration>;

export const throughputs = [8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4608, 6144, 9216, 12288];
const defaultRetention = 7;
export const mostIops = 400_000;
/** What the domain of an AWS Managed Microsoft AD is, this account cannot know. */
const managedDomain = "corp.example.com";

export const domainOf = (asked: Asked): string =>
  asked.SelfManagedActiveDirectoryConfiguration?.DomainName ?? managedDomain;

/** A directory taken over from a backup comes without the password. */
function checkDirectory(asked: Asked, isRestored: boolean): void {
  const isManaged = asked.ActiveDirectoryId !== undefined;
  const directory = asked.SelfManagedActiveDirectoryConfiguration;
  refuseUnless(
    isManaged !== (directory !== undefined),
    "Exactly one of ActiveDirectoryId and SelfManagedActiveDirectoryConfiguration is required.",
  );
  if (!directory || isRestored) return;
  const hasAccount = directory.UserName !== undefined && directory.Password !== undefined;
  refuseUnless(
    hasAccount !== (directory.DomainJoinServiceAccountSecret !== undefined),
    "Either UserName and Password or DomainJoinServiceAccountSecret is required.",
  );
}

/** Where audit logs go when nothing else is said. */
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

  design(request, { ids, place }, id, isRestored) {
    const { StorageCapacity, StorageType = "SSD", SubnetIds, WindowsConfiguration: asked } = request;
    refuseUnless(asked !== undefined, "WindowsConfiguration is required.");
    const { DeploymentType = "SINGLE_AZ_1", PreferredSubnetId, ThroughputCapacity } = asked;
    refuseUnless(StorageType !== "INTELLIGENT_TIERING", "INTELLIGENT_TIERING is not supported for WINDOWS.");
    refuseUnless(
      StorageType !== "HDD" || DeploymentType !== "SINGLE_AZ_1",
      "HDD storage is not supported for SINGLE_AZ_1 file systems.",
    );
    refuseUnless(StorageCapacity !== undefined, "StorageCapacity is required.");
    refuseUnlessWithin("storage capacity", StorageCapacity, StorageType === "HDD" ? 2_000 : 32, 65_536);
    refuseUnlessOneOf("ThroughputCapacity", ThroughputCapacity, throughputs);
    checkSubnets(SubnetIds, DeploymentType === "MULTI_AZ_1", PreferredSubnetId);
    checkDirectory(asked, isRestored);
    const DNSName = `${id}.${domainOf(asked)}`;
    const directory = asked.SelfManagedActiveDirectoryConfiguration;
    return {
      StorageCapacity,
      StorageType,
      DNSName,
      KmsKeyId: keyArn(place, request.KmsKeyId),
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
          StorageType === "SSD"
            ? diskIops(asked.DiskIopsConfiguration, StorageCapacity, mostIops)
            : undefined,
        FsrmConfiguration: asked.FsrmConfiguration,
      },
    };
  },

  addresses: ({ SubnetIds, WindowsConfiguration }, { ids }) => ({
    NetworkInterfaceIds: networkInterfaces(ids, SubnetIds.length),
    WindowsConfiguration: { ...WindowsConfiguration, PreferredFileServerIp: address(ids) },
  }),

  furnish(fileSystem, { WindowsConfiguration: asked }, account) {
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
