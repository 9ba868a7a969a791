import type { CreateFileSystemOpenZFSConfiguration } from "@aws-sdk/client-fsx";
import type { Place } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { usableKey } from "../surroundings/kms-keys";
import { makeVolumeTree } from "../volumes/openzfs-root";
import { isHighlyAvailable } from "./availability";
import { diskIops } from "./disk-iops";
import type { FileSystemKind } from "./kind";
import { hasMultiAzSettings } from "./multi-az";
import { address, checkSubnets, dnsName, mainRouteTableId, networkInterfaces } from "./network";
import { refuseUnless, refuseUnlessOneOf, refuseUnlessWithin } from "./rules";
import { dailyBackups, weeklyMaintenance } from "./schedules";

type Asked = Stored<CreateFileSystemOpenZFSConfiguration>;
type DeploymentType = Asked["DeploymentType"];

const first = [64, 128, 256, 512, 1024, 2048, 3072, 4096];
const second = [160, 320, 640, 1280, 2560, 3840, 5120, 7680, 10240];
const throughputs: Readonly<Record<DeploymentType, readonly number[]>> = {
  SINGLE_AZ_1: first,
  SINGLE_AZ_HA_1: first,
  SINGLE_AZ_2: second,
  SINGLE_AZ_HA_2: second,
  MULTI_AZ_1: second,
};
const defaultRetention = 30;
const mostIops = 400_000;

export const checkThroughput = (throughput: number, deployment: DeploymentType): void =>
  refuseUnlessOneOf("ThroughputCapacity", throughput, throughputs[deployment]);

export const checkCapacity = (capacity: number): void =>
  refuseUnlessWithin("storage capacity", capacity, 64, 524_288);

export const iopsOf = (asked: Asked["DiskIopsConfiguration"], capacity: number) =>
  diskIops(asked, capacity, mostIops);

/** What storage a file system has: so many GiB of SSD, or as much as it takes of Intelligent-Tiering. */
function storage(
  { StorageCapacity, StorageType = "SSD" }: Parameters<FileSystemKind["design"]>[0],
  asked: Asked,
) {
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
    return { capacity: { StorageType }, settings: { ReadCacheConfiguration: asked.ReadCacheConfiguration } };
  }
  refuseUnless(
    asked.ReadCacheConfiguration === undefined,
    "ReadCacheConfiguration is supported for INTELLIGENT_TIERING storage only.",
  );
  refuseUnless(StorageCapacity !== undefined, "StorageCapacity is required.");
  checkCapacity(StorageCapacity);
  const DiskIopsConfiguration = iopsOf(asked.DiskIopsConfiguration, StorageCapacity);
  return { capacity: { StorageCapacity, StorageType }, settings: { DiskIopsConfiguration } };
}

/** What only Multi-AZ file systems have. */
function multiAz(asked: Asked, place: Place) {
  if (asked.DeploymentType !== "MULTI_AZ_1") {
    refuseUnless(
      !hasMultiAzSettings(asked),
      "Endpoint address ranges and route tables are supported for Multi-AZ deployment types only.",
    );
    return {};
  }
  return {
    EndpointIpAddressRange: asked.EndpointIpAddressRange ?? "10.0.255.0/28",
    EndpointIpv6AddressRange: asked.EndpointIpv6AddressRange,
    RouteTableIds: asked.RouteTableIds ?? [mainRouteTableId(place)],
  };
}

/** FSx for OpenZFS. */
export const openzfs: FileSystemKind = {
  block: "OpenZFSConfiguration",
  hasDefaultBlock: false,

  design(request, account, id) {
    const { ids, place } = account;
    const { SubnetIds, OpenZFSConfiguration: asked } = request;
    refuseUnless(asked !== undefined, "OpenZFSConfiguration is required.");
    const { DeploymentType, PreferredSubnetId, ThroughputCapacity } = asked;
    checkThroughput(ThroughputCapacity, DeploymentType);
    const { capacity, settings } = storage(request, asked);
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
        RootVolumeId: `fsvol-${ids.hex(17)}`,
        PreferredSubnetId,
        ...multiAz(asked, place),
      },
    };
  },

  addresses: ({ OpenZFSConfiguration: settings }, { ids }) => ({
    NetworkInterfaceIds: networkInterfaces(ids, isHighlyAvailable(settings?.DeploymentType) ? 2 : 1),
    OpenZFSConfiguration: { ...settings, EndpointIpAddress: address(ids) },
  }),

  furnish(fileSystem, request, account, from) {
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
