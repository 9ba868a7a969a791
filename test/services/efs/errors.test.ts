import { type NeverAnswered, type Provocations, testDeclaredErrors } from "../../support/declared-errors";
import {
  creating,
  destination,
  knowSubnets,
  marker,
  nobody,
  open,
  policy,
  tag,
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
    FileSystemNotFound: ({ efs }) => efs.createAccessPoint(nobody),
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
      knowSubnets(aws, subnetB);
      const { FileSystemId } = await availableFileSystem(efs, { AvailabilityZoneName: "us-east-1a" });
      await efs.createMountTarget({ FileSystemId, SubnetId: subnetB.SubnetId });
    },
    BadRequest: async ({ efs, SubnetId }) => {
      const { FileSystemId } = await availableFileSystem(efs);
      await efs.createMountTarget({ FileSystemId, SubnetId, IpAddress: "192.168.0.5" });
    },
    FileSystemNotFound: ({ efs, SubnetId }) => efs.createMountTarget({ ...nobody, SubnetId }),
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
      // Of four addresses AWS keeps all for itself.
      knowSubnets(aws, { ...subnetB, CidrBlock: "172.31.0.0/30" });
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
      knowSubnets(aws, subnetB);
      const { FileSystemId } = await availableFileSystem(efs);
      const { SubnetId } = subnetB;
      await efs.createMountTarget({ FileSystemId, SubnetId, SecurityGroups: ["sg-99999999"] });
    },
    SubnetNotFound: ({ aws, efs, FileSystemId }) => {
      knowSubnets(aws, subnetB);
      return efs.createMountTarget({ FileSystemId, SubnetId: "subnet-ffffffff" });
    },
    UnsupportedAvailabilityZone: ({ aws, efs, FileSystemId }) => {
      knowSubnets(aws, { ...subnetB, AvailabilityZoneName: "us-east-1-bos-1a" });
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
      efs.createReplicationConfiguration({ SourceFileSystemId: nobody.FileSystemId, Destinations: west }),
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
    FileSystemNotFound: ({ efs }) => efs.createTags({ ...nobody, Tags: [tag] }),
  },
  DeleteAccessPoint: { AccessPointNotFound: ({ efs }) => efs.deleteAccessPoint(nobody) },
  DeleteFileSystem: {
    FileSystemInUse: ({ efs, FileSystemId }) => efs.deleteFileSystem({ FileSystemId }),
    FileSystemNotFound: ({ efs }) => efs.deleteFileSystem(nobody),
  },
  DeleteFileSystemPolicy: {
    FileSystemNotFound: ({ efs }) => efs.deleteFileSystemPolicy(nobody),
    IncorrectFileSystemLifeCycleState: async world => world.efs.deleteFileSystemPolicy(await creating(world)),
  },
  DeleteMountTarget: { MountTargetNotFound: ({ efs }) => efs.deleteMountTarget(nobody) },
  DeleteReplicationConfiguration: {
    BadRequest: async world => {
      await destination(world);
      await world.efs.deleteReplicationConfiguration({
        SourceFileSystemId: world.FileSystemId,
        DeletionMode: "LOCAL_CONFIGURATION_ONLY",
      });
    },
    FileSystemNotFound: ({ efs }) =>
      efs.deleteReplicationConfiguration({ SourceFileSystemId: nobody.FileSystemId }),
    ReplicationNotFound: ({ efs, FileSystemId }) =>
      efs.deleteReplicationConfiguration({ SourceFileSystemId: FileSystemId }),
  },
  DeleteTags: { FileSystemNotFound: ({ efs }) => efs.deleteTags({ ...nobody, TagKeys: ["team"] }) },
  DescribeAccessPoints: {
    AccessPointNotFound: ({ efs }) => efs.describeAccessPoints({ AccessPointId: nobody.AccessPointId }),
    BadRequest: ({ efs }) => efs.describeAccessPoints({ NextToken: marker }),
    FileSystemNotFound: ({ efs }) => efs.describeAccessPoints({ FileSystemId: nobody.FileSystemId }),
  },
  DescribeBackupPolicy: {
    FileSystemNotFound: ({ efs }) => efs.describeBackupPolicy(nobody),
    PolicyNotFound: ({ efs, FileSystemId }) => efs.describeBackupPolicy({ FileSystemId }),
    ValidationException: ({ efs }) => efs.describeBackupPolicy({ FileSystemId: "backup" }),
  },
  DescribeFileSystemPolicy: {
    FileSystemNotFound: ({ efs }) => efs.describeFileSystemPolicy(nobody),
    PolicyNotFound: ({ efs, FileSystemId }) => efs.describeFileSystemPolicy({ FileSystemId }),
  },
  DescribeFileSystems: {
    BadRequest: ({ efs, FileSystemId }) => efs.describeFileSystems({ FileSystemId, CreationToken: "token" }),
    FileSystemNotFound: ({ efs }) => efs.describeFileSystems(nobody),
  },
  DescribeLifecycleConfiguration: {
    FileSystemNotFound: ({ efs }) => efs.describeLifecycleConfiguration(nobody),
  },
  DescribeMountTargetSecurityGroups: {
    IncorrectMountTargetState: async ({ efs, MountTargetId }) => {
      await efs.deleteMountTarget({ MountTargetId });
      await efs.describeMountTargetSecurityGroups({ MountTargetId });
    },
    MountTargetNotFound: ({ efs }) => efs.describeMountTargetSecurityGroups(nobody),
  },
  DescribeMountTargets: {
    AccessPointNotFound: ({ efs }) => efs.describeMountTargets({ AccessPointId: nobody.AccessPointId }),
    BadRequest: ({ efs }) => efs.describeMountTargets({}),
    FileSystemNotFound: ({ efs }) => efs.describeMountTargets({ FileSystemId: nobody.FileSystemId }),
    MountTargetNotFound: ({ efs }) => efs.describeMountTargets({ MountTargetId: nobody.MountTargetId }),
  },
  DescribeReplicationConfigurations: {
    BadRequest: ({ efs }) => efs.describeReplicationConfigurations({ NextToken: marker }),
    FileSystemNotFound: ({ efs }) => efs.describeReplicationConfigurations(nobody),
    ReplicationNotFound: ({ efs, FileSystemId }) => efs.describeReplicationConfigurations({ FileSystemId }),
    ValidationException: ({ efs }) => efs.describeReplicationConfigurations({ MaxResults: 0 }),
  },
  DescribeTags: {
    BadRequest: ({ efs, FileSystemId }) => efs.describeTags({ FileSystemId, Marker: marker }),
    FileSystemNotFound: ({ efs }) => efs.describeTags(nobody),
  },
  ListTagsForResource: {
    AccessPointNotFound: ({ efs }) => efs.listTagsForResource({ ResourceId: nobody.AccessPointId }),
    BadRequest: ({ efs, FileSystemId }) =>
      efs.listTagsForResource({ ResourceId: FileSystemId, NextToken: marker }),
    FileSystemNotFound: ({ efs }) => efs.listTagsForResource({ ResourceId: nobody.FileSystemId }),
  },
  ModifyMountTargetSecurityGroups: {
    BadRequest: ({ efs, MountTargetId }) => efs.modifyMountTargetSecurityGroups({ MountTargetId }),
    IncorrectMountTargetState: async ({ efs, MountTargetId }) => {
      await efs.deleteMountTarget({ MountTargetId });
      await efs.modifyMountTargetSecurityGroups({ MountTargetId, SecurityGroups: ["sg-11111111"] });
    },
    MountTargetNotFound: ({ efs }) => efs.modifyMountTargetSecurityGroups(nobody),
    SecurityGroupLimitExceeded: {
      by: ({ efs, MountTargetId }) =>
        efs.modifyMountTargetSecurityGroups({ MountTargetId, SecurityGroups: ["sg-1", "sg-2"].map(long) }),
      quotas: { efsSecurityGroupsPerMountTarget: 1 },
    },
    SecurityGroupNotFound: async ({ aws, efs }) => {
      knowSubnets(aws, subnetB);
      const { FileSystemId } = await availableFileSystem(efs);
      const { MountTargetId } = await efs.createMountTarget({ FileSystemId, SubnetId: subnetB.SubnetId });
      await efs.modifyMountTargetSecurityGroups({ MountTargetId, SecurityGroups: ["sg-99999999"] });
    },
  },
  PutAccountPreferences: {
    BadRequest: ({ efs }) => efs.putAccountPreferences({ ResourceIdType: "SHORT_ID" }),
  },
  PutBackupPolicy: {
    FileSystemNotFound: ({ efs }) => efs.putBackupPolicy({ ...nobody, BackupPolicy: { Status: "ENABLED" } }),
    IncorrectFileSystemLifeCycleState: async world =>
      world.efs.putBackupPolicy({ ...(await creating(world)), BackupPolicy: { Status: "ENABLED" } }),
    ValidationException: ({ efs, FileSystemId }) =>
      efs.putBackupPolicy({ FileSystemId, BackupPolicy: { Status: undefined } }),
  },
  PutFileSystemPolicy: {
    FileSystemNotFound: ({ efs }) => efs.putFileSystemPolicy({ ...nobody, Policy: policy }),
    IncorrectFileSystemLifeCycleState: async world =>
      world.efs.putFileSystemPolicy({ ...(await creating(world)), Policy: policy }),
    InvalidPolicyException: ({ efs, FileSystemId }) =>
      efs.putFileSystemPolicy({ FileSystemId, Policy: "{}" }),
  },
  PutLifecycleConfiguration: {
    BadRequest: ({ efs, FileSystemId }) =>
      efs.putLifecycleConfiguration({ FileSystemId, LifecyclePolicies: [{}] }),
    FileSystemNotFound: ({ efs }) => efs.putLifecycleConfiguration({ ...nobody, LifecyclePolicies: [] }),
    IncorrectFileSystemLifeCycleState: async world =>
      world.efs.putLifecycleConfiguration({ ...(await creating(world)), LifecyclePolicies: [] }),
  },
  TagResource: {
    AccessPointNotFound: ({ efs }) => efs.tagResource({ ResourceId: nobody.AccessPointId, Tags: [tag] }),
    BadRequest: ({ efs, FileSystemId }) => efs.tagResource({ ResourceId: FileSystemId, Tags: [tag, tag] }),
    FileSystemNotFound: ({ efs }) => efs.tagResource({ ResourceId: nobody.FileSystemId, Tags: [tag] }),
  },
  UntagResource: {
    AccessPointNotFound: ({ efs }) => efs.untagResource({ ResourceId: nobody.AccessPointId, TagKeys: ["a"] }),
    FileSystemNotFound: ({ efs }) => efs.untagResource({ ResourceId: nobody.FileSystemId, TagKeys: ["a"] }),
  },
  UpdateFileSystem: {
    BadRequest: ({ efs, FileSystemId }) => efs.updateFileSystem({ FileSystemId }),
    FileSystemNotFound: ({ efs }) => efs.updateFileSystem({ ...nobody, ThroughputMode: "elastic" }),
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
    FileSystemNotFound: ({ efs }) => efs.updateFileSystemProtection(nobody),
    IncorrectFileSystemLifeCycleState: async world =>
      world.efs.updateFileSystemProtection(await creating(world)),
    ReplicationAlreadyExists: async world => world.efs.updateFileSystemProtection(await destination(world)),
  },
};

/** An id as long as the API asks for. */
const long = (id: string): string => id.padEnd(11, "0");

const never: NeverAnswered = {
  "whatever can be wrong with the input breaks the API's model, and is ValidationException as recorded": [
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
  "a new destination is bursting, and changing a protection changes no throughput": [
    "CreateReplicationConfiguration ThroughputLimitExceeded",
    "UpdateFileSystemProtection ThroughputLimitExceeded",
    "UpdateFileSystemProtection TooManyRequests",
  ],
  "creating a replication asks for none that there would have to be": [
    "CreateReplicationConfiguration ReplicationNotFound",
  ],
};

testDeclaredErrors("efs", provocations, never, open);
