import type { IdSource, Place } from "../../../core/basics";
import { usableKey } from "../external-resources/kms-keys";
import { addAliases, associatedAliases } from "./aliases";
import { directoryAttributes } from "./directory-attributes";
import { diskIops } from "./disk-iops";
import type { FileSystemKind } from "./kind";
import { checkRegion } from "./multi-az";
import { address, checkSubnets, networkInterfaces } from "./network";
import { refuseUnless, refuseUnlessWithin, requiredCapacity } from "./rules";
import { dailyBackups, weeklyMaintenance } from "./schedules";
import { auditLog, checkAuditThroughput, checkFsrm } from "./windows-auditing";
import { creationFailures, domainToJoin, faultOfDirectory } from "./windows-directory";

/** The deployment types whose host names do not begin with the id of the file system. */
const isNamedAfterFsx = (deployment: string): boolean => deployment !== "SINGLE_AZ_1";

const hostLetters = "abcdefghijklmnopqrstuvwxyz0123456789";

/** The host name in the domain: the id of a SINGLE_AZ_1 file system, or `amznfsx` and eight characters. */
const hostName = (ids: IdSource, id: string, deployment: string): string =>
  isNamedAfterFsx(deployment)
    ? `amznfsx${Array.from({ length: 8 }, () => hostLetters[ids.below(hostLetters.length)]).join("")}`
    : id;

const throughputs = [8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4608, 6144, 9216, 12288];
const defaultRetention = 7;

/** The Regions with the most throughput and SSD IOPS. */
const fastRegions: ReadonlySet<string> = new Set([
  "us-east-1",
  "us-east-2",
  "us-west-2",
  "eu-west-1",
  "ap-northeast-1",
  "ap-southeast-1",
]);

/** The most SSD IOPS of a storage capacity in a Region. */
export const maxIops = (capacity: number, { region }: Place): number =>
  fastRegions.has(region) ? Math.min(500 * capacity, 400_000) : Math.min(50 * capacity, 80_000);

/** The smallest throughput that only some Regions have. */
const fastThroughput = 4_608;

export function checkThroughput(throughput: number, { region }: Place): void {
  refuseUnless(
    throughputs.includes(throughput) && (throughput < fastThroughput || fastRegions.has(region)),
    `Invalid desired throughput capacity value provided: ${throughput} MB/s. Please refer to the performance guide (https://docs.aws.amazon.com/fsx/latest/WindowsGuide/performance.html) when selecting a value.`,
  );
}

/** FSx for Windows File Server. */
export const windows: FileSystemKind = {
  block: "WindowsConfiguration",
  hasDefaultBlock: false,
  noBackups: "shown",

  membersFor(request, account, id, isRestored) {
    const { ids, place } = account;
    const { StorageType = "SSD", SubnetIds, WindowsConfiguration: asked } = request;
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
    const StorageCapacity = requiredCapacity(request.StorageCapacity);
    refuseUnlessWithin("storage capacity", StorageCapacity, StorageType === "HDD" ? 2_000 : 32, 65_536);
    checkThroughput(ThroughputCapacity, place);
    checkSubnets(SubnetIds, DeploymentType === "MULTI_AZ_1", PreferredSubnetId);
    checkRegion("WINDOWS", place, DeploymentType);
    const AuditLogConfiguration = auditLog(asked.AuditLogConfiguration, place, id);
    checkAuditThroughput(AuditLogConfiguration, ThroughputCapacity);
    if (asked.FsrmConfiguration) checkFsrm(asked.FsrmConfiguration, place);
    const domain = domainToJoin(account, asked, request.NetworkType, isRestored);
    const DNSName = `${hostName(ids, id, DeploymentType)}.${domain}`;
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
        AuditLogConfiguration,
        DiskIopsConfiguration:
          StorageType === "SSD"
            ? diskIops(asked.DiskIopsConfiguration, StorageCapacity, maxIops(StorageCapacity, place))
            : undefined,
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

  createDependents(fileSystem, { WindowsConfiguration: asked }, account, from) {
    const inherited = from?.FileSystem?.WindowsConfiguration?.Aliases ?? [];
    addAliases(account, fileSystem, asked?.Aliases ?? inherited.flatMap(({ Name }) => Name ?? []));
  },

  inBackup({ FileSystemId, WindowsConfiguration: settings }, account) {
    const aliases = associatedAliases(account, FileSystemId);
    return {
      WindowsConfiguration: {
        WeeklyMaintenanceStartTime: settings?.WeeklyMaintenanceStartTime,
        DailyAutomaticBackupStartTime: settings?.DailyAutomaticBackupStartTime,
        AutomaticBackupRetentionDays: settings?.AutomaticBackupRetentionDays,
        CopyTagsToBackups: settings?.CopyTagsToBackups,
        Aliases: aliases.length > 0 ? aliases : undefined,
      },
    };
  },
};
