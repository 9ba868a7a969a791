import { type NeverAnswered, type Provocations, testDeclaredErrors } from "../../support/declared-errors";
import {
  creating,
  destination,
  marker,
  open,
  policy,
  seedSubnets,
  tag,
  unknownIds,
  type World,
  west,
} from "./error-world";
import { availableFileSystem, subnetB } from "./support";

const provocations: Provocations<World> = {
  CreateAccessPoint: {
    AccessPointAlreadyExists: {
      by: ({ efs, FileSystemId }) => efs.createAccessPoint({ FileSystemId, ClientToken: "taken" }),
      members: { AccessPointId: expect.stringMatching(/^fsap-[0-9a-f]{17}$/) },
    },
    AccessPointLimitExceeded: {
      by: ({ efs, FileSystemId }) => efs.createAccessPoint({ FileSystemId }),
      quotas: { efsAccessPointsPerFileSystem: 1 },
    },
    BadRequest: ({ efs, FileSystemId }) => efs.createAccessPoint({ FileSystemId, Tags: [tag, tag] }),
    FileSystemNotFound: ({ efs }) => efs.createAccessPoint(unknownIds),
    IncorrectFileSystemLifeCycleState: async world => world.efs.createAccessPoint(await creating(world)),
  },
  CreateFileSystem: {
    BadRequest: ({ efs }) => efs.createFileSystem({ KmsKeyId: "alias/backup" }),
    FileSystemAlreadyExists: {
      by: async ({ efs }) => {
        await efs.createFileSystem({ CreationToken: "twice" });
        await efs.createFileSystem({ CreationToken: "twice" });
      },
      members: { FileSystemId: expect.stringMatching(/^fs-[0-9a-f]{17}$/) },
    },
    FileSystemLimitExceeded: { by: ({ efs }) => efs.createFileSystem({}), quotas: { efsFileSystems: 1 } },
    ThroughputLimitExceeded: ({ efs }) =>
      efs.createFileSystem({ ThroughputMode: "provisioned", ProvisionedThroughputInMibps: 4_000 }),
    UnsupportedAvailabilityZone: ({ efs }) => efs.createFileSystem({ AvailabilityZoneName: "us-east-1z" }),
  },
  CreateMountTarget: {
    AvailabilityZonesMismatch: async ({ aws, efs }) => {
      seedSubnets(aws, subnetB);
      const { FileSystemId } = await availableFileSystem(efs, { AvailabilityZoneName: "us-east-1a" });
      await efs.createMountTarget({ FileSystemId, SubnetId: subnetB.SubnetId });
    },
    BadRequest: async ({ efs, SubnetId }) => {
      const { FileSystemId } = await availableFileSystem(efs);
      await efs.createMountTarget({ FileSystemId, SubnetId, IpAddress: "192.168.0.5" });
    },
    FileSystemNotFound: ({ efs, SubnetId }) => efs.createMountTarget({ ...unknownIds, SubnetId }),
    IncorrectFileSystemLifeCycleState: async world =>
      world.efs.createMountTarget({ ...(await creating(world)), SubnetId: world.SubnetId }),
    IpAddressInUse: async ({ efs, SubnetId, MountTargetId }) => {
      const { MountTargets = [] } = await efs.describeMountTargets({ MountTargetId });
      const { FileSystemId } = await availableFileSystem(efs);
      await efs.createMountTarget({ FileSystemId, SubnetId, IpAddress: MountTargets[0]?.IpAddress });
    },
    MountTargetConflict: ({ efs, FileSystemId, SubnetId }) =>
      efs.createMountTarget({ FileSystemId, SubnetId }),
    NetworkInterfaceLimitExceeded: {
      by: ({ efs, FileSystemId, unknownSubnet }) =>
        efs.createMountTarget({ FileSystemId, SubnetId: unknownSubnet }),
      quotas: { efsMountTargetsPerVpc: 1 },
    },
    NoFreeAddressesInSubnet: async ({ aws, efs }) => {
      // AWS reserves all four addresses.
      seedSubnets(aws, { ...subnetB, CidrBlock: "172.31.0.0/30" });
      const { FileSystemId } = await availableFileSystem(efs);
      await efs.createMountTarget({ FileSystemId, SubnetId: subnetB.SubnetId });
    },
    SecurityGroupLimitExceeded: ({ efs, FileSystemId, unknownSubnet }) =>
      efs.createMountTarget({
        FileSystemId,
        SubnetId: unknownSubnet,
        SecurityGroups: [1, 2, 3, 4, 5, 6].map(number => `sg-0000000${number}`),
      }),
    SecurityGroupNotFound: async ({ aws, efs }) => {
      seedSubnets(aws, subnetB);
      const { FileSystemId } = await availableFileSystem(efs);
      const { SubnetId } = subnetB;
      await efs.createMountTarget({ FileSystemId, SubnetId, SecurityGroups: ["sg-99999999"] });
    },
    SubnetNotFound: ({ aws, efs, FileSystemId }) => {
      seedSubnets(aws, subnetB);
      return efs.createMountTarget({ FileSystemId, SubnetId: "subnet-ffffffff" });
    },
    UnsupportedAvailabilityZone: ({ aws, efs, FileSystemId }) => {
      seedSubnets(aws, { ...subnetB, AvailabilityZoneName: "us-east-1-bos-1a" });
      return efs.createMountTarget({ FileSystemId, SubnetId: subnetB.SubnetId });
    },
  },
  CreateReplicationConfiguration: {
    BadRequest: ({ efs, FileSystemId }) =>
      efs.createReplicationConfiguration({ SourceFileSystemId: FileSystemId, Destinations: [{}] }),
    ConflictException: async ({ efs }) => {
      const source = await availableFileSystem(efs, { Encrypted: true });
      const target = await availableFileSystem(efs);
      await efs.updateFileSystemProtection({ ...target, ReplicationOverwriteProtection: "DISABLED" });
      await efs.createReplicationConfiguration({
        SourceFileSystemId: source.FileSystemId,
        Destinations: [{ FileSystemId: target.FileSystemId }],
      });
    },
    FileSystemLimitExceeded: {
      by: ({ efs, FileSystemId }) =>
        efs.createReplicationConfiguration({
          SourceFileSystemId: FileSystemId,
          Destinations: [{ Region: "us-east-1" }],
        }),
      quotas: { efsFileSystems: 1 },
    },
    FileSystemNotFound: ({ efs }) =>
      efs.createReplicationConfiguration({ SourceFileSystemId: unknownIds.FileSystemId, Destinations: west }),
    IncorrectFileSystemLifeCycleState: async world => {
      const { FileSystemId } = await creating(world);
      await world.efs.createReplicationConfiguration({
        SourceFileSystemId: FileSystemId,
        Destinations: west,
      });
    },
    UnsupportedAvailabilityZone: ({ efs, FileSystemId }) =>
      efs.createReplicationConfiguration({
        SourceFileSystemId: FileSystemId,
        Destinations: [{ Region: "us-west-2", AvailabilityZoneName: "us-west-2z" }],
      }),
    ValidationException: ({ efs, FileSystemId }) =>
      efs.createReplicationConfiguration({ SourceFileSystemId: FileSystemId, Destinations: undefined }),
  },
  CreateTags: {
    BadRequest: ({ efs, FileSystemId }) => efs.createTags({ FileSystemId, Tags: [tag, tag] }),
    FileSystemNotFound: ({ efs }) => efs.createTags({ ...unknownIds, Tags: [tag] }),
  },
  DeleteAccessPoint: { AccessPointNotFound: ({ efs }) => efs.deleteAccessPoint(unknownIds) },
  DeleteFileSystem: {
    FileSystemInUse: ({ efs, FileSystemId }) => efs.deleteFileSystem({ FileSystemId }),
    FileSystemNotFound: ({ efs }) => efs.deleteFileSystem(unknownIds),
  },
  DeleteFileSystemPolicy: {
    FileSystemNotFound: ({ efs }) => efs.deleteFileSystemPolicy(unknownIds),
    IncorrectFileSystemLifeCycleState: async world => world.efs.deleteFileSystemPolicy(await creating(world)),
  },
  DeleteMountTarget: { MountTargetNotFound: ({ efs }) => efs.deleteMountTarget(unknownIds) },
  DeleteReplicationConfiguration: {
    BadRequest: async world => {
      await destination(world);
      await world.efs.deleteReplicationConfiguration({
        SourceFileSystemId: world.FileSystemId,
        DeletionMode: "LOCAL_CONFIGURATION_ONLY",
      });
    },
    FileSystemNotFound: ({ efs }) =>
      efs.deleteReplicationConfiguration({ SourceFileSystemId: unknownIds.FileSystemId }),
    ReplicationNotFound: ({ efs, FileSystemId }) =>
      efs.deleteReplicationConfiguration({ SourceFileSystemId: FileSystemId }),
  },
  DeleteTags: { FileSystemNotFound: ({ efs }) => efs.deleteTags({ ...unknownIds, TagKeys: ["team"] }) },
  DescribeAccessPoints: {
    AccessPointNotFound: ({ efs }) => efs.describeAccessPoints({ AccessPointId: unknownIds.AccessPointId }),
    BadRequest: ({ efs }) => efs.describeAccessPoints({ NextToken: marker }),
    FileSystemNotFound: ({ efs }) => efs.describeAccessPoints({ FileSystemId: unknownIds.FileSystemId }),
  },
  DescribeBackupPolicy: {
    FileSystemNotFound: ({ efs }) => efs.describeBackupPolicy(unknownIds),
    PolicyNotFound: ({ efs, FileSystemId }) => efs.describeBackupPolicy({ FileSystemId }),
    ValidationException: ({ efs }) => efs.describeBackupPolicy({ FileSystemId: "backup" }),
  },
  DescribeFileSystemPolicy: {
    FileSystemNotFound: ({ efs }) => efs.describeFileSystemPolicy(unknownIds),
    PolicyNotFound: ({ efs, FileSystemId }) => efs.describeFileSystemPolicy({ FileSystemId }),
  },
  DescribeFileSystems: {
    BadRequest: ({ efs, FileSystemId }) => efs.describeFileSystems({ FileSystemId, CreationToken: "token" }),
    FileSystemNotFound: ({ efs }) => efs.describeFileSystems(unknownIds),
  },
  DescribeLifecycleConfiguration: {
    FileSystemNotFound: ({ efs }) => efs.describeLifecycleConfiguration(unknownIds),
  },
  DescribeMountTargetSecurityGroups: {
    IncorrectMountTargetState: async ({ efs, MountTargetId }) => {
      await efs.deleteMountTarget({ MountTargetId });
      await efs.describeMountTargetSecurityGroups({ MountTargetId });
    },
    MountTargetNotFound: ({ efs }) => efs.describeMountTargetSecurityGroups(unknownIds),
  },
  DescribeMountTargets: {
    AccessPointNotFound: ({ efs }) => efs.describeMountTargets({ AccessPointId: unknownIds.AccessPointId }),
    BadRequest: ({ efs }) => efs.describeMountTargets({}),
    FileSystemNotFound: ({ efs }) => efs.describeMountTargets({ FileSystemId: unknownIds.FileSystemId }),
    MountTargetNotFound: ({ efs }) => efs.describeMountTargets({ MountTargetId: unknownIds.MountTargetId }),
  },
  DescribeReplicationConfigurations: {
    BadRequest: ({ efs }) => efs.describeReplicationConfigurations({ NextToken: marker }),
    FileSystemNotFound: ({ efs }) => efs.describeReplicationConfigurations(unknownIds),
    ReplicationNotFound: ({ efs, FileSystemId }) => efs.describeReplicationConfigurations({ FileSystemId }),
    ValidationException: ({ efs }) => efs.describeReplicationConfigurations({ MaxResults: 0 }),
  },
  DescribeTags: {
    BadRequest: ({ efs, FileSystemId }) => efs.describeTags({ FileSystemId, Marker: marker }),
    FileSystemNotFound: ({ efs }) => efs.describeTags(unknownIds),
  },
  ListTagsForResource: {
    AccessPointNotFound: ({ efs }) => efs.listTagsForResource({ ResourceId: unknownIds.AccessPointId }),
    BadRequest: ({ efs, FileSystemId }) =>
      efs.listTagsForResource({ ResourceId: FileSystemId, NextToken: marker }),
    FileSystemNotFound: ({ efs }) => efs.listTagsForResource({ ResourceId: unknownIds.FileSystemId }),
  },
  ModifyMountTargetSecurityGroups: {
    BadRequest: ({ efs, MountTargetId }) => efs.modifyMountTargetSecurityGroups({ MountTargetId }),
    IncorrectMountTargetState: async ({ efs, MountTargetId }) => {
      await efs.deleteMountTarget({ MountTargetId });
      await efs.modifyMountTargetSecurityGroups({ MountTargetId, SecurityGroups: ["sg-11111111"] });
    },
    MountTargetNotFound: ({ efs }) => efs.modifyMountTargetSecurityGroups(unknownIds),
    SecurityGroupLimitExceeded: {
      by: ({ efs, MountTargetId }) =>
        efs.modifyMountTargetSecurityGroups({ MountTargetId, SecurityGroups: ["sg-1", "sg-2"].map(long) }),
      quotas: { efsSecurityGroupsPerMountTarget: 1 },
    },
    SecurityGroupNotFound: async ({ aws, efs }) => {
      seedSubnets(aws, subnetB);
      const { FileSystemId } = await availableFileSystem(efs);
      const { MountTargetId } = await efs.createMountTarget({ FileSystemId, SubnetId: subnetB.SubnetId });
      await efs.modifyMountTargetSecurityGroups({ MountTargetId, SecurityGroups: ["sg-99999999"] });
    },
  },
  PutAccountPreferences: {
    BadRequest: ({ efs }) => efs.putAccountPreferences({ ResourceIdType: "SHORT_ID" }),
  },
  PutBackupPolicy: {
    FileSystemNotFound: ({ efs }) =>
      efs.putBackupPolicy({ ...unknownIds, BackupPolicy: { Status: "ENABLED" } }),
    IncorrectFileSystemLifeCycleState: async world =>
      world.efs.putBackupPolicy({ ...(await creating(world)), BackupPolicy: { Status: "ENABLED" } }),
    ValidationException: ({ efs, FileSystemId }) =>
      efs.putBackupPolicy({ FileSystemId, BackupPolicy: { Status: undefined } }),
  },
  PutFileSystemPolicy: {
    FileSystemNotFound: ({ efs }) => efs.putFileSystemPolicy({ ...unknownIds, Policy: policy }),
    IncorrectFileSystemLifeCycleState: async world =>
      world.efs.putFileSystemPolicy({ ...(await creating(world)), Policy: policy }),
    InvalidPolicyException: ({ efs, FileSystemId }) =>
      efs.putFileSystemPolicy({ FileSystemId, Policy: "{}" }),
  },
  PutLifecycleConfiguration: {
    BadRequest: ({ efs, FileSystemId }) =>
      efs.putLifecycleConfiguration({ FileSystemId, LifecyclePolicies: [{}] }),
    FileSystemNotFound: ({ efs }) => efs.putLifecycleConfiguration({ ...unknownIds, LifecyclePolicies: [] }),
    IncorrectFileSystemLifeCycleState: async world =>
      world.efs.putLifecycleConfiguration({ ...(await creating(world)), LifecyclePolicies: [] }),
  },
  TagResource: {
    AccessPointNotFound: ({ efs }) => efs.tagResource({ ResourceId: unknownIds.AccessPointId, Tags: [tag] }),
    BadRequest: ({ efs, FileSystemId }) => efs.tagResource({ ResourceId: FileSystemId, Tags: [tag, tag] }),
    FileSystemNotFound: ({ efs }) => efs.tagResource({ ResourceId: unknownIds.FileSystemId, Tags: [tag] }),
  },
  UntagResource: {
    AccessPointNotFound: ({ efs }) =>
      efs.untagResource({ ResourceId: unknownIds.AccessPointId, TagKeys: ["a"] }),
    FileSystemNotFound: ({ efs }) =>
      efs.untagResource({ ResourceId: unknownIds.FileSystemId, TagKeys: ["a"] }),
  },
  UpdateFileSystem: {
    BadRequest: ({ efs, FileSystemId }) => efs.updateFileSystem({ FileSystemId }),
    FileSystemNotFound: ({ efs }) => efs.updateFileSystem({ ...unknownIds, ThroughputMode: "elastic" }),
    IncorrectFileSystemLifeCycleState: async world =>
      world.efs.updateFileSystem({ ...(await creating(world)), ThroughputMode: "elastic" }),
    ThroughputLimitExceeded: ({ efs, FileSystemId }) =>
      efs.updateFileSystem({
        FileSystemId,
        ThroughputMode: "provisioned",
        ProvisionedThroughputInMibps: 4_000,
      }),
    TooManyRequests: async ({ aws, efs, FileSystemId }) => {
      await efs.updateFileSystem({ FileSystemId, ThroughputMode: "elastic" });
      await aws.settle();
      await efs.updateFileSystem({ FileSystemId, ThroughputMode: "bursting" });
    },
  },
  UpdateFileSystemProtection: {
    BadRequest: ({ efs, FileSystemId }) =>
      efs.updateFileSystemProtection({ FileSystemId, ReplicationOverwriteProtection: "REPLICATING" }),
    FileSystemNotFound: ({ efs }) => efs.updateFileSystemProtection(unknownIds),
    IncorrectFileSystemLifeCycleState: async world =>
      world.efs.updateFileSystemProtection(await creating(world)),
    ReplicationAlreadyExists: async world => world.efs.updateFileSystemProtection(await destination(world)),
  },
};

/** Pads an id to the length that the API requires. */
const long = (id: string): string => id.padEnd(11, "0");

const never: NeverAnswered = {
  "invalid input violates the API's model, and the recorded error is ValidationException": [
    "DeleteAccessPoint",
    "DeleteFileSystem",
    "DeleteFileSystemPolicy",
    "DeleteMountTarget",
    "DeleteTags",
    "DescribeBackupPolicy",
    "DescribeFileSystemPolicy",
    "DescribeLifecycleConfiguration",
    "DescribeMountTargetSecurityGroups",
    "PutBackupPolicy",
    "PutFileSystemPolicy",
    "UntagResource",
  ].map(operation => `${operation} BadRequest`),
  "access points are not throttled": ["CreateAccessPoint ThrottlingException"],
  "a new destination is bursting, and changing the protection does not change the throughput": [
    "CreateReplicationConfiguration ThroughputLimitExceeded",
    "UpdateFileSystemProtection ThroughputLimitExceeded",
    "UpdateFileSystemProtection TooManyRequests",
  ],
  "creating a replication requires no existing one": ["CreateReplicationConfiguration ReplicationNotFound"],
};

testDeclaredErrors("efs", provocations, never, open);
