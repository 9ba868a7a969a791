import type { UpdateFileSystemOntapConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { FileSystem } from "../records/file-systems";
import { changedIpv6Range, changedRouteTables } from "./multi-az";
import { checkCapacity, iopsOf, pairThroughput } from "./ontap";
import { refuseUnless } from "./rules";
import { checkGrowth, type PlanUpdate } from "./update-plans";

type Asked = Stored<UpdateFileSystemOntapConfiguration>;
type Settings = NonNullable<FileSystem["OntapConfiguration"]>;

function checkStorage(
  { StorageCapacity: before = 0 }: FileSystem,
  settings: Settings,
  after: number,
  pairs: number,
) {
  checkCapacity(after, pairs);
  if (after > before || !settings.DeploymentType?.endsWith("_2")) return checkGrowth(before, after);
  refuseUnless(
    after <= before * 0.91,
    `Invalid storage capacity: ${after}. Must be at least 9 percent smaller than the current ${before} GiB.`,
  );
}

/** Pairs can only be added, and the storage has to grow in proportion. */
function checkPairs(
  fileSystem: FileSystem,
  before: Settings,
  asked: Asked,
  capacity: number | undefined,
): void {
  const { HAPairs: current = 1, DeploymentType } = before;
  if (asked.HAPairs === undefined) return;
  refuseUnless(
    DeploymentType === "SINGLE_AZ_2" && asked.HAPairs > current,
    "HAPairs can only be increased, and for SINGLE_AZ_2 file systems only.",
  );
  const grown = ((fileSystem.StorageCapacity ?? 0) / current) * asked.HAPairs;
  refuseUnless(
    capacity !== undefined && capacity >= grown,
    `StorageCapacity must be increased in proportion with HAPairs: at least to ${grown}.`,
  );
}

/** The throughput after an update, if it changes. */
function throughput(before: Settings, asked: Asked, pairs: number) {
  const { ThroughputCapacity, ThroughputCapacityPerHAPair } = asked;
  const isAsked = ThroughputCapacity !== undefined || ThroughputCapacityPerHAPair !== undefined;
  if (!isAsked && asked.HAPairs === undefined) return {};
  const { DeploymentType = "SINGLE_AZ_1" } = before;
  return pairThroughput(
    isAsked
      ? { ThroughputCapacity, ThroughputCapacityPerHAPair }
      : { ThroughputCapacityPerHAPair: before.ThroughputCapacityPerHAPair },
    DeploymentType,
    pairs,
  );
}

/** Plans the update of a file system of FSx for NetApp ONTAP. */
export const planOntapUpdate: PlanUpdate = (fileSystem, request) => {
  const { OntapConfiguration: asked = {}, StorageCapacity } = request;
  const before: Settings = fileSystem.OntapConfiguration ?? {};
  refuseUnless(
    request.StorageType === undefined,
    "The storage type of ONTAP file systems cannot be changed.",
  );
  const pairs = asked.HAPairs ?? before.HAPairs ?? 1;
  checkPairs(fileSystem, before, asked, StorageCapacity);
  if (StorageCapacity !== undefined) checkStorage(fileSystem, before, StorageCapacity, pairs);
  const capacity = StorageCapacity ?? fileSystem.StorageCapacity ?? 0;
  const followsStorage = StorageCapacity !== undefined && before.DiskIopsConfiguration?.Mode === "AUTOMATIC";
  const OntapConfiguration: Settings = {
    ...throughput(before, asked, pairs),
    HAPairs: asked.HAPairs,
    DiskIopsConfiguration:
      asked.DiskIopsConfiguration !== undefined || followsStorage
        ? iopsOf(asked.DiskIopsConfiguration, capacity, pairs)
        : undefined,
    RouteTableIds: changedRouteTables(before.RouteTableIds, asked),
    EndpointIpv6AddressRange: changedIpv6Range(before.RouteTableIds, asked),
  };
  return {
    target: { StorageCapacity, OntapConfiguration },
    optimizations: StorageCapacity === undefined ? [] : ["STORAGE_OPTIMIZATION"],
  };
};
