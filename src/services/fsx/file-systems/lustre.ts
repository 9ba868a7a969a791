import type { CreateFileSystemLustreConfiguration } from "@aws-sdk/client-fsx";
import type { IdSource } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { usableKey } from "../external-resources/kms-keys";
import type { FileSystem } from "../records/file-systems";
import { dataRepository } from "./data-repository";
import type { FileSystemKind } from "./kind";
import { logging } from "./lustre-logging";
import { lustreStorage } from "./lustre-storage";
import type { LustreType } from "./lustre-types";
import { checkSubnets, dnsName, networkInterfaces } from "./network";
import { refuseUnless } from "./rules";
import { dailyBackups, weeklyMaintenance } from "./schedules";

type Asked = Stored<CreateFileSystemLustreConfiguration>;

export const versions: readonly string[] = ["2.10", "2.12", "2.15"];

export const isPersistent = (deployment: string | undefined): boolean =>
  deployment?.startsWith("PERSISTENT") === true;

/** AWS's refusal of backups of a file system that is linked to an S3 bucket. */
export const linkedBackups = "Backups cannot be created on S3-linked file systems";

/** Whether a file system is linked to an S3 bucket by its own configuration, without an association. */
export const isLinked = ({ LustreConfiguration }: Pick<FileSystem, "LustreConfiguration">): boolean =>
  LustreConfiguration?.DataRepositoryConfiguration !== undefined;

const oldestVersions: Readonly<Partial<Record<LustreType, string>>> = { PERSISTENT_2: "2.12" };

/** The Lustre version of a new file system: by default 2.15 for PERSISTENT_2, and 2.10 for all others. */
function versionFor(asked: string | undefined, deployment: LustreType, hasMetadata: boolean): string {
  const version = asked ?? (deployment === "PERSISTENT_2" ? "2.15" : "2.10");
  refuseUnless(
    versions.includes(version),
    `Invalid FileSystemTypeVersion: ${version}. Valid values are ${versions.join(", ")}.`,
  );
  refuseUnless(
    versions.indexOf(version) >= versions.indexOf(oldestVersions[deployment] ?? "2.10"),
    `Lustre version ${version} is not supported for ${deployment} file systems.`,
  );
  refuseUnless(
    !hasMetadata || deployment !== "PERSISTENT_2" || version === "2.15",
    "A FileSystemTypeVersion of '2.15' is required when specifying a metadata configuration",
  );
  return version;
}

/** How many days the automatic backups of Intelligent-Tiering storage are kept by default; others have none. */
const tieringRetention = 30;

const mountLetters = "abcdefghijklmnopqrstuvwxyz234567";

/** The mount name of a new file system or cache. */
export const mountName = (ids: IdSource, deployment: string): string =>
  deployment === "SCRATCH_1"
    ? "fsx"
    : Array.from({ length: 8 }, () => mountLetters[ids.below(mountLetters.length)]).join("");

/** The backup settings, which only persistent file systems have. */
function backupSettings(asked: Asked, deployment: LustreType, ids: IdSource, defaultDays: number) {
  const wantsBackups =
    (asked.AutomaticBackupRetentionDays ?? 0) > 0 ||
    asked.DailyAutomaticBackupStartTime !== undefined ||
    asked.CopyTagsToBackups === true;
  refuseUnless(
    !wantsBackups || isPersistent(deployment),
    `Backups are not supported for ${deployment} file systems.`,
  );
  refuseUnless(!wantsBackups || asked.ImportPath === undefined, linkedBackups);
  if (!isPersistent(deployment)) return {};
  return {
    ...dailyBackups(ids, asked, defaultDays, "shown"),
    CopyTagsToBackups: asked.CopyTagsToBackups ?? false,
  };
}

const maxUserId = 4_294_967_294;

/** Refuses a root squash that re-maps only the user or only the group of root. `0:0` disables it. */
export function checkRootSquash(squash: string | undefined): void {
  const ids = (squash ?? "0:0").split(":").map(Number);
  const isValid = ids.every(id => id <= maxUserId) && (ids.every(id => id === 0) || ids.every(id => id > 0));
  refuseUnless(
    isValid,
    `Invalid RootSquash: ${squash}. The UID and the GID must both be non-zero and at most ${maxUserId}, or both be 0.`,
  );
}

function rootSquash({ RootSquashConfiguration: asked }: Asked) {
  checkRootSquash(asked?.RootSquash);
  return { RootSquash: asked?.RootSquash ?? "0:0", NoSquashNids: asked?.NoSquashNids ?? [] };
}

/** The number of servers: one for the metadata, and one for each 2,400 GiB or part of it. */
export const serversFor = (StorageCapacity = 0): number =>
  1 + Math.max(1, Math.ceil(StorageCapacity / 2_400));

/** FSx for Lustre. */
export const lustre: FileSystemKind = {
  block: "LustreConfiguration",
  hasDefaultBlock: true,
  noBackups: "shown",

  membersFor(request, account, id) {
    const { ids, place, now } = account;
    const { SubnetIds, LustreConfiguration: asked = {} } = request;
    const { DeploymentType = "SCRATCH_1" } = asked;
    refuseUnless(
      request.NetworkType !== "DUAL",
      "The network type DUAL is not supported for LUSTRE file systems.",
    );
    const FileSystemTypeVersion = versionFor(
      request.FileSystemTypeVersion,
      DeploymentType,
      asked.MetadataConfiguration !== undefined,
    );
    refuseUnless(
      isPersistent(DeploymentType) || request.KmsKeyId === undefined,
      `KmsKeyId is not supported for ${DeploymentType} file systems.`,
    );
    const { StorageCapacity, StorageType, settings } = lustreStorage(request, asked);
    checkSubnets(SubnetIds, false, undefined);
    return {
      StorageCapacity,
      StorageType,
      FileSystemTypeVersion,
      DNSName: dnsName(id, place),
      KmsKeyId: isPersistent(DeploymentType) ? usableKey(account, request.KmsKeyId) : undefined,
      NetworkType: request.NetworkType ?? "IPV4",
      LustreConfiguration: {
        WeeklyMaintenanceStartTime: weeklyMaintenance(ids, asked.WeeklyMaintenanceStartTime),
        DataRepositoryConfiguration: dataRepository(asked, now),
        DeploymentType,
        ...settings,
        MountName: mountName(ids, DeploymentType),
        ...backupSettings(
          asked,
          DeploymentType,
          ids,
          StorageType === "INTELLIGENT_TIERING" ? tieringRetention : 0,
        ),
        DataCompressionType: asked.DataCompressionType ?? "NONE",
        LogConfiguration: logging(asked.LogConfiguration, DeploymentType, place, id),
        RootSquashConfiguration: rootSquash(asked),
      },
    };
  },

  assignAddresses(draft, { ids }) {
    draft.NetworkInterfaceIds = networkInterfaces(ids, serversFor(draft.StorageCapacity));
    const repository = draft.LustreConfiguration?.DataRepositoryConfiguration;
    if (repository) repository.Lifecycle = "AVAILABLE";
  },

  inBackup({ LustreConfiguration: settings }) {
    return {
      LustreConfiguration: {
        WeeklyMaintenanceStartTime: settings?.WeeklyMaintenanceStartTime,
        DeploymentType: settings?.DeploymentType,
        PerUnitStorageThroughput: settings?.PerUnitStorageThroughput,
        DailyAutomaticBackupStartTime: settings?.DailyAutomaticBackupStartTime,
        AutomaticBackupRetentionDays: settings?.AutomaticBackupRetentionDays,
        DataCompressionType: settings?.DataCompressionType,
        LogConfiguration: settings?.LogConfiguration,
      },
    };
  },
};
