import type { CreateFileSystemLustreConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { badRequest, invalidThroughput } from "../account/errors";
import type { FileSystemRequest } from "./kind";
import { newMetadata } from "./lustre-metadata";
import { tiering } from "./lustre-tiering";
import type { LustreStorage, LustreType } from "./lustre-types";
import { refuseUnless, requiredCapacity } from "./rules";

type Asked = Stored<CreateFileSystemLustreConfiguration>;

/** MB/s for each TiB, by deployment type and storage type. */
const throughputs: Readonly<Record<string, readonly number[]>> = {
  "PERSISTENT_1 SSD": [50, 100, 200],
  "PERSISTENT_1 HDD": [12, 40],
  "PERSISTENT_2 SSD": [125, 250, 500, 1000],
};

const mismatch = () =>
  badRequest(
    "Invalid Lustre deployment configuration: the provided throughput is invalid or does not meet the storage capacity requirement",
  );

interface CapacityRule {
  readonly smaller: readonly number[];
  readonly step: number;
}

const firstScratch: CapacityRule = { smaller: [1_200, 2_400], step: 3_600 };
const others: CapacityRule = { smaller: [1_200], step: 2_400 };

/** The message ends in a space, as AWS's does. */
function checkSsdCapacity(capacity: number, deployment: LustreType): void {
  const { smaller, step } = deployment === "SCRATCH_1" ? firstScratch : others;
  refuseUnless(
    smaller.includes(capacity) || (capacity > 0 && capacity % step === 0),
    `Invalid Lustre FS storage capacity: ${capacity}. Must be ${smaller.join(", ")} or a multiple of ${step}. `,
  );
}

/** HDD capacity is a multiple of a step that depends on the throughput. */
export const hddStep = (throughput: number | undefined): number => (throughput === 12 ? 6_000 : 1_800);

/** Why a throughput is invalid for a deployment type and a storage type, if it is. */
export function throughputFault(
  throughput: number | undefined,
  deployment: LustreType,
  storage: string,
): string | undefined {
  const valid = throughputs[`${deployment} ${storage}`] ?? [];
  if (throughput !== undefined && valid.includes(throughput)) return undefined;
  return `The storage throughput (MB/s/TiB) value should be one of [${valid.join(",")}].`;
}

function checkDeployment(request: FileSystemRequest, asked: Asked): void {
  const { StorageType = "SSD" } = request;
  const { DeploymentType = "SCRATCH_1", EfaEnabled, MetadataConfiguration } = asked;
  refuseUnless(
    StorageType !== "INTELLIGENT_TIERING" || DeploymentType === "PERSISTENT_2",
    "Invalid Deployment type specified for INTELLIGENT TIERING file systems. DeploymentType must be PERSISTENT_2.",
  );
  refuseUnless(
    StorageType !== "HDD" || DeploymentType === "PERSISTENT_1",
    `StorageType HDD is not supported for file systems with DeploymentType: ${DeploymentType}.`,
  );
  refuseUnless(
    EfaEnabled !== true || (DeploymentType === "PERSISTENT_2" && MetadataConfiguration !== undefined),
    "EFA is only supported for PERSISTENT_2 filesystems with metadata configuration.",
  );
  refuseUnless(
    MetadataConfiguration === undefined || DeploymentType === "PERSISTENT_2",
    `Cannot specify metadata configuration for deployment type '${DeploymentType}'.`,
  );
  refuseUnless(
    StorageType !== "HDD" || asked.DriveCacheType !== undefined,
    "DriveCacheType must be provided for storage type HDD. Supported values are [NONE,READ]",
  );
  refuseUnless(
    StorageType === "HDD" || asked.DriveCacheType === undefined,
    `DriveCacheType is not supported for storage type ${StorageType}.`,
  );
}

/** The storage, the throughput and the settings that depend on them. */
export function lustreStorage(request: FileSystemRequest, asked: Asked): LustreStorage {
  const { StorageType = "SSD" } = request;
  const { DeploymentType = "SCRATCH_1" } = asked;
  checkDeployment(request, asked);
  if (StorageType === "INTELLIGENT_TIERING") return tiering(request, asked);
  refuseUnless(
    asked.ThroughputCapacity === undefined && asked.DataReadCacheConfiguration === undefined,
    "ThroughputCapacity and DataReadCacheConfiguration are supported for INTELLIGENT_TIERING storage only.",
  );
  const StorageCapacity = capacityOf(request, asked, DeploymentType);
  return {
    StorageCapacity,
    StorageType,
    settings: {
      PerUnitStorageThroughput: asked.PerUnitStorageThroughput,
      DriveCacheType: asked.DriveCacheType,
      MetadataConfiguration: newMetadata(asked.MetadataConfiguration, StorageCapacity),
      EfaEnabled: asked.EfaEnabled,
    },
  };
}

/** The smallest storage capacity with EFA, by throughput. AWS has shown the first and the last one. */
const efaCapacities: Readonly<Record<number, number>> = {
  125: 38_400,
  250: 19_200,
  500: 9_600,
  1000: 4_800,
};

function checkEfa({ EfaEnabled }: Asked, capacity: number, throughput: number): void {
  const min = EfaEnabled === true ? (efaCapacities[throughput] ?? 0) : 0;
  refuseUnless(
    capacity >= min,
    `EFA requires a storage capacity of at least ${min} GiB at ${throughput} MB/s/TiB.`,
  );
}

function capacityOf(request: FileSystemRequest, asked: Asked, deployment: LustreType): number {
  const { StorageType = "SSD" } = request;
  const { PerUnitStorageThroughput: throughput } = asked;
  const StorageCapacity = requiredCapacity(request.StorageCapacity);
  if (deployment.startsWith("SCRATCH")) {
    if (throughput !== undefined) {
      throw invalidThroughput(`PerUnitStorageThroughput is not supported for ${deployment} file systems.`);
    }
    checkSsdCapacity(StorageCapacity, deployment);
    return StorageCapacity;
  }
  const fault = throughputFault(throughput, deployment, StorageType);
  if (fault !== undefined) throw invalidThroughput(fault);
  if (StorageType === "SSD") checkSsdCapacity(StorageCapacity, deployment);
  else if (StorageCapacity <= 0 || StorageCapacity % hddStep(throughput) !== 0) throw mismatch();
  checkEfa(asked, StorageCapacity, throughput ?? 0);
  return StorageCapacity;
}
