import { callsOf, type Step, settle } from "./step";

const call = callsOf("efs");
const home = { FileSystemId: "$fileSystem" };
const Policy = JSON.stringify({
  Statement: [{ Effect: "Allow", Principal: "*", Action: "elasticfilesystem:ClientMount" }],
});

/** File systems, mount targets, access points and their settings. */
export const efsStory: readonly Step[] = [
  call(
    "CreateFileSystem",
    {
      CreationToken: "home",
      Encrypted: true,
      ThroughputMode: "provisioned",
      ProvisionedThroughputInMibps: 1.5,
      Tags: [{ Key: "Name", Value: "home" }],
    },
    { fileSystem: "FileSystemId", fileSystemArn: "FileSystemArn" },
  ),
  call("CreateFileSystem", { CreationToken: "home" }),
  settle,
  call("DescribeFileSystems", { MaxItems: 1 }),
  call("DescribeFileSystems", { FileSystemId: "fs-00000000" }),
  call("UpdateFileSystem", { ...home, ThroughputMode: "bursting" }),
  settle,
  call("UpdateFileSystemProtection", { ...home, ReplicationOverwriteProtection: "DISABLED" }),
  call("PutBackupPolicy", { ...home, BackupPolicy: { Status: "ENABLED" } }),
  settle,
  call("DescribeBackupPolicy", home),
  call("PutFileSystemPolicy", { ...home, Policy }),
  call("DescribeFileSystemPolicy", home),
  call("DeleteFileSystemPolicy", home),
  call("DescribeFileSystemPolicy", home),
  call("PutLifecycleConfiguration", {
    ...home,
    LifecyclePolicies: [{ TransitionToIA: "AFTER_30_DAYS" }],
  }),
  call("DescribeLifecycleConfiguration", home),
  call("CreateMountTarget", { ...home, SubnetId: "subnet-0123456789abcdef0" }, { mount: "MountTargetId" }),
  call("CreateMountTarget", { ...home, SubnetId: "subnet-0123456789abcdef0" }),
  settle,
  call("DescribeMountTargets", home),
  call("ModifyMountTargetSecurityGroups", {
    MountTargetId: "$mount",
    SecurityGroups: ["sg-0123456789abcdef0"],
  }),
  call("DescribeMountTargetSecurityGroups", { MountTargetId: "$mount" }),
  call(
    "CreateAccessPoint",
    {
      ...home,
      ClientToken: "door",
      PosixUser: { Uid: 1000, Gid: 1000 },
      RootDirectory: { Path: "/door", CreationInfo: { OwnerUid: 1, OwnerGid: 1, Permissions: "0755" } },
    },
    { door: "AccessPointId" },
  ),
  call("CreateAccessPoint", { ...home, ClientToken: "door" }),
  settle,
  call("DescribeAccessPoints", home),
  call("CreateTags", { ...home, Tags: [{ Key: "old", Value: "way" }] }),
  call("DescribeTags", home),
  call("DeleteTags", { ...home, TagKeys: ["old"] }),
  call("TagResource", {
    ResourceId: "$door",
    Tags: [
      { Key: "a b", Value: "c/d e" },
      { Key: "e", Value: "f" },
    ],
  }),
  call("UntagResource", { ResourceId: "$door", TagKeys: ["a b", "e"] }),
  call("ListTagsForResource", { ResourceId: "$fileSystemArn" }),
  call("PutAccountPreferences", { ResourceIdType: "LONG_ID" }),
  call("DescribeAccountPreferences", { MaxResults: 5 }),
  call("CreateReplicationConfiguration", {
    SourceFileSystemId: "$fileSystem",
    Destinations: [{ Region: "us-west-2" }],
  }),
  settle,
  call("DescribeReplicationConfigurations", home),
  call("DeleteReplicationConfiguration", { SourceFileSystemId: "$fileSystem" }),
  settle,
  call("DeleteFileSystem", home),
  call("DeleteAccessPoint", { AccessPointId: "$door" }),
  call("DeleteMountTarget", { MountTargetId: "$mount" }),
  settle,
];

/** Runs last, because other stories need the file system. */
export const efsEnd: readonly Step[] = [call("DeleteFileSystem", home), settle, call("DescribeFileSystems")];
