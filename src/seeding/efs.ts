import type {
  AccessPointDescription,
  CreateAccessPointRequest,
  CreateFileSystemRequest,
  CreateMountTargetRequest,
  CreateReplicationConfigurationRequest,
  FileSystemDescription,
  MountTargetDescription,
  PutBackupPolicyRequest,
  PutFileSystemPolicyRequest,
  PutLifecycleConfigurationRequest,
  ReplicationConfigurationDescription,
} from "@aws-sdk/client-efs";
import type { EfsAccount, EfsShape } from "../services/efs/account/account";
import { efsKinds } from "../services/efs/kinds";
import { assumedVpcId, subnetFor } from "../services/efs/mount-targets/subnets";
import { completedZone, zoneCount } from "../services/efs/mount-targets/zones";
import type { AccessPoint } from "../services/efs/records/access-points";
import type { FileSystem } from "../services/efs/records/file-systems";
import type { MountTarget } from "../services/efs/records/mount-targets";
import type { Replication } from "../services/efs/records/replications";
import { type Subnet, subnetMembers } from "../services/efs/records/subnets";
import { type Collection, type Item, required, type SeedContext, useOnce } from "./collection";
import { isObject, type Members } from "./members";
import { replaysOf } from "./replay-collections";

const replay = replaysOf<EfsShape>();

type FileSystemSeed = Omit<CreateFileSystemRequest, "CreationToken"> &
  Partial<FileSystemDescription> &
  Partial<PutBackupPolicyRequest & PutLifecycleConfigurationRequest & PutFileSystemPolicyRequest>;

/** A subnet. Once a fixture has one, unknown subnets are refused. */
export type SubnetSeed = Pick<Subnet, "SubnetId"> &
  Partial<Omit<Subnet, "seeded">> & {
    /** Whether the subnet has IPv6 addresses only. Its range is `Ipv6CidrBlock`. */
    readonly Ipv6Native?: boolean | undefined;
  };

/** Makes a subnet, or adds to one that an earlier fixture made or a mount target assumed. */
function makeSubnet(
  { Ipv6Native, ...item }: Partial<SubnetSeed>,
  { efs, place }: EfsAccount,
  { usedNames }: SeedContext,
): Subnet {
  const SubnetId = required(item.SubnetId, "SubnetId");
  useOnce(usedNames, `subnet ${SubnetId}`);
  const known = efs.subnets.get(SubnetId);
  const { size } = efs.subnets;
  const hasZone = item.AvailabilityZoneName !== undefined || item.AvailabilityZoneId !== undefined;
  const zone = known && !hasZone ? known : completedZone(place.region, item, size % zoneCount(place.region));
  return efs.subnets.put({
    VpcId: assumedVpcId(place),
    CidrBlock: `10.0.${size}.0/24`,
    ...known,
    ...(Ipv6Native === true && { CidrBlock: undefined }),
    ...item,
    AvailabilityZoneName: zone.AvailabilityZoneName,
    AvailabilityZoneId: zone.AvailabilityZoneId,
    SubnetId,
    seeded: true,
  });
}

const subnets: Collection<EfsShape, SubnetSeed, Subnet> = {
  createdBy: [],
  members: { ...subnetMembers, Ipv6Native: "boolean" },
  make: makeSubnet,
};

const automaticBackupKey = "aws:elasticfilesystem:default-backup";

/** Replaces the tag that AWS Backup selects by, which callers cannot set, by the switch for automatic backups. */
function withoutAutomaticTag(item: Members): Members {
  const { Tags } = item;
  if (!Array.isArray(Tags)) return item;
  const own = Tags.filter(tag => !(isObject(tag) && tag["Key"] === automaticBackupKey));
  if (own.length === Tags.length) return item;
  const isSet = item["Backup"] !== undefined || item["BackupPolicy"] !== undefined;
  return { ...item, Tags: own, ...(!isSet && { Backup: true }) };
}

/** Adds the type of address, which descriptions of mount targets do not show. */
function withAddressType(item: Members): Members {
  const { IpAddress, Ipv6Address, IpAddressType } = item;
  if (Ipv6Address === undefined || IpAddressType !== undefined) return item;
  return { ...item, IpAddressType: IpAddress === undefined ? "IPV6_ONLY" : "DUAL_STACK" };
}

/** Lets a replication begin that a description shows: its destination is protected because of that very replication. */
function freeDestinations({ Destinations }: Members, { efs }: EfsAccount): void {
  for (const destination of Array.isArray(Destinations) ? Destinations : []) {
    const id = isObject(destination) ? destination["FileSystemId"] : undefined;
    const known = typeof id === "string" ? efs.fileSystems.get(id) : undefined;
    if (known?.FileSystemProtection.ReplicationOverwriteProtection !== "REPLICATING") continue;
    efs.fileSystems.change(known, { FileSystemProtection: { ReplicationOverwriteProtection: "DISABLED" } });
  }
}

/** Assumes the subnet of a described mount target, which says where it is. */
function assumeSubnet(item: Item<MountTargetDescription>, account: EfsAccount): void {
  const { SubnetId, VpcId, IpAddress, AvailabilityZoneName, AvailabilityZoneId } = item;
  const { subnets } = account.efs;
  if (SubnetId === undefined || subnets.has(SubnetId)) return;
  const given = { AvailabilityZoneName, AvailabilityZoneId };
  const isPlaced = AvailabilityZoneName !== undefined || AvailabilityZoneId !== undefined;
  const zone = isPlaced ? completedZone(account.place.region, given, 0) : undefined;
  if (!zone && VpcId === undefined) return;
  const hints = { IpAddress, isIpv6Only: IpAddress === undefined && item.Ipv6Address !== undefined };
  subnetFor(account, SubnetId, { ...hints, zone, zonesTaken: new Set(), VpcId });
}

/** The lists of Amazon EFS, in the order in which they are seeded. */
export const efsCollections = {
  /** The subnets of the Region. Once one is seeded, unknown subnets are refused. */
  subnets,
  /** File systems, with the members of CreateFileSystem, DescribeFileSystems, and the inputs for backup, lifecycle and file system policies. */
  fileSystems: replay<FileSystemSeed, FileSystem>({
    operation: "CreateFileSystem",
    table: "fileSystems",
    description: efsKinds.fileSystems.description,
    idPath: "FileSystemId",
    furtherOperations: ["PutBackupPolicy", "PutLifecycleConfiguration", "PutFileSystemPolicy"],
    computed: ["NumberOfMountTargets", "Name"],
    settable: ["FileSystemProtection"],
    reword: withoutAutomaticTag,
  }),
  /** Mount targets, with the members of CreateMountTarget and DescribeMountTargets. */
  mountTargets: replay<CreateMountTargetRequest & Partial<MountTargetDescription>, MountTarget>({
    operation: "CreateMountTarget",
    table: "mountTargets",
    description: efsKinds.mountTargets.description,
    idPath: "MountTargetId",
    settable: ["NetworkInterfaceId"],
    reword: withAddressType,
    prepare: assumeSubnet,
  }),
  /** Access points, with the members of CreateAccessPoint and DescribeAccessPoints. */
  accessPoints: replay<CreateAccessPointRequest & AccessPointDescription, AccessPoint>({
    operation: "CreateAccessPoint",
    table: "accessPoints",
    description: efsKinds.accessPoints.description,
    idPath: "AccessPointId",
    computed: ["Name"],
  }),
  /** Replications, with the members of CreateReplicationConfiguration and DescribeReplicationConfigurations. */
  replicationConfigurations: replay<
    CreateReplicationConfigurationRequest & ReplicationConfigurationDescription,
    Replication
  >({
    operation: "CreateReplicationConfiguration",
    table: "replications",
    description: efsKinds.replications.description,
    idPath: "SourceFileSystemId",
    prepare: freeDestinations,
  }),
};
