import type * as sdk from "@aws-sdk/client-efs";
import { type EveryOperation, sharedAccount, testEveryOperation } from "../../support/every-operation";
import { account, availableFileSystem } from "./support";

/** The world in which each operation is called. */
async function world() {
  const { aws, efs } = account();
  const { FileSystemId } = await availableFileSystem(efs, { Backup: true });
  const { MountTargetId = "" } = await efs.createMountTarget({ FileSystemId, SubnetId: "subnet-aaaaaaaa" });
  const { AccessPointId = "" } = await efs.createAccessPoint({ FileSystemId });
  const Policy = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: "*", Action: "elasticfilesystem:ClientMount" }],
  });
  await efs.putFileSystemPolicy({ FileSystemId, Policy });
  const replicated = await availableFileSystem(efs);
  const Destinations = [{ Region: "us-west-2" }];
  await efs.createReplicationConfiguration({ SourceFileSystemId: replicated.FileSystemId, Destinations });
  const { FileSystemId: empty } = await availableFileSystem(efs);
  await aws.settle();
  const ids = { FileSystemId, MountTargetId, AccessPointId, replicated: replicated.FileSystemId, empty };
  return { aws, efs, ids, Policy, Destinations };
}

type World = Awaited<ReturnType<typeof world>>;

/** A call of each operation that succeeds in this world. */
const calls: EveryOperation<typeof sdk, World> = {
  CreateAccessPoint: ({ efs, ids }) => efs.createAccessPoint(ids),
  CreateFileSystem: ({ efs }) => efs.createFileSystem({}),
  CreateMountTarget: ({ efs, ids }) =>
    efs.createMountTarget({ FileSystemId: ids.empty, SubnetId: "subnet-bbbbbbbb" }),
  CreateReplicationConfiguration: ({ efs, ids, Destinations }) =>
    efs.createReplicationConfiguration({ SourceFileSystemId: ids.empty, Destinations }),
  CreateTags: ({ efs, ids }) => efs.createTags({ ...ids, Tags: [{ Key: "a", Value: "b" }] }),
  DeleteAccessPoint: ({ efs, ids }) => efs.deleteAccessPoint(ids),
  DeleteFileSystem: ({ efs, ids }) => efs.deleteFileSystem({ FileSystemId: ids.empty }),
  DeleteFileSystemPolicy: ({ efs, ids }) => efs.deleteFileSystemPolicy(ids),
  DeleteMountTarget: ({ efs, ids }) => efs.deleteMountTarget(ids),
  DeleteReplicationConfiguration: ({ efs, ids }) =>
    efs.deleteReplicationConfiguration({ SourceFileSystemId: ids.replicated }),
  DeleteTags: ({ efs, ids }) => efs.deleteTags({ ...ids, TagKeys: ["a"] }),
  DescribeAccessPoints: ({ efs, ids }) => efs.describeAccessPoints({ AccessPointId: ids.AccessPointId }),
  DescribeAccountPreferences: ({ efs }) => efs.describeAccountPreferences({}),
  DescribeBackupPolicy: ({ efs, ids }) => efs.describeBackupPolicy(ids),
  DescribeFileSystemPolicy: ({ efs, ids }) => efs.describeFileSystemPolicy(ids),
  DescribeFileSystems: ({ efs, ids }) => efs.describeFileSystems({ FileSystemId: ids.FileSystemId }),
  DescribeLifecycleConfiguration: ({ efs, ids }) => efs.describeLifecycleConfiguration(ids),
  DescribeMountTargets: ({ efs, ids }) => efs.describeMountTargets({ FileSystemId: ids.FileSystemId }),
  DescribeMountTargetSecurityGroups: ({ efs, ids }) => efs.describeMountTargetSecurityGroups(ids),
  DescribeReplicationConfigurations: ({ efs }) => efs.describeReplicationConfigurations({}),
  DescribeTags: ({ efs, ids }) => efs.describeTags(ids),
  ListTagsForResource: ({ efs, ids }) => efs.listTagsForResource({ ResourceId: ids.AccessPointId }),
  ModifyMountTargetSecurityGroups: ({ efs, ids }) =>
    efs.modifyMountTargetSecurityGroups({ ...ids, SecurityGroups: ["sg-11111111"] }),
  PutAccountPreferences: ({ efs }) => efs.putAccountPreferences({ ResourceIdType: "LONG_ID" }),
  PutBackupPolicy: ({ efs, ids }) => efs.putBackupPolicy({ ...ids, BackupPolicy: { Status: "DISABLED" } }),
  PutFileSystemPolicy: ({ efs, ids, Policy }) => efs.putFileSystemPolicy({ ...ids, Policy }),
  PutLifecycleConfiguration: ({ efs, ids }) =>
    efs.putLifecycleConfiguration({ ...ids, LifecyclePolicies: [{ TransitionToIA: "AFTER_30_DAYS" }] }),
  TagResource: ({ efs, ids }) =>
    efs.tagResource({ ResourceId: ids.FileSystemId, Tags: [{ Key: "a", Value: "b" }] }),
  UntagResource: ({ efs, ids }) => efs.untagResource({ ResourceId: ids.FileSystemId, TagKeys: ["a"] }),
  UpdateFileSystem: ({ efs, ids }) => efs.updateFileSystem({ ...ids, ThroughputMode: "elastic" }),
  UpdateFileSystemProtection: ({ efs, ids }) =>
    efs.updateFileSystemProtection({ ...ids, ReplicationOverwriteProtection: "DISABLED" }),
};

testEveryOperation("efs", calls, sharedAccount(world));
