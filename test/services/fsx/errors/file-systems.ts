import type { Provocations } from "../../../support/declared-errors";
import { otherSubnet, requests, subnet } from "../account";
import { cache, NextToken, reusesToken, unknownIds, type World } from "./world";

const inactive = {
  DomainName: "ad.example.org",
  ActiveDirectoryId: "d-1111111111",
  Stage: "Inoperable",
};

/** Seeds a directory managed by AWS that cannot be joined. */
const knowInactiveDirectory = ({ aws }: World) => aws.seed({ fsx: { activeDirectories: [inactive] } });

const persistent = requests.lustre.LustreConfiguration;
const alias = "files.example.com";
const unknownRouteTable = "rtb-0123456789abcdef0";

export const fileSystems: Provocations<World> = {
  AssociateFileSystemAliases: {
    BadRequest: ({ fsx, openzfs }) =>
      fsx.associateFileSystemAliases({ FileSystemId: openzfs, Aliases: [alias] }),
    FileSystemNotFound: ({ fsx }) => fsx.associateFileSystemAliases({ ...unknownIds, Aliases: [alias] }),
  },
  CreateFileCache: {
    BadRequest: ({ fsx }) => fsx.createFileCache({ ...cache, StorageCapacity: 1_300 }),
    IncompatibleParameterError: {
      by: ({ fsx }) =>
        reusesToken(input => fsx.createFileCache(input), cache, { ...cache, StorageCapacity: 2_400 }),
      members: { Parameter: "StorageCapacity" },
    },
    InvalidNetworkSettings: {
      by: ({ aws, fsx }) => {
        aws.seed({ efs: { subnets: [{ SubnetId: otherSubnet }] } });
        return fsx.createFileCache(cache);
      },
      members: { InvalidSubnetId: subnet },
    },
    InvalidPerUnitStorageThroughput: ({ fsx }) =>
      fsx.createFileCache({
        ...cache,
        LustreConfiguration: { ...cache.LustreConfiguration, PerUnitStorageThroughput: 500 },
      }),
    MissingFileCacheConfiguration: ({ fsx }) =>
      fsx.createFileCache({ ...cache, LustreConfiguration: undefined }),
    ServiceLimitExceeded: {
      by: ({ fsx }) => fsx.createFileCache(cache),
      quotas: { fsxFileCaches: 1 },
      members: { Limit: "FILE_CACHE_COUNT" },
    },
  },
  CreateFileSystem: {
    ActiveDirectoryError: {
      by: ({ aws, create }) => {
        aws.seed({ fsx: { activeDirectories: [{ DomainName: "ad.example.org" }] } });
        return create("windows");
      },
      members: { ActiveDirectoryId: "d-9067141d9e", Type: "DOMAIN_NOT_FOUND" },
    },
    BadRequest: ({ create }) => create("openzfs", { StorageCapacity: 32 }),
    IncompatibleParameterError: {
      by: ({ fsx }) =>
        reusesToken(input => fsx.createFileSystem(input), requests.windows, {
          ...requests.windows,
          StorageCapacity: 400,
        }),
      members: { Parameter: "StorageCapacity" },
    },
    InvalidExportPath: ({ create }) =>
      create("lustre", {
        LustreConfiguration: { ImportPath: "s3://bucket", ExportPath: "s3://another-bucket" },
      }),
    InvalidImportPath: ({ create }) =>
      create("lustre", { LustreConfiguration: { ImportPath: "https://bucket" } }),
    InvalidNetworkSettings: {
      by: ({ create }) =>
        create("windows", {
          SubnetIds: [subnet, subnet],
          WindowsConfiguration: {
            ...requests.windows.WindowsConfiguration,
            DeploymentType: "MULTI_AZ_1",
            PreferredSubnetId: subnet,
          },
        }),
      members: { InvalidSubnetId: subnet },
    },
    InvalidPerUnitStorageThroughput: ({ create }) =>
      create("lustre", { LustreConfiguration: { DeploymentType: "PERSISTENT_2" } }),
    MissingFileSystemConfiguration: ({ create }) => create("ontap", { OntapConfiguration: undefined }),
    ServiceLimitExceeded: {
      by: ({ create }) => create("windows"),
      quotas: { fsxWindowsSsdStorage: 500 },
      members: { Limit: "TOTAL_STORAGE" },
    },
  },
  CreateFileSystemFromBackup: {
    ActiveDirectoryError: {
      by: world => {
        knowInactiveDirectory(world);
        return world.fsx.createFileSystemFromBackup({
          BackupId: world.BackupId,
          SubnetIds: [subnet],
          WindowsConfiguration: { ActiveDirectoryId: "d-1111111111", ThroughputCapacity: 32 },
        });
      },
      members: { ActiveDirectoryId: "d-1111111111", Type: "INVALID_DOMAIN_STAGE" },
    },
    BackupNotFound: ({ fsx }) => fsx.createFileSystemFromBackup({ ...unknownIds, SubnetIds: [subnet] }),
    BadRequest: ({ fsx, BackupId }) =>
      fsx.createFileSystemFromBackup({ BackupId, SubnetIds: [subnet], StorageCapacity: 400 }),
    IncompatibleParameterError: {
      by: ({ fsx, BackupId }) =>
        reusesToken(
          input => fsx.createFileSystemFromBackup(input),
          { BackupId, SubnetIds: [subnet] },
          { BackupId, SubnetIds: [otherSubnet] },
        ),
      members: { Parameter: "SubnetIds" },
    },
    InvalidNetworkSettings: {
      by: ({ aws, fsx, BackupId }) => {
        const SecurityGroups = ["sg-11111111"];
        aws.seed({ efs: { subnets: [{ SubnetId: subnet, SecurityGroups }] } });
        return fsx.createFileSystemFromBackup({
          BackupId,
          SubnetIds: [subnet],
          SecurityGroupIds: ["sg-99999999"],
        });
      },
      members: { InvalidSecurityGroupId: "sg-99999999" },
    },
    InvalidPerUnitStorageThroughput: async ({ aws, fsx, lustre }) => {
      const { Backup } = await fsx.createBackup({ FileSystemId: lustre });
      await aws.settle();
      await fsx.createFileSystemFromBackup({
        BackupId: Backup?.BackupId,
        SubnetIds: [subnet],
        LustreConfiguration: { ...persistent, DeploymentType: "SCRATCH_2" },
      });
    },
    ServiceLimitExceeded: {
      by: ({ fsx, BackupId }) => fsx.createFileSystemFromBackup({ BackupId, SubnetIds: [subnet] }),
      quotas: { fsxThroughput: 60 },
      members: { Limit: "TOTAL_THROUGHPUT_CAPACITY" },
    },
  },
  DeleteFileCache: {
    BadRequest: async ({ fsx, FileCacheId }) => {
      await fsx.deleteFileCache({ FileCacheId });
      await fsx.deleteFileCache({ FileCacheId });
    },
    FileCacheNotFound: ({ fsx }) => fsx.deleteFileCache(unknownIds),
    IncompatibleParameterError: {
      by: ({ fsx, FileCacheId }) =>
        reusesToken(
          input => fsx.deleteFileCache(input),
          { FileCacheId },
          { FileCacheId: unknownIds.FileCacheId },
        ),
      members: { Parameter: "FileCacheId" },
    },
  },
  DeleteFileSystem: {
    BadRequest: ({ fsx, ontap }) => fsx.deleteFileSystem({ FileSystemId: ontap }),
    FileSystemNotFound: ({ fsx }) => fsx.deleteFileSystem(unknownIds),
    IncompatibleParameterError: {
      by: ({ fsx, windows, lustre }) =>
        reusesToken(
          input => fsx.deleteFileSystem(input),
          { FileSystemId: windows },
          { FileSystemId: lustre },
        ),
      members: { Parameter: "FileSystemId" },
    },
    ServiceLimitExceeded: {
      by: ({ fsx, windows }) => fsx.deleteFileSystem({ FileSystemId: windows }),
      quotas: { fsxWindowsBackups: 1 },
      members: { Limit: "TOTAL_USER_INITIATED_BACKUPS" },
    },
  },
  DescribeFileCaches: {
    BadRequest: ({ fsx }) => fsx.describeFileCaches({ NextToken }),
    FileCacheNotFound: ({ fsx }) => fsx.describeFileCaches({ FileCacheIds: [unknownIds.FileCacheId] }),
  },
  DescribeFileSystemAliases: {
    BadRequest: ({ fsx, lustre }) => fsx.describeFileSystemAliases({ FileSystemId: lustre }),
    FileSystemNotFound: ({ fsx }) => fsx.describeFileSystemAliases(unknownIds),
  },
  DescribeFileSystems: {
    BadRequest: ({ fsx }) => fsx.describeFileSystems({ NextToken }),
    FileSystemNotFound: ({ fsx }) => fsx.describeFileSystems({ FileSystemIds: [unknownIds.FileSystemId] }),
  },
  DisassociateFileSystemAliases: {
    BadRequest: ({ fsx, windows }) =>
      fsx.disassociateFileSystemAliases({ FileSystemId: windows, Aliases: [alias] }),
    FileSystemNotFound: ({ fsx }) => fsx.disassociateFileSystemAliases({ ...unknownIds, Aliases: [alias] }),
  },
  ReleaseFileSystemNfsV3Locks: {
    BadRequest: ({ fsx, windows }) => fsx.releaseFileSystemNfsV3Locks({ FileSystemId: windows }),
    FileSystemNotFound: ({ fsx }) => fsx.releaseFileSystemNfsV3Locks(unknownIds),
    IncompatibleParameterError: {
      by: ({ fsx, openzfs, windows }) =>
        reusesToken(
          input => fsx.releaseFileSystemNfsV3Locks(input),
          { FileSystemId: openzfs },
          { FileSystemId: windows },
        ),
      members: { Parameter: "FileSystemId" },
    },
  },
  StartMisconfiguredStateRecovery: {
    BadRequest: ({ fsx, windows }) => fsx.startMisconfiguredStateRecovery({ FileSystemId: windows }),
    FileSystemNotFound: ({ fsx }) => fsx.startMisconfiguredStateRecovery(unknownIds),
  },
  UpdateFileCache: {
    BadRequest: ({ fsx, FileCacheId }) =>
      fsx.updateFileCache({ FileCacheId, LustreConfiguration: { WeeklyMaintenanceStartTime: "9:00:00" } }),
    FileCacheNotFound: ({ fsx }) =>
      fsx.updateFileCache({ ...unknownIds, LustreConfiguration: { WeeklyMaintenanceStartTime: "1:00:00" } }),
    IncompatibleParameterError: {
      by: ({ fsx, FileCacheId }) =>
        reusesToken(
          input => fsx.updateFileCache(input),
          { FileCacheId, LustreConfiguration: { WeeklyMaintenanceStartTime: "1:00:00" } },
          { FileCacheId, LustreConfiguration: { WeeklyMaintenanceStartTime: "2:00:00" } },
        ),
      members: { Parameter: "LustreConfiguration" },
    },
    MissingFileCacheConfiguration: ({ fsx, FileCacheId }) => fsx.updateFileCache({ FileCacheId }),
  },
  UpdateFileSystem: {
    BadRequest: ({ fsx, windows }) => fsx.updateFileSystem({ FileSystemId: windows, StorageCapacity: 301 }),
    FileSystemNotFound: ({ fsx }) => fsx.updateFileSystem({ ...unknownIds, StorageCapacity: 400 }),
    IncompatibleParameterError: {
      by: ({ fsx, windows: FileSystemId }) =>
        reusesToken(
          input => fsx.updateFileSystem(input),
          { FileSystemId, StorageCapacity: 400 },
          { FileSystemId, StorageCapacity: 500 },
        ),
      members: { Parameter: "StorageCapacity" },
    },
    InvalidNetworkSettings: {
      by: async ({ fsx, available }) => {
        const { FileSystemId } = await available("openzfs", {
          SubnetIds: [subnet, otherSubnet],
          OpenZFSConfiguration: {
            DeploymentType: "MULTI_AZ_1",
            ThroughputCapacity: 160,
            PreferredSubnetId: subnet,
          },
        });
        const OpenZFSConfiguration = { RemoveRouteTableIds: [unknownRouteTable] };
        await fsx.updateFileSystem({ FileSystemId, OpenZFSConfiguration });
      },
      members: { InvalidRouteTableId: unknownRouteTable },
    },
    MissingFileSystemConfiguration: ({ fsx, windows }) => fsx.updateFileSystem({ FileSystemId: windows }),
    ServiceLimitExceeded: {
      by: ({ fsx, openzfs: FileSystemId }) =>
        fsx.updateFileSystem({
          FileSystemId,
          OpenZFSConfiguration: { DiskIopsConfiguration: { Mode: "USER_PROVISIONED", Iops: 5_000 } },
        }),
      quotas: { fsxOpenZfsSsdIops: 4_000 },
      members: { Limit: "TOTAL_SSD_IOPS" },
    },
    UnsupportedOperation: ({ fsx, windows }) =>
      fsx.updateFileSystem({ FileSystemId: windows, FileSystemTypeVersion: "2.15" }),
  },
};
