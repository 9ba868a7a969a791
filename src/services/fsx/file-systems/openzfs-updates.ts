import type { FileSystem } from "../records/file-systems";
import { changedIpv6Range, changedRouteTables } from "./multi-az";
import { checkCapacity, checkThroughput, iopsOf } from "./openzfs";
import { refuseUnless } from "./rules";
import { checkGrowth, type PlanUpdate } from "./update-plans";

type Settings = NonNullable<FileSystem["OpenZFSConfiguration"]>;

function checkStorage(fileSystem: FileSystem, capacity: number): void {
  refuseUnless(
    fileSystem.StorageType !== "INTELLIGENT_TIERING",
    "StorageCapacity cannot be specified for INTELLIGENT_TIERING storage.",
  );
  checkGrowth(fileSystem.StorageCapacity, capacity);
  checkCapacity(capacity);
}

/** Plans the update of a file system of FSx for OpenZFS. */
export const planOpenZfsUpdate: PlanUpdate = (fileSystem, request) => {
  const { OpenZFSConfiguration: asked = {}, StorageCapacity, NetworkType } = request;
  const before: Settings = fileSystem.OpenZFSConfiguration ?? {};
  refuseUnless(
    request.StorageType === undefined,
    "The storage type of OPENZFS file systems cannot be changed.",
  );
  if (StorageCapacity !== undefined) checkStorage(fileSystem, StorageCapacity);
  if (asked.ThroughputCapacity !== undefined) {
    checkThroughput(asked.ThroughputCapacity, before.DeploymentType ?? "SINGLE_AZ_1");
  }
  refuseUnless(
    asked.ReadCacheConfiguration === undefined || fileSystem.StorageType === "INTELLIGENT_TIERING",
    "ReadCacheConfiguration is supported for INTELLIGENT_TIERING storage only.",
  );
  const followsStorage = StorageCapacity !== undefined && before.DiskIopsConfiguration?.Mode === "AUTOMATIC";
  const capacity = StorageCapacity ?? fileSystem.StorageCapacity ?? 0;
  const OpenZFSConfiguration: Settings = {
    ThroughputCapacity: asked.ThroughputCapacity,
    DiskIopsConfiguration:
      asked.DiskIopsConfiguration !== undefined || followsStorage
        ? iopsOf(asked.DiskIopsConfiguration, capacity)
        : undefined,
    ReadCacheConfiguration: asked.ReadCacheConfiguration,
    RouteTableIds: changedRouteTables(before.RouteTableIds, asked),
    EndpointIpv6AddressRange: changedIpv6Range(before.RouteTableIds, asked),
  };
  return { target: { StorageCapacity, NetworkType, OpenZFSConfiguration }, optimizations: [] };
};
