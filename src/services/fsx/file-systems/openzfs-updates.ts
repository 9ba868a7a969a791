import type { FileSystem } from "../records/file-systems";
import { changedIops } from "./disk-iops";
import { changedIpv6Range, changedRouteTables } from "./multi-az";
import { cacheSizes, checkThroughput } from "./openzfs";
import { maxCapacity, maxIops } from "./openzfs-limits";
import { changedReadCache } from "./read-cache";
import { refuseStorageUnless, refuseUnless } from "./rules";
import { checkGrowth, type PlanUpdate } from "./update-plans";

type Settings = NonNullable<FileSystem["OpenZFSConfiguration"]>;

function checkStorage(fileSystem: FileSystem, capacity: number): void {
  refuseStorageUnless(
    fileSystem.StorageType !== "INTELLIGENT_TIERING",
    "StorageCapacity cannot be specified for INTELLIGENT_TIERING storage.",
  );
  checkGrowth(fileSystem.StorageCapacity, capacity);
}

/** Plans the update of a file system of FSx for OpenZFS. */
export const planOpenZfsUpdate: PlanUpdate = (fileSystem, request, { place }) => {
  const { OpenZFSConfiguration: asked = {}, StorageCapacity, NetworkType } = request;
  const before: Settings = fileSystem.OpenZFSConfiguration ?? {};
  refuseUnless(
    request.StorageType === undefined,
    "The storage type of OPENZFS file systems cannot be changed.",
  );
  if (StorageCapacity !== undefined) {
    checkStorage(fileSystem, StorageCapacity);
    refuseStorageUnless(
      before.DiskIopsConfiguration?.Mode !== "USER_PROVISIONED" || asked.DiskIopsConfiguration !== undefined,
      "DiskIopsConfiguration is required for file systems with user-provisioned SSD IOPS.",
    );
  }
  const { DeploymentType = "SINGLE_AZ_1", ThroughputCapacity = 0 } = before;
  const throughput = asked.ThroughputCapacity ?? ThroughputCapacity;
  if (asked.ThroughputCapacity !== undefined) checkThroughput(throughput, DeploymentType, place);
  if (StorageCapacity !== undefined || throughput < ThroughputCapacity) {
    const max = maxCapacity(DeploymentType, throughput, place.region);
    refuseStorageUnless(
      (StorageCapacity ?? fileSystem.StorageCapacity ?? 0) <= max,
      `Storage capacity must be at most ${max} GiB.`,
    );
  }
  refuseUnless(
    asked.ReadCacheConfiguration === undefined || fileSystem.StorageType === "INTELLIGENT_TIERING",
    "ReadCacheConfiguration is supported for INTELLIGENT_TIERING storage only.",
  );
  refuseUnless(
    asked.DiskIopsConfiguration === undefined || fileSystem.StorageType !== "INTELLIGENT_TIERING",
    "DiskIopsConfiguration is not supported for INTELLIGENT_TIERING storage.",
  );
  const OpenZFSConfiguration: Settings = {
    ThroughputCapacity: asked.ThroughputCapacity,
    DiskIopsConfiguration: changedIops(
      before.DiskIopsConfiguration,
      asked.DiskIopsConfiguration,
      { before: fileSystem.StorageCapacity, after: StorageCapacity },
      maxIops(DeploymentType, place),
    ),
    ReadCacheConfiguration: changedReadCache(
      "ReadCacheConfiguration",
      before.ReadCacheConfiguration,
      asked.ReadCacheConfiguration,
      cacheSizes(throughput),
    ),
    RouteTableIds: changedRouteTables(before.RouteTableIds, asked),
    EndpointIpv6AddressRange: changedIpv6Range(before.RouteTableIds, asked),
  };
  return { target: { StorageCapacity, NetworkType, OpenZFSConfiguration }, optimizations: [] };
};
