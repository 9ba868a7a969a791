import { member, policy, type Recipe, regions, subnets } from "./common";

/** Of Amazon EFS. */
export const efsRecipes: Readonly<Record<string, Recipe>> = {
  "efs.CreateFileSystem": ({ dice }) => ({
    CreationToken: `token-${dice.below(30)}`,
    Backup: dice.chance(20) ? true : undefined,
    KmsKeyId: undefined,
    AvailabilityZoneName: dice.chance(15) ? "us-east-1a" : undefined,
    ThroughputMode: dice.chance(20) ? "provisioned" : undefined,
    ProvisionedThroughputInMibps: undefined,
    PerformanceMode: undefined,
  }),
  "efs.CreateMountTarget": ({ dice }, names) => ({
    FileSystemId: member(names.one("efs", "fileSystems"), "FileSystemId"),
    SubnetId: dice.pick(subnets),
    IpAddress: undefined,
    Ipv6Address: undefined,
    IpAddressType: undefined,
    SecurityGroups: undefined,
  }),
  "efs.CreateAccessPoint": ({ dice }, names) => ({
    ClientToken: dice.fewNames("token"),
    FileSystemId: member(names.one("efs", "fileSystems"), "FileSystemId"),
  }),
  "efs.CreateReplicationConfiguration": ({ dice }, names) => ({
    SourceFileSystemId: member(names.one("efs", "fileSystems"), "FileSystemId"),
    Destinations: [{ Region: dice.pick(regions) }],
  }),
  "efs.DescribeMountTargets": ({ dice }, names) => {
    const target = names.one("efs", "mountTargets");
    const name = dice.pick(["FileSystemId", "MountTargetId"]);
    return {
      FileSystemId: undefined,
      MountTargetId: undefined,
      AccessPointId: undefined,
      [name]: member(target, name),
    };
  },
  "efs.ModifyMountTargetSecurityGroups": () => ({ SecurityGroups: ["sg-0123456789abcdef0"] }),
  "efs.PutFileSystemPolicy": () => ({
    Policy: policy({ Effect: "Allow", Principal: { AWS: "*" }, Action: ["elasticfilesystem:ClientMount"] }),
    BypassPolicyLockoutSafetyCheck: true,
  }),
  "efs.PutLifecycleConfiguration": ({ dice }) => ({
    LifecyclePolicies: dice.chance(30) ? [] : [{ TransitionToIA: "AFTER_30_DAYS" }],
  }),
  "efs.UpdateFileSystem": ({ dice }) =>
    dice.chance(50)
      ? { ThroughputMode: "elastic", ProvisionedThroughputInMibps: undefined }
      : { ThroughputMode: "provisioned", ProvisionedThroughputInMibps: dice.pick([10, 20, 30]) },
};
