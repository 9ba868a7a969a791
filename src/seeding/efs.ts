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
import { assumedVpcId } from "../services/efs/mount-targets/subnets";
import { zoneNumber, zonesIn } from "../services/efs/mount-targets/zones";
import type { AccessPoint } from "../services/efs/records/access-points";
import type { FileSystem } from "../services/efs/records/file-systems";
import type { MountTarget } from "../services/efs/records/mount-targets";
import type { Replication } from "../services/efs/records/replications";
import type { Subnet } from "../services/efs/records/subnets";
import { type Collection, invalidItem, needed } from "./collection";
import { isObject, type Members } from "./members";
import { replaysOf } from "./replay";

const replay = replaysOf<EfsShape>("efs");

type FileSystemSeed = Omit<CreateFileSystemRequest, "CreationToken"> &
  Partial<FileSystemDescription> &
  Partial<PutBackupPolicyRequest & PutLifecycleConfigurationRequest & PutFileSystemPolicyRequest>;

/** A subnet as far as mount targets are concerned; once there is one, an unknown one is refused. */
export type SubnetSeed = Pick<Subnet, "SubnetId"> & Partial<Omit<Subnet, "seeded">>;

function makeSubnet(item: Partial<SubnetSeed>, { efs, place }: EfsAccount): Subnet {
  const SubnetId = needed(item.SubnetId, "SubnetId");
  if (efs.subnets.has(SubnetId)) throw invalidItem(`names the subnet ${SubnetId}, which there is already`);
  return efs.subnets.insert({
    VpcId: assumedVpcId(place),
    CidrBlock: `10.0.${efs.subnets.size}.0/24`,
    ...zoneNumber(place.region, efs.subnets.size % zonesIn(place.region)),
    ...item,
    SubnetId,
    seeded: true,
  });
}

const subnets: Collection<EfsShape, SubnetSeed, Subnet> = {
  inputsOf: [],
  members: {
    SubnetId: "string",
    VpcId: "string",
    AvailabilityZoneName: "string",
    AvailabilityZoneId: "string",
    CidrBlock: "string",
    Ipv6CidrBlock: "string",
    SecurityGroups: "texts",
  },
  make: makeSubnet,
};

const automaticBackupKey = "aws:elasticfilesystem:default-backup";

/** A file system with the tag by which AWS Backup finds it is one that is backed up automatically. */
function backedUp(item: Members): Members {
  const { Tags } = item;
  if (!Array.isArray(Tags)) return item;
  const own = Tags.filter(tag => !(isObject(tag) && tag["Key"] === automaticBackupKey));
  if (own.length === Tags.length) return item;
  const said = item["Backup"] !== undefined || item["BackupPolicy"] !== undefined;
  return { ...item, Tags: own, ...(!said && { Backup: true }) };
}

/** The lists of Amazon EFS that a fixture can have, in the order in which they are made. */
export const efsCollections = {
  /** The subnets of the Region. Once one is seeded, unknown subnets are refused. */
  subnets,
  /** File systems, with the members of CreateFileSystem, DescribeFileSystems, and the inputs for backup, lifecycle and file system policies. */
  fileSystems: replay<FileSystemSeed, FileSystem>({
    by: "CreateFileSystem",
    table: "fileSystems",
    shownBy: "DescribeFileSystems.FileSystems",
    namedBy: "FileSystemId",
    also: ["PutBackupPolicy", "PutLifecycleConfiguration", "PutFileSystemPolicy"],
    computed: ["NumberOfMountTargets", "Name"],
    settable: ["FileSystemProtection"],
    reword: backedUp,
  }),
  /** Mount targets, with the members of CreateMountTarget and DescribeMountTargets. */
  mountTargets: replay<CreateMountTargetRequest & Partial<MountTargetDescription>, MountTarget>({
    by: "CreateMountTarget",
    table: "mountTargets",
    shownBy: "DescribeMountTargets.MountTargets",
    namedBy: "MountTargetId",
    settable: ["NetworkInterfaceId"],
  }),
  /** Access points, with the members of CreateAccessPoint and DescribeAccessPoints. */
  accessPoints: replay<CreateAccessPointRequest & AccessPointDescription, AccessPoint>({
    by: "CreateAccessPoint",
    table: "accessPoints",
    shownBy: "DescribeAccessPoints.AccessPoints",
    namedBy: "AccessPointId",
    computed: ["Name"],
  }),
  /** Replications, with the members of CreateReplicationConfiguration and DescribeReplicationConfigurations. */
  replicationConfigurations: replay<
    CreateReplicationConfigurationRequest & ReplicationConfigurationDescription,
    Replication
  >({
    by: "CreateReplicationConfiguration",
    table: "replications",
    shownBy: "DescribeReplicationConfigurations.Replications",
    askedFor: "FileSystemId",
    namedBy: "SourceFileSystemId",
  }),
};
