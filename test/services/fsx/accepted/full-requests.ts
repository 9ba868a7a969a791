import type { CreateFileSystemCommandInput, OpenZFSCreateRootVolumeConfiguration } from "@aws-sdk/client-fsx";
import { otherSubnet, subnet } from "../account";

const logGroup = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/fsx/of-our-own:log-stream:files";
export const secret = `arn:aws:secretsmanager:us-east-1:123456789012:secret:${"join".repeat(6)}-AbCdEf`;

const schedule = {
  WeeklyMaintenanceStartTime: "3:04:05",
  DailyAutomaticBackupStartTime: "05:06",
  AutomaticBackupRetentionDays: 11,
};

/** Settings that all types accept. */
const common = {
  SecurityGroupIds: ["sg-11111111"],
  Tags: [{ Key: "team", Value: "storage" }],
  KmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/of-our-own",
};

const inOneZone = { SubnetIds: [subnet] };
const inTwoZones = { SubnetIds: [subnet, otherSubnet] };
const iops = { Mode: "USER_PROVISIONED", Iops: 5_000 } as const;
const endpoints = {
  EndpointIpAddressRange: "198.19.1.0/24",
  EndpointIpv6AddressRange: "fd00::/118",
  RouteTableIds: ["rtb-11111111"],
};

export const audit = {
  FileAccessAuditLogLevel: "SUCCESS_ONLY",
  FileShareAccessAuditLogLevel: "FAILURE_ONLY",
  AuditLogDestination: logGroup,
} as const;
export const fsrm = { FsrmServiceEnabled: true, EventLogDestination: logGroup };
export const lustreLog = { Level: "ERROR_ONLY", Destination: logGroup } as const;
export const squash = { RootSquash: "1:1", NoSquashNids: ["10.0.0.1@tcp"] };
export const readCache = { SizingMode: "USER_PROVISIONED", SizeGiB: 100 } as const;
export const volumeSettings: OpenZFSCreateRootVolumeConfiguration = {
  RecordSizeKiB: 64,
  DataCompressionType: "ZSTD",
  NfsExports: [{ ClientConfigurations: [{ Clients: "10.0.0.0/8", Options: ["rw"] }] }],
  UserAndGroupQuotas: [{ Type: "USER", Id: 7, StorageCapacityQuotaGiB: 5 }],
  CopyTagsToSnapshots: true,
  ReadOnly: true,
};

/** Requests that together use every setting of a file system. */
export const fullRequests: readonly CreateFileSystemCommandInput[] = [
  {
    FileSystemType: "WINDOWS",
    StorageCapacity: 2_000,
    StorageType: "SSD",
    NetworkType: "DUAL",
    ...inTwoZones,
    ...common,
    WindowsConfiguration: {
      SelfManagedActiveDirectoryConfiguration: {
        DomainName: "ad.example.org",
        OrganizationalUnitDistinguishedName: "OU=FSx",
        FileSystemAdministratorsGroup: "Keepers",
        UserName: "joiner",
        Password: "a-password",
        DnsIps: ["10.0.0.2"],
      },
      DeploymentType: "MULTI_AZ_1",
      PreferredSubnetId: otherSubnet,
      ThroughputCapacity: 64,
      ...schedule,
      CopyTagsToBackups: true,
      Aliases: ["files.example.org"],
      AuditLogConfiguration: audit,
      DiskIopsConfiguration: { ...iops, Iops: 7_000 },
      FsrmConfiguration: fsrm,
    },
  },
  {
    FileSystemType: "WINDOWS",
    StorageCapacity: 2_000,
    StorageType: "HDD",
    ...inOneZone,
    WindowsConfiguration: {
      SelfManagedActiveDirectoryConfiguration: {
        DomainName: "ad.example.org",
        DomainJoinServiceAccountSecret: secret,
        DnsIps: ["10.0.0.2"],
      },
      DeploymentType: "SINGLE_AZ_2",
      ThroughputCapacity: 64,
    },
  },
  {
    FileSystemType: "WINDOWS",
    StorageCapacity: 2_000,
    ...inOneZone,
    WindowsConfiguration: { ActiveDirectoryId: "d-1111111111", ThroughputCapacity: 16 },
  },
  {
    FileSystemType: "LUSTRE",
    FileSystemTypeVersion: "2.15",
    StorageCapacity: 19_200,
    ...inOneZone,
    ...common,
    LustreConfiguration: {
      DeploymentType: "PERSISTENT_2",
      PerUnitStorageThroughput: 250,
      ...schedule,
      CopyTagsToBackups: true,
      DataCompressionType: "LZ4",
      EfaEnabled: true,
      LogConfiguration: lustreLog,
      RootSquashConfiguration: squash,
      MetadataConfiguration: { Mode: "USER_PROVISIONED", Iops: 12_000 },
    },
  },
  {
    FileSystemType: "LUSTRE",
    StorageCapacity: 6_000,
    StorageType: "HDD",
    ...inOneZone,
    LustreConfiguration: {
      DeploymentType: "PERSISTENT_1",
      PerUnitStorageThroughput: 12,
      DriveCacheType: "READ",
    },
  },
  {
    FileSystemType: "LUSTRE",
    FileSystemTypeVersion: "2.15",
    StorageType: "INTELLIGENT_TIERING",
    ...inOneZone,
    LustreConfiguration: {
      DeploymentType: "PERSISTENT_2",
      ThroughputCapacity: 4_000,
      DataReadCacheConfiguration: readCache,
      MetadataConfiguration: { Mode: "USER_PROVISIONED", Iops: 6_000 },
    },
  },
  {
    FileSystemType: "ONTAP",
    StorageCapacity: 1_024,
    ...inTwoZones,
    ...common,
    OntapConfiguration: {
      DeploymentType: "MULTI_AZ_1",
      FsxAdminPassword: "a-password",
      ...schedule,
      ...endpoints,
      DiskIopsConfiguration: iops,
      PreferredSubnetId: subnet,
      ThroughputCapacity: 256,
    },
  },
  {
    FileSystemType: "ONTAP",
    StorageCapacity: 2_048,
    ...inOneZone,
    OntapConfiguration: {
      DeploymentType: "SINGLE_AZ_2",
      HAPairs: 2,
      ThroughputCapacityPerHAPair: 1_536,
    },
  },
  {
    FileSystemType: "OPENZFS",
    StorageCapacity: 128,
    ...inTwoZones,
    ...common,
    OpenZFSConfiguration: {
      DeploymentType: "MULTI_AZ_1",
      ThroughputCapacity: 320,
      ...schedule,
      ...endpoints,
      CopyTagsToBackups: true,
      CopyTagsToVolumes: true,
      DiskIopsConfiguration: iops,
      PreferredSubnetId: subnet,
      RootVolumeConfiguration: volumeSettings,
    },
  },
  {
    FileSystemType: "OPENZFS",
    StorageType: "INTELLIGENT_TIERING",
    ...inTwoZones,
    OpenZFSConfiguration: {
      DeploymentType: "MULTI_AZ_1",
      ThroughputCapacity: 160,
      PreferredSubnetId: subnet,
      ReadCacheConfiguration: readCache,
    },
  },
];

/** The same for a file system with an ImportPath, which cannot have backups. */
export const linkedRequest: CreateFileSystemCommandInput = {
  FileSystemType: "LUSTRE",
  StorageCapacity: 1_200,
  ...inOneZone,
  LustreConfiguration: {
    DeploymentType: "PERSISTENT_1",
    PerUnitStorageThroughput: 50,
    ImportPath: "s3://bucket",
    ExportPath: "s3://bucket/out",
    ImportedFileChunkSize: 2_048,
    AutoImportPolicy: "NEW",
  },
};
