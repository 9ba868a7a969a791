import type { InputGenerator } from "../context";
import { member, policy, regions, subnets } from "./common";

/** Inputs of Amazon EFS's operations. */
export const efsInputs: Readonly<Record<string, InputGenerator>> = {
  "efs.CreateFileSystem": ({ random }) => ({
    CreationToken: `token-${random.below(30)}`,
    Backup: random.chance(20) ? true : undefined,
    KmsKeyId: undefined,
    AvailabilityZoneName: random.chance(15) ? "us-east-1a" : undefined,
    ThroughputMode: random.chance(20) ? "provisioned" : undefined,
    ProvisionedThroughputInMibps: undefined,
    PerformanceMode: undefined,
  }),
  "efs.DeleteFileSystem": ({ random }, records) => ({
    FileSystemId: member(
      random.chance(50)
        ? records.one("efs", "fileSystems")
        : records.oneUnreferenced("efs", "fileSystems", "FileSystemId", {
            mountTargets: "FileSystemId",
            replications: "SourceFileSystemId",
          }),
      "FileSystemId",
    ),
  }),
  "efs.DeleteReplicationConfiguration": (_, records) => ({
    SourceFileSystemId: member(records.one("efs", "replications"), "SourceFileSystemId"),
  }),
  "efs.CreateMountTarget": ({ random }, records) => ({
    FileSystemId: member(records.one("efs", "fileSystems"), "FileSystemId"),
    SubnetId: random.pick(subnets),
    IpAddress: undefined,
    Ipv6Address: undefined,
    IpAddressType: undefined,
    SecurityGroups: undefined,
  }),
  "efs.CreateAccessPoint": ({ random }, records) => ({
    ClientToken: random.reusedName("token"),
    FileSystemId: member(records.one("efs", "fileSystems"), "FileSystemId"),
  }),
  "efs.CreateReplicationConfiguration": ({ random }, records) => ({
    SourceFileSystemId: member(records.one("efs", "fileSystems"), "FileSystemId"),
    Destinations: [{ Region: random.pick(regions) }],
  }),
  "efs.DescribeMountTargets": ({ random }, records) => {
    const target = records.one("efs", "mountTargets");
    const name = random.pick(["FileSystemId", "MountTargetId"]);
    return {
      FileSystemId: undefined,
      MountTargetId: undefined,
      AccessPointId: undefined,
      [name]: member(target, name),
    };
  },
  "efs.ModifyMountTargetSecurityGroups": () => ({ SecurityGroups: ["sg-0123456789abcdef0"] }),
  "efs.DescribeFileSystemPolicy": (_, records) => ({
    FileSystemId: member(
      records.oneWhere("efs", "fileSystems", get => get("policy") !== "undefined") ??
        records.one("efs", "fileSystems"),
      "FileSystemId",
    ),
  }),
  "efs.PutFileSystemPolicy": () => ({
    Policy: policy({ Effect: "Allow", Principal: { AWS: "*" }, Action: ["elasticfilesystem:ClientMount"] }),
    BypassPolicyLockoutSafetyCheck: true,
  }),
  "efs.PutLifecycleConfiguration": ({ random }) => ({
    LifecyclePolicies: random.chance(30) ? [] : [{ TransitionToIA: "AFTER_30_DAYS" }],
  }),
  "efs.UpdateFileSystem": ({ random }) =>
    random.chance(50)
      ? { ThroughputMode: "elastic", ProvisionedThroughputInMibps: undefined }
      : { ThroughputMode: "provisioned", ProvisionedThroughputInMibps: random.pick([10, 20, 30]) },
};
