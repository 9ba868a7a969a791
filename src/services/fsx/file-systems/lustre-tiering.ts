import type { CreateFileSystemLustreConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { invalidThroughput } from "../account/errors";
import type { FileSystemRequest } from "./kind";
import { newMetadata } from "./lustre-metadata";
import type { LustreStorage } from "./lustre-types";
import { type CacheSizes, readCache } from "./read-cache";
import { refuseUnless } from "./rules";

type Asked = Stored<CreateFileSystemLustreConfiguration>;

/** Throughput capacity is a multiple of this, in MB/s. */
const throughputStep = 4_000;
const maxThroughput = 2_000_000;

export const isTieringThroughput = (throughput: number): boolean =>
  throughput > 0 && throughput % throughputStep === 0 && throughput <= maxThroughput;

/** The sizes of the read cache at a throughput capacity. */
export function cacheSizes(throughput: number): CacheSizes {
  const units = throughput / throughputStep;
  return { min: 32 * units, max: 131_072 * units, proportional: 20_480 * units };
}

/** The settings of Intelligent-Tiering storage, which has no fixed capacity. */
export function tiering(request: FileSystemRequest, asked: Asked): LustreStorage {
  const { ThroughputCapacity, DataReadCacheConfiguration } = asked;
  refuseUnless(
    request.StorageCapacity === undefined,
    "StorageCapacity cannot be specified for INTELLIGENT_TIERING storage.",
  );
  if (asked.PerUnitStorageThroughput !== undefined) {
    throw invalidThroughput("PerUnitStorageThroughput is not supported for INTELLIGENT_TIERING storage.");
  }
  refuseUnless(
    ThroughputCapacity !== undefined && isTieringThroughput(ThroughputCapacity),
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
      DataReadCacheConfiguration: readCache(
        "DataReadCacheConfiguration",
        DataReadCacheConfiguration,
        cacheSizes(ThroughputCapacity),
      ),
      MetadataConfiguration: newMetadata(asked.MetadataConfiguration, undefined),
      EfaEnabled: asked.EfaEnabled,
    },
  };
}
