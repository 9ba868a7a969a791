import type { UpdateFileSystemOntapConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { FileSystem } from "../records/file-systems";
import { changedIops } from "./disk-iops";
import { changedIpv6Range, changedRouteTables } from "./multi-az";
import { capacityBounds, maxIops, pairThroughput } from "./ontap";
import { refuseStorageUnless, refuseUnless } from "./rules";
import { checkGrowth, type PlanUpdate } from "./update-plans";

type Asked = Stored<UpdateFileSystemOntapConfiguration>;
type Settings = NonNullable<FileSystem["OntapConfiguration"]>;

function checkStorage(
  before: number,
  { DeploymentType = "SINGLE_AZ_1" }: Settings,
  after: number,
  pairs: number,
) {
  const { min, max } = capacityBounds(DeploymentType, pairs);
  refuseStorageUnless(
    after >= min && after <= max,
    `Storage capacity must be between ${min} GiB and ${max} GiB.`,
  );
  if (after > before || !DeploymentType.endsWith("_2")) return checkGrowth(before, after);
  refuseStorageUnless(
    after * 100 <= before * 91,
    `Storage capacity must be at least 9 percent smaller than the current storage capacity of ${before} GiB.`,
  );
}

/** The members that a request for more pairs must have, with their only valid values. */
function neededForPairs(fileSystem: FileSystem, before: Settings, pairs: number) {
  const { HAPairs: current = 1, ThroughputCapacityPerHAPair: each = 0, DiskIopsConfiguration: iops } = before;
  const inProportion = (value = 0): number => (value / current) * pairs;
  return {
    StorageCapacity: inProportion(fileSystem.StorageCapacity),
    ThroughputCapacity: each * pairs,
    ThroughputCapacityPerHAPair: each,
    Iops: iops?.Mode === "USER_PROVISIONED" ? inProportion(iops.Iops) : undefined,
  };
}

type Needed = ReturnType<typeof neededForPairs>;

const pairMembers: readonly string[] = [
  "HAPairs",
  "ThroughputCapacity",
  "ThroughputCapacityPerHAPair",
  "DiskIopsConfiguration",
];

/** Whether a request for more pairs has exactly the members that it needs, each with its valid value. */
const suits = (needed: Needed, asked: Asked, capacity: number | undefined): boolean =>
  capacity === needed.StorageCapacity &&
  (asked.ThroughputCapacity ?? asked.ThroughputCapacityPerHAPair) !== undefined &&
  (asked.ThroughputCapacity ?? needed.ThroughputCapacity) === needed.ThroughputCapacity &&
  (asked.ThroughputCapacityPerHAPair ?? needed.ThroughputCapacityPerHAPair) ===
    needed.ThroughputCapacityPerHAPair &&
  (needed.Iops === undefined || asked.DiskIopsConfiguration?.Iops === needed.Iops) &&
  Object.keys(asked).every(name => pairMembers.includes(name));

/** Pairs can only be added, and the storage, the throughput and provisioned IOPS grow in proportion in the same call. */
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
  const needed = neededForPairs(fileSystem, before, asked.HAPairs);
  const iops =
    needed.Iops === undefined ? "" : `DiskIopsConfiguration.Iops must be updated to ${needed.Iops}, `;
  refuseUnless(
    suits(needed, asked, capacity),
    `To change HAPairs from ${current} to ${asked.HAPairs}, please include the following in your request (and only the following): StorageCapacity must be updated to ${needed.StorageCapacity}, ${iops}and either (ThroughputCapacity must be updated to ${needed.ThroughputCapacity} or ThroughputCapacityPerHAPair must be explicitly passed with the current value of ${needed.ThroughputCapacityPerHAPair}).`,
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
  const present = fileSystem.StorageCapacity ?? 0;
  if (StorageCapacity !== undefined) checkStorage(present, before, StorageCapacity, pairs);
  const OntapConfiguration: Settings = {
    ...throughput(before, asked, pairs),
    HAPairs: asked.HAPairs,
    DiskIopsConfiguration: changedIops(
      before.DiskIopsConfiguration,
      asked.DiskIopsConfiguration,
      { before: present, after: StorageCapacity },
      maxIops(StorageCapacity ?? present, pairs),
    ),
    RouteTableIds: changedRouteTables(before.RouteTableIds, asked),
    EndpointIpv6AddressRange: changedIpv6Range(before.RouteTableIds, asked),
  };
  return {
    target: { StorageCapacity, OntapConfiguration },
    optimizations: StorageCapacity === undefined ? [] : ["STORAGE_OPTIMIZATION"],
  };
};
