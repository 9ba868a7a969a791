import type { CreateFileSystemOpenZFSConfiguration } from "@aws-sdk/client-fsx";
import type { Place } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { newVolumeId } from "../account/lookup";
import { usableKey } from "../external-resources/kms-keys";
import { makeVolumeTree } from "../volumes/openzfs-root";
import { isHighlyAvailable } from "./availability";
import { diskIops } from "./disk-iops";
import type { FileSystemKind, FileSystemRequest } from "./kind";
import { multiAzSettings } from "./multi-az";
import { checkSubnets, dnsName, endpointAddresses, networkInterfaces } from "./network";
import { checkRegionalThroughput, maxCapacity, maxIops } from "./openzfs-limits";
import { type CacheSizes, readCache } from "./read-cache";
import { refuseUnless, refuseUnlessOneOf, refuseUnlessWithin, requiredCapacity } from "./rules";
import { dailyBackups, weeklyMaintenance } from "./schedules";

type Asked = Stored<CreateFileSystemOpenZFSConfiguration>;
type DeploymentType = Asked["DeploymentType"];

const firstGeneration = [64, 128, 256, 512, 1024, 2048, 3072, 4096];
const secondGeneration = [160, 320, 640, 1280, 2560, 3840, 5120, 7680, 10240];
const throughputs: Readonly<Record<DeploymentType, readonly number[]>> = {
  SINGLE_AZ_1: firstGeneration,
  SINGLE_AZ_HA_1: firstGeneration,
  SINGLE_AZ_2: secondGeneration,
  SINGLE_AZ_HA_2: secondGeneration,
  MULTI_AZ_1: secondGeneration,
};
const defaultRetention = 30;
const endpointRange = "10.0.255.0/28";
/** GiB of a proportional read cache for each MB/s. A guess: AWS does not document the ratio. */
const cachePerThroughput = 5;

export function checkThroughput(throughput: number, deployment: DeploymentType, { region }: Place): void {
  refuseUnlessOneOf("ThroughputCapacity", throughput, throughputs[deployment]);
  checkRegionalThroughput(deployment, throughput, region);
}

const minCapacity = 64;

/** The sizes of the read cache at a throughput capacity. */
export const cacheSizes = (throughput: number): CacheSizes => ({
  min: 32,
  max: 131_072,
  proportional: cachePerThroughput * throughput,
});

/** The storage: SSD with a capacity, or Intelligent-Tiering, which grows and shrinks with its content. */
function storage({ StorageCapacity, StorageType = "SSD" }: FileSystemRequest, asked: Asked, place: Place) {
  refuseUnless(StorageType !== "HDD", "HDD storage is not supported for OPENZFS.");
  if (StorageType === "INTELLIGENT_TIERING") {
    refuseUnless(
      asked.DeploymentType === "MULTI_AZ_1",
      "INTELLIGENT_TIERING storage is supported for MULTI_AZ_1 file systems only.",
    );
    refuseUnless(
      StorageCapacity === undefined && asked.DiskIopsConfiguration === undefined,
      "StorageCapacity and DiskIopsConfiguration cannot be specified for INTELLIGENT_TIERING storage.",
    );
    refuseUnless(
      asked.ReadCacheConfiguration !== undefined,
      "ReadCacheConfiguration is required for INTELLIGENT_TIERING storage.",
    );
    const ReadCacheConfiguration = readCache(
      "ReadCacheConfiguration",
      asked.ReadCacheConfiguration,
      cacheSizes(asked.ThroughputCapacity),
    );
    return { capacity: { StorageType }, settings: { ReadCacheConfiguration } };
  }
  refuseUnless(
    asked.ReadCacheConfiguration === undefined,
    "ReadCacheConfiguration is supported for INTELLIGENT_TIERING storage only.",
  );
  const capacity = requiredCapacity(StorageCapacity);
  const max = maxCapacity(asked.DeploymentType, asked.ThroughputCapacity, place.region);
  refuseUnlessWithin("storage capacity", capacity, minCapacity, max);
  const DiskIopsConfiguration = diskIops(
    asked.DiskIopsConfiguration,
    capacity,
    maxIops(asked.DeploymentType, place),
  );
  return { capacity: { StorageCapacity: capacity, StorageType }, settings: { DiskIopsConfiguration } };
}

/** FSx for OpenZFS. */
export const openzfs: FileSystemKind = {
  block: "OpenZFSConfiguration",
  hasDefaultBlock: false,
  noBackups: "hidden",

  membersFor(request, account, id) {
    const { ids, place } = account;
    const { SubnetIds, OpenZFSConfiguration: asked } = request;
    refuseUnless(asked !== undefined, "OpenZFSConfiguration is required.");
    const { DeploymentType, PreferredSubnetId, ThroughputCapacity } = asked;
    checkThroughput(ThroughputCapacity, DeploymentType, place);
    const { capacity, settings } = storage(request, asked, place);
    checkSubnets(SubnetIds, DeploymentType === "MULTI_AZ_1", PreferredSubnetId);
    return {
      ...capacity,
      DNSName: dnsName(id, place),
      KmsKeyId: usableKey(account, request.KmsKeyId),
      NetworkType: request.NetworkType ?? "IPV4",
      OpenZFSConfiguration: {
        ...dailyBackups(ids, asked, defaultRetention, "hidden"),
        CopyTagsToBackups: asked.CopyTagsToBackups ?? false,
        CopyTagsToVolumes: asked.CopyTagsToVolumes ?? false,
        DeploymentType,
        ThroughputCapacity,
        WeeklyMaintenanceStartTime: weeklyMaintenance(ids, asked.WeeklyMaintenanceStartTime),
        ...settings,
        RootVolumeId: newVolumeId(account),
        PreferredSubnetId,
        ...multiAzSettings(asked, DeploymentType === "MULTI_AZ_1", endpointRange, place, request.NetworkType),
      },
    };
  },

  assignAddresses(draft, { ids }) {
    const { OpenZFSConfiguration: settings } = draft;
    draft.NetworkInterfaceIds = networkInterfaces(ids, isHighlyAvailable(settings?.DeploymentType) ? 2 : 1);
    if (!settings || !isHighlyAvailable(settings.DeploymentType)) return;
    const { IpAddresses, Ipv6Addresses } = endpointAddresses(ids, settings);
    settings.EndpointIpAddress = IpAddresses[0];
    settings.EndpointIpv6Address = Ipv6Addresses?.[0];
  },

  createDependents(fileSystem, request, account, from) {
    makeVolumeTree(account, fileSystem, request.OpenZFSConfiguration?.RootVolumeConfiguration, from);
  },

  inBackup({ OpenZFSConfiguration: settings }) {
    return {
      OpenZFSConfiguration: {
        AutomaticBackupRetentionDays: settings?.AutomaticBackupRetentionDays,
        DailyAutomaticBackupStartTime: settings?.DailyAutomaticBackupStartTime,
        DeploymentType: settings?.DeploymentType,
        ThroughputCapacity: settings?.ThroughputCapacity,
        WeeklyMaintenanceStartTime: settings?.WeeklyMaintenanceStartTime,
        DiskIopsConfiguration: settings?.DiskIopsConfiguration,
      },
    };
  },
};
