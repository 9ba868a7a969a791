import type { UpdateFileSystemLustreConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { FsxAccount } from "../account/account";
import { badRequest } from "../account/errors";
import { isLinked } from "../data-repositories/repositories";
import type { FileSystem } from "../records/file-systems";
import { checkRootSquash, isPersistent, linkedBackups, versions } from "./lustre";
import { logging } from "./lustre-logging";
import { changedMetadata } from "./lustre-metadata";
import { hddStep, throughputFault } from "./lustre-storage";
import { cacheSizes, isTieringThroughput } from "./lustre-tiering";
import type { LustreType } from "./lustre-types";
import { changedReadCache } from "./read-cache";
import { refuseStorageUnless, refuseUnless } from "./rules";
import type { PlanUpdate } from "./update-plans";

type Asked = Stored<UpdateFileSystemLustreConfiguration>;
type Settings = NonNullable<FileSystem["LustreConfiguration"]>;

const deploymentOf = ({ DeploymentType = "SCRATCH_1" }: Settings): LustreType => DeploymentType;

function checkCapacity(fileSystem: FileSystem, before: Settings, capacity: number): void {
  const deployment = deploymentOf(before);
  const { StorageCapacity = 0, StorageType } = fileSystem;
  refuseStorageUnless(
    deployment !== "SCRATCH_1",
    "The storage capacity of SCRATCH_1 file systems cannot be increased.",
  );
  refuseStorageUnless(
    StorageType !== "INTELLIGENT_TIERING",
    "StorageCapacity cannot be specified for INTELLIGENT_TIERING storage.",
  );
  const step = StorageType === "HDD" ? hddStep(before.PerUnitStorageThroughput) : 2_400;
  refuseStorageUnless(
    capacity > StorageCapacity && capacity % step === 0,
    `Invalid Lustre FS storage capacity: ${capacity}. Must be a multiple of ${step} greater than ${StorageCapacity}. `,
  );
}

function changedVersion(before: string | undefined, asked: string | undefined): string | undefined {
  if (asked === undefined) return undefined;
  refuseUnless(
    versions.indexOf(asked) > versions.indexOf(before ?? ""),
    `Invalid FileSystemTypeVersion: ${asked}. Must be newer than ${before}.`,
  );
  return asked;
}

/** Checks the throughput per unit of storage, which only persistent SSD storage without EFA can change. */
function checkUnitThroughput(fileSystem: FileSystem, before: Settings, unit: number): void {
  const deployment = deploymentOf(before);
  refuseUnless(
    fileSystem.StorageType === "SSD",
    `Throughput scaling is not supported for file systems with StorageType ${fileSystem.StorageType}.`,
  );
  refuseUnless(
    isPersistent(deployment),
    `Throughput scaling is not supported for file systems with DeploymentType: ${deployment}.`,
  );
  refuseUnless(
    before.EfaEnabled !== true,
    "Throughput scaling is not supported for file systems with EFA enabled.",
  );
  const fault = throughputFault(unit, deployment, "SSD");
  if (fault !== undefined) throw badRequest(fault);
}

function checkThroughput(fileSystem: FileSystem, before: Settings, asked: Asked): void {
  const { PerUnitStorageThroughput: unit, ThroughputCapacity: total } = asked;
  if (unit !== undefined) checkUnitThroughput(fileSystem, before, unit);
  const isTiering = fileSystem.StorageType === "INTELLIGENT_TIERING";
  refuseUnless(
    total === undefined ||
      (isTiering && isTieringThroughput(total) && total > (before.ThroughputCapacity ?? 0)),
    "ThroughputCapacity can only be increased, in multiples of 4000, and for INTELLIGENT_TIERING storage only.",
  );
  refuseUnless(
    asked.DataReadCacheConfiguration === undefined || isTiering,
    "DataReadCacheConfiguration is supported for INTELLIGENT_TIERING storage only.",
  );
}

/** The read cache after an update. Its bounds follow the throughput capacity. */
const cacheAfter = (before: Settings, asked: Asked) =>
  changedReadCache(
    "DataReadCacheConfiguration",
    before.DataReadCacheConfiguration,
    asked.DataReadCacheConfiguration,
    cacheSizes(asked.ThroughputCapacity ?? before.ThroughputCapacity ?? 0),
  );

/** Refuses backups. On a linked file system, AWS was seen to refuse even a retention of 0 days, the present value. */
function checkBackups(account: FsxAccount, fileSystem: FileSystem, before: Settings, asked: Asked): void {
  const { AutomaticBackupRetentionDays: days, DailyAutomaticBackupStartTime: time } = asked;
  refuseUnless((days === undefined && time === undefined) || !isLinked(account, fileSystem), linkedBackups);
  refuseUnless(
    ((days ?? 0) === 0 && time === undefined) || isPersistent(before.DeploymentType),
    `Backups are not supported for ${deploymentOf(before)} file systems.`,
  );
}

function changedRepository(before: Settings, policy: Asked["AutoImportPolicy"]) {
  if (policy === undefined) return undefined;
  const repository = before.DataRepositoryConfiguration;
  refuseUnless(
    repository !== undefined,
    "AutoImportPolicy is supported for file systems with an ImportPath only.",
  );
  return { ...repository, AutoImportPolicy: policy };
}

const changedSquash = (before: Settings, asked: Asked) =>
  asked.RootSquashConfiguration && { ...before.RootSquashConfiguration, ...asked.RootSquashConfiguration };

/** Plans the update of a file system of FSx for Lustre. */
export const planLustreUpdate: PlanUpdate = (fileSystem, request, account) => {
  const { LustreConfiguration: asked = {}, StorageCapacity } = request;
  const before: Settings = fileSystem.LustreConfiguration ?? {};
  refuseUnless(
    request.StorageType === undefined,
    "The storage type of LUSTRE file systems cannot be changed.",
  );
  if (StorageCapacity !== undefined) checkCapacity(fileSystem, before, StorageCapacity);
  checkThroughput(fileSystem, before, asked);
  checkBackups(account, fileSystem, before, asked);
  checkRootSquash(asked.RootSquashConfiguration?.RootSquash);
  const log = asked.LogConfiguration;
  const LustreConfiguration: Settings = {
    PerUnitStorageThroughput: asked.PerUnitStorageThroughput,
    ThroughputCapacity: asked.ThroughputCapacity,
    DataReadCacheConfiguration: cacheAfter(before, asked),
    MetadataConfiguration: changedMetadata(
      before.MetadataConfiguration,
      asked.MetadataConfiguration,
      StorageCapacity ?? fileSystem.StorageCapacity,
      StorageCapacity !== undefined,
    ),
    DataCompressionType: asked.DataCompressionType,
    DataRepositoryConfiguration: changedRepository(before, asked.AutoImportPolicy),
    LogConfiguration: log && logging(log, deploymentOf(before), account.place, fileSystem.FileSystemId),
    RootSquashConfiguration: changedSquash(before, asked),
  };
  const FileSystemTypeVersion = changedVersion(
    fileSystem.FileSystemTypeVersion,
    request.FileSystemTypeVersion,
  );
  return {
    target: { StorageCapacity, FileSystemTypeVersion, LustreConfiguration },
    optimizations: StorageCapacity === undefined ? [] : ["STORAGE_OPTIMIZATION"],
  };
};
