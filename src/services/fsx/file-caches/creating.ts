import type { CreateFileCacheCommandInput } from "@aws-sdk/client-fsx";
import { arn } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { type FsxAccount, write } from "../account/account";
import { invalidThroughput, limitExceeded, missingFileCacheConfiguration } from "../account/errors";
import { once } from "../account/idempotency";
import { addAssociation } from "../data-repositories/associations";
import { overlap } from "../data-repositories/repositories";
import { usableKey } from "../external-resources/kms-keys";
import { bucketOf } from "../file-systems/data-repository";
import { mountName } from "../file-systems/lustre";
import { checkSubnets, dnsName, vpcOf } from "../file-systems/network";
import { refuseUnless } from "../file-systems/rules";
import { weeklyMaintenance } from "../file-systems/schedules";
import type { FileCache } from "../records/file-caches";
import { newTags } from "../tags/tags";
import { shownCache } from "./file-caches";

type Input = Stored<CreateFileCacheCommandInput>;
type Configuration = NonNullable<Input["LustreConfiguration"]>;
type Link = NonNullable<Input["DataRepositoryAssociations"]>[number];

const supportedVersion = "2.12";
const supportedThroughput = 1_000;
const supportedMetadataCapacity = 2_400;

export const createFileCache = write<"CreateFileCache">((input, account) => {
  const cache = once(account, "CreateFileCache", input, account.fsx.fileCaches, () =>
    makeCache(account, input),
  );
  return { FileCache: shownCache(account, cache) };
});

function checkedConfiguration({ LustreConfiguration: asked, ...input }: Input): Configuration {
  if (!asked) throw missingFileCacheConfiguration("LustreConfiguration is required to create a file cache.");
  refuseUnless(
    input.FileCacheTypeVersion === supportedVersion,
    `Invalid FileCacheTypeVersion: ${input.FileCacheTypeVersion}. Must be ${supportedVersion}.`,
  );
  const { StorageCapacity } = input;
  refuseUnless(
    StorageCapacity === 1_200 || (StorageCapacity > 0 && StorageCapacity % 2_400 === 0),
    `Invalid storage capacity: ${StorageCapacity}. Must be 1200 or a multiple of 2400.`,
  );
  if (asked.PerUnitStorageThroughput !== supportedThroughput) {
    throw invalidThroughput(
      `Invalid PerUnitStorageThroughput: ${asked.PerUnitStorageThroughput}. Must be ${supportedThroughput}.`,
    );
  }
  refuseUnless(
    asked.MetadataConfiguration.StorageCapacity === supportedMetadataCapacity,
    `Invalid metadata storage capacity. Must be ${supportedMetadataCapacity}.`,
  );
  return asked;
}

const isNfs = ({ DataRepositoryPath }: Link): boolean => /^nfs:\/\/[^/]+/.test(DataRepositoryPath);

const filerForm = /^nfs:\/\/[^/]+\/?$/;
const exportForm = /^nfs:\/\/[^/]+\/[^/].*$/;

/** Checks the repositories that a cache is linked to, each with its own directory. */
function checkLinks(links: readonly Link[]): void {
  for (const [index, link] of links.entries()) {
    checkLink(link);
    checkOverlap(link, links.slice(index + 1));
  }
  refuseUnless(
    links.every(isNfs) || !links.some(isNfs),
    "All data repository associations of a cache must be of the same type.",
  );
}

function checkLink(link: Link): void {
  const { FileCachePath, DataRepositoryPath, NFS, DataRepositorySubdirectories } = link;
  refuseUnless(
    isNfs(link) || bucketOf(DataRepositoryPath) !== undefined,
    `Invalid data repository path: ${DataRepositoryPath}`,
  );
  refuseUnless(
    isNfs(link) === (NFS !== undefined),
    "NFS is required for NFS data repositories, and for those only.",
  );
  refuseUnless(
    DataRepositorySubdirectories === undefined || isNfs(link),
    "DataRepositorySubdirectories is not supported for S3 data repositories.",
  );
  refuseUnless((NFS?.DnsIps?.length ?? 0) <= 2, "An NFS data repository can have at most 2 DNS servers.");
  const form = DataRepositorySubdirectories === undefined ? exportForm : filerForm;
  refuseUnless(
    !isNfs(link) || form.test(DataRepositoryPath),
    "The path of an NFS data repository is nfs://filer-domain-name with DataRepositorySubdirectories, and nfs://nfs-domain-name/exportpath without.",
  );
  refuseUnless(FileCachePath.startsWith("/"), `Invalid file cache path: ${FileCachePath}`);
  refuseUnless(
    FileCachePath !== "/" || DataRepositorySubdirectories !== undefined,
    "The file cache path can be / for NFS data repositories with subdirectories only.",
  );
}

function checkOverlap({ DataRepositoryPath, FileCachePath }: Link, others: readonly Link[]): void {
  refuseUnless(
    others.every(other => !overlap(other.DataRepositoryPath, DataRepositoryPath)),
    `The data repository path ${DataRepositoryPath} overlaps with another one.`,
  );
  refuseUnless(
    others.every(other => !overlap(other.FileCachePath, FileCachePath)),
    `The file cache path ${FileCachePath} overlaps with another one.`,
  );
}

function checkQuotas(account: FsxAccount, { StorageCapacity }: Input): void {
  const { fileCaches } = account.fsx;
  const limit = account.quota("fsxFileCaches");
  if (fileCaches.size >= limit) {
    throw limitExceeded("FILE_CACHE_COUNT", `The maximum number of file caches is ${limit}.`);
  }
  const storage = [...fileCaches].reduce((sum, cache) => sum + cache.StorageCapacity, StorageCapacity);
  const maxStorage = account.quota("fsxFileCacheStorage");
  if (storage > maxStorage) {
    throw limitExceeded("TOTAL_STORAGE", `The maximum storage capacity of file caches is ${maxStorage} GiB.`);
  }
}

function makeCache(account: FsxAccount, input: Input): FileCache {
  const { fsx } = account;
  const asked = checkedConfiguration(input);
  const { DataRepositoryAssociations: links = [] } = input;
  checkSubnets(input.SubnetIds, false, undefined);
  checkLinks(links);
  checkQuotas(account, input);
  const cache = newCache(account, input, asked);
  const { FileCacheId } = cache;
  const next = account.inFlight("becomeAvailable", account.duration("fsxFileCache", cache));
  const made = fsx.fileCaches.insert(cache, { next });
  for (const { NFS, ...link } of links) {
    const inherited = made.CopyTagsToDataRepositoryAssociations ? made.Tags : [];
    addAssociation(account, FileCacheId, { ...link, NFS, FileCacheId, Tags: newTags(undefined, inherited) });
  }
  return made;
}

function newCache(account: FsxAccount, input: Input, asked: Configuration): FileCache {
  const { place, now, ids } = account;
  const FileCacheId = `fc-${ids.hex(17)}`;
  return {
    OwnerId: place.accountId,
    CreationTime: now,
    FileCacheId,
    FileCacheType: "LUSTRE",
    FileCacheTypeVersion: input.FileCacheTypeVersion,
    Lifecycle: "CREATING",
    StorageCapacity: input.StorageCapacity,
    VpcId: vpcOf(account, input),
    SubnetIds: input.SubnetIds,
    DNSName: dnsName(FileCacheId, place),
    KmsKeyId: usableKey(account, input.KmsKeyId),
    ResourceARN: arn("fsx", place, `file-cache/${FileCacheId}`),
    Tags: newTags(input.Tags),
    CopyTagsToDataRepositoryAssociations: input.CopyTagsToDataRepositoryAssociations ?? false,
    LustreConfiguration: {
      PerUnitStorageThroughput: asked.PerUnitStorageThroughput,
      DeploymentType: asked.DeploymentType,
      MountName: mountName(ids, asked.DeploymentType),
      WeeklyMaintenanceStartTime: weeklyMaintenance(ids, asked.WeeklyMaintenanceStartTime),
      MetadataConfiguration: asked.MetadataConfiguration,
      LogConfiguration: {
        Level: "WARN_ERROR",
        Destination: arn("logs", place, `log-group:/aws/fsx/filecache:log-stream:datarepo_${FileCacheId}`),
      },
    },
  };
}
