import type { CreateFileSystemCommandInput, UpdateFileSystemCommandInput } from "@aws-sdk/client-fsx";
import { requests } from "../account";
import {
  audit,
  fsrm,
  fullRequests,
  linkedRequest,
  lustreLog,
  readCache,
  secret,
  squash,
} from "./full-requests";

interface FullUpdate {
  readonly create: CreateFileSystemCommandInput;
  readonly update: Omit<UpdateFileSystemCommandInput, "FileSystemId">;
}

const schedule = {
  WeeklyMaintenanceStartTime: "4:05:06",
  DailyAutomaticBackupStartTime: "06:07",
  AutomaticBackupRetentionDays: 12,
};

const directory = {
  DomainName: "new.example.org",
  OrganizationalUnitDistinguishedName: "OU=New",
  DnsIps: ["10.0.0.9"],
};

const [joined, hdd] = fullRequests.filter(({ FileSystemType }) => FileSystemType === "WINDOWS");
const tiering = fullRequests.filter(({ StorageType }) => StorageType === "INTELLIGENT_TIERING");
const multiAz = fullRequests.filter(({ SubnetIds = [] }) => SubnetIds.length === 2);

const of = (type: string, list: readonly CreateFileSystemCommandInput[]): CreateFileSystemCommandInput => {
  const found = list.find(({ FileSystemType }) => FileSystemType === type);
  if (!found) throw new Error(`No request for the type ${type}.`);
  return found;
};

/** Updates that together change every setting of a file system that can change. */
export const fullUpdates: readonly FullUpdate[] = [
  {
    create: joined ?? requests.windows,
    update: {
      StorageCapacity: 3_000,
      WindowsConfiguration: {
        ...schedule,
        ThroughputCapacity: 128,
        SelfManagedActiveDirectoryConfiguration: { ...directory, UserName: "other", Password: "a-password" },
        AuditLogConfiguration: { ...audit, FileAccessAuditLogLevel: "FAILURE_ONLY" },
        DiskIopsConfiguration: { Mode: "USER_PROVISIONED", Iops: 12_000 },
        FsrmConfiguration: { ...fsrm, FsrmServiceEnabled: false },
      },
    },
  },
  {
    create: hdd ?? requests.windows,
    update: {
      StorageType: "SSD",
      WindowsConfiguration: {
        SelfManagedActiveDirectoryConfiguration: { ...directory, DomainJoinServiceAccountSecret: secret },
      },
    },
  },
  {
    create: {
      ...requests.lustre,
      LustreConfiguration: {
        ...requests.lustre.LustreConfiguration,
        MetadataConfiguration: { Mode: "AUTOMATIC" },
      },
    },
    update: {
      StorageCapacity: 4_800,
      LustreConfiguration: {
        ...schedule,
        DataCompressionType: "LZ4",
        LogConfiguration: lustreLog,
        RootSquashConfiguration: squash,
        PerUnitStorageThroughput: 500,
        MetadataConfiguration: { Mode: "USER_PROVISIONED", Iops: 24_000 },
      },
    },
  },
  {
    create: { ...requests.lustre, FileSystemTypeVersion: "2.12" },
    update: { FileSystemTypeVersion: "2.15" },
  },
  { create: linkedRequest, update: { LustreConfiguration: { AutoImportPolicy: "NEW_CHANGED_DELETED" } } },
  {
    create: of("LUSTRE", tiering),
    update: {
      LustreConfiguration: {
        ThroughputCapacity: 8_000,
        DataReadCacheConfiguration: { ...readCache, SizeGiB: 200 },
      },
    },
  },
  {
    create: of("ONTAP", multiAz),
    update: {
      StorageCapacity: 2_048,
      OntapConfiguration: {
        ...schedule,
        FsxAdminPassword: "another-password",
        DiskIopsConfiguration: { Mode: "USER_PROVISIONED", Iops: 9_000 },
        ThroughputCapacity: 512,
        AddRouteTableIds: ["rtb-22222222"],
        RemoveRouteTableIds: ["rtb-11111111"],
        EndpointIpv6AddressRange: "fd01::/118",
      },
    },
  },
  {
    create:
      fullRequests.find(({ OntapConfiguration }) => OntapConfiguration?.HAPairs === 2) ?? requests.ontap,
    update: {
      StorageCapacity: 3_072,
      OntapConfiguration: { HAPairs: 3, ThroughputCapacityPerHAPair: 1_536 },
    },
  },
  {
    create: of("OPENZFS", multiAz),
    update: {
      StorageCapacity: 256,
      NetworkType: "DUAL",
      OpenZFSConfiguration: {
        ...schedule,
        CopyTagsToBackups: false,
        CopyTagsToVolumes: false,
        ThroughputCapacity: 640,
        DiskIopsConfiguration: { Mode: "USER_PROVISIONED", Iops: 9_000 },
        AddRouteTableIds: ["rtb-22222222"],
        RemoveRouteTableIds: ["rtb-11111111"],
        EndpointIpv6AddressRange: "fd01::/118",
      },
    },
  },
  {
    create: of("OPENZFS", tiering),
    update: { OpenZFSConfiguration: { ReadCacheConfiguration: { ...readCache, SizeGiB: 200 } } },
  },
];
