import type { CreateFileSystemLustreConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { badRequest, invalidThroughput } from "../account/errors";
import type { FileSystemRequest, TypedMembers } from "./kind";
import { newMetadata } from "./lustre-metadata";
import { refuseUnless } from "./rules";

type Asked = Stored<CreateFileSystemLustreConfiguration>;
export type LustreType = NonNullable<Asked["DeploymentType"]>;

export interface LustreStorage extends Pick<TypedMembers, "StorageCapacity" | "StorageType"> {
  readonly settings: NonNullable<TypedMembers["LustreConfiguration"]>;
}

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
export const hddStep = (throughput: number): number => (throughput === 12 ? 6_000 : 1_800);

export function checkUnitThroughput(throughput: number, deployment: LustreType, storage: string): void {
  if (!throughputs[`${deployment} ${storage}`]?.includes(throughput)) throw mismatch();
}

/** The storage, the throughput and the settings that depend on them. */
export function lustreStorage(request: FileSystemRequest, asked: Asked): LustreStorage {
  const { StorageType = "SSD" } = request;
  const { DeploymentType = "SCRATCH_1", EfaEnabled } = asked;
  refuseUnless(
    DeploymentType === "PERSISTENT_2" || (asked.MetadataConfiguration === undefined && EfaEnabled !== true),
    "MetadataConfiguration and EfaEnabled are supported for PERSISTENT_2 file systems only.",
  );
  refuseUnless(
    StorageType !== "HDD" || DeploymentType === "PERSISTENT_1",
    `HDD storage is not supported for ${DeploymentType} file systems.`,
  );
  refuseUnless(
    (StorageType === "HDD") === (asked.DriveCacheType !== undefined),
    "DriveCacheType is required for HDD storage, and not supported for other storage.",
  );
  if (StorageType === "INTELLIGENT_TIERING") return tiering(request, asked, DeploymentType);
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
      EfaEnabled,
    },
  };
}

function capacityOf(request: FileSystemRequest, asked: Asked, deployment: LustreType): number {
  const { StorageCapacity, StorageType = "SSD" } = request;
  const { PerUnitStorageThroughput: throughput } = asked;
  refuseUnless(StorageCapacity !== undefined, "StorageCapacity is required.");
  if (deployment.startsWith("SCRATCH")) {
    if (throughput !== undefined) {
      throw invalidThroughput(`PerUnitStorageThroughput is not supported for ${deployment} file systems.`);
    }
    checkSsdCapacity(StorageCapacity, deployment);
    return StorageCapacity;
  }
  if (throughput === undefined) {
    throw invalidThroughput(`PerUnitStorageThroughput is required for ${deployment} file systems.`);
  }
  checkUnitThroughput(throughput, deployment, StorageType);
  if (StorageType === "SSD") checkSsdCapacity(StorageCapacity, deployment);
  else if (StorageCapacity <= 0 || StorageCapacity % hddStep(throughput) !== 0) throw mismatch();
  return StorageCapacity;
}

function tiering(request: FileSystemRequest, asked: Asked, deployment: LustreType): LustreStorage {
  const { ThroughputCapacity, DataReadCacheConfiguration } = asked;
  refuseUnless(
    deployment === "PERSISTENT_2",
    "INTELLIGENT_TIERING storage is supported for PERSISTENT_2 file systems only.",
  );
  refuseUnless(
    request.StorageCapacity === undefined,
    "StorageCapacity cannot be specified for INTELLIGENT_TIERING storage.",
  );
  if (asked.PerUnitStorageThroughput !== undefined) {
    throw invalidThroughput("PerUnitStorageThroughput is not supported for INTELLIGENT_TIERING storage.");
  }
  refuseUnless(
    ThroughputCapacity !== undefined && ThroughputCapacity % 4_000 === 0,
    "ThroughputCapacity must be a multiple of 4000 for INTELLIGENT_TIERING storage.",
  );
  refuseUnless(
    DataReadCacheConfiguration !== undefined && asked.MetadataConfiguration !== undefined,
    "DataReadCacheConfiguration and MetadataConfiguration are required for INTELLIGENT_TIERING storage.",
  );
  return {
    StorageType: "INTELLIGENT_TIERING",
    settings: {
      ThroughputCapacity,
      DataReadCacheConfiguration,
      MetadataConfiguration: newMetadata(asked.MetadataConfiguration, undefined),
      EfaEnabled: asked.EfaEnabled,
    },
  };
}
