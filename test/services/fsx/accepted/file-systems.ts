import type { CreateFileSystemCommandInput } from "@aws-sdk/client-fsx";
import { account, type Fixture, requests, subnet } from "../account";
import { type Asked, type AskedOf, Tags } from "./asked";
import { fullRequests, linkedRequest } from "./full-requests";
import { fullUpdates } from "./full-updates";

/** A file system with the related resources that have their own descriptions. */
async function described({ fsx, describe }: Fixture, id: string | undefined): Promise<object> {
  const fileSystem = await describe(id);
  const { OpenZFSConfiguration, WindowsConfiguration, LustreConfiguration } = fileSystem;
  const { Volumes = [] } = await fsx.describeVolumes({});
  const root = Volumes.find(({ VolumeId }) => VolumeId === OpenZFSConfiguration?.RootVolumeId);
  return {
    ...fileSystem,
    LustreConfiguration: { ...LustreConfiguration, ...LustreConfiguration?.DataRepositoryConfiguration },
    OpenZFSConfiguration: { ...OpenZFSConfiguration, RootVolumeConfiguration: root?.OpenZFSConfiguration },
    WindowsConfiguration: {
      ...WindowsConfiguration,
      Aliases: WindowsConfiguration?.Aliases?.map(({ Name }) => Name),
    },
  };
}

/** A backup of a file system with the same type and storage, which can be restored with the settings of a request. */
function plainSource({ FileSystemType, StorageCapacity, StorageType, LustreConfiguration: lustre }: Request) {
  if (FileSystemType === "WINDOWS") return { ...requests.windows, StorageCapacity };
  if (FileSystemType === "OPENZFS") return requests.openzfs;
  if (StorageType !== "HDD") {
    return { ...requests.lustre, StorageCapacity: StorageCapacity ?? requests.lustre.StorageCapacity };
  }
  const LustreConfiguration = { ...lustre, DriveCacheType: "NONE" as const };
  return { ...requests.lustre, StorageCapacity, StorageType, LustreConfiguration };
}

type Request = CreateFileSystemCommandInput;

async function created(input: Request): Promise<Asked> {
  const fixture = account();
  const { FileSystem } = await fixture.fsx.createFileSystem(input);
  await fixture.aws.settle();
  return [input, await described(fixture, FileSystem?.FileSystemId)];
}

async function restored(request: Request): Promise<Asked> {
  const fixture = account();
  const { aws, fsx } = fixture;
  const source = await fsx.createFileSystem(plainSource(request));
  await aws.settle();
  const { Backup } = await fsx.createBackup({ FileSystemId: source.FileSystem?.FileSystemId });
  await aws.settle();
  const { FileSystemType: _ofBackup, ...settings } = request;
  const BackupId = Backup?.BackupId;
  const { FileSystem } = await fsx.createFileSystemFromBackup({ ...settings, BackupId });
  await aws.settle();
  return [
    { ...settings, BackupId },
    { ...(await described(fixture, FileSystem?.FileSystemId)), BackupId },
  ];
}

async function updated({ create, update }: (typeof fullUpdates)[number]): Promise<Asked> {
  const fixture = account();
  const { FileSystem } = await fixture.fsx.createFileSystem(create);
  await fixture.aws.settle();
  const input = { FileSystemId: FileSystem?.FileSystemId, ...update };
  await fixture.fsx.updateFileSystem(input);
  await fixture.aws.settle();
  return [input, await described(fixture, FileSystem?.FileSystemId)];
}

const cache = {
  FileCacheType: "LUSTRE",
  FileCacheTypeVersion: "2.12",
  StorageCapacity: 2_400,
  SubnetIds: [subnet],
  SecurityGroupIds: ["sg-11111111"],
  Tags,
  CopyTagsToDataRepositoryAssociations: true,
  KmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/of-our-own",
  LustreConfiguration: {
    DeploymentType: "CACHE_1",
    PerUnitStorageThroughput: 1_000,
    WeeklyMaintenanceStartTime: "3:04:05",
    MetadataConfiguration: { StorageCapacity: 2_400 },
  },
  DataRepositoryAssociations: [
    {
      FileCachePath: "/data",
      DataRepositoryPath: "nfs://filer.example.org/",
      DataRepositorySubdirectories: ["/one", "/two"],
      NFS: { Version: "NFS3", DnsIps: ["10.0.0.2"] },
    },
  ],
} as const;

async function cached(): Promise<{ create: Asked; update: Asked }> {
  const { aws, fsx } = account();
  const input = {
    ...cache,
    SubnetIds: [subnet],
    SecurityGroupIds: ["sg-11111111"],
    DataRepositoryAssociations: cache.DataRepositoryAssociations.map(link => ({
      ...link,
      DataRepositorySubdirectories: [...link.DataRepositorySubdirectories],
      NFS: { ...link.NFS, DnsIps: [...link.NFS.DnsIps] },
    })),
  };
  const { FileCache } = await fsx.createFileCache(input);
  await aws.settle();
  const { FileCaches = [] } = await fsx.describeFileCaches({});
  const { Associations: DataRepositoryAssociations = [] } = await fsx.describeDataRepositoryAssociations({});
  // Only CreateFileCache shows the tags of a cache and of its associations.
  const { Tags: own, CopyTagsToDataRepositoryAssociations } = FileCache ?? {};
  const tags = { Tags: own, CopyTagsToDataRepositoryAssociations };
  const change = {
    FileCacheId: FileCache?.FileCacheId,
    LustreConfiguration: { WeeklyMaintenanceStartTime: "4:05:06" },
  };
  await fsx.updateFileCache(change);
  const after = await fsx.describeFileCaches({});
  return {
    create: [input, { ...FileCaches[0], ...tags, DataRepositoryAssociations }],
    update: [change, after.FileCaches?.[0]],
  };
}

export const fileSystems: AskedOf = {
  CreateFileSystem: () => Promise.all([...fullRequests, linkedRequest].map(created)),
  CreateFileSystemFromBackup: () =>
    Promise.all(fullRequests.filter(({ FileSystemType }) => FileSystemType !== "ONTAP").map(restored)),
  UpdateFileSystem: () => Promise.all(fullUpdates.map(updated)),
  CreateFileCache: async () => [(await cached()).create],
  UpdateFileCache: async () => [(await cached()).update],
};
