import { arn } from "../../core/basics";
import { isObject } from "../../seeding/members";
import { type Deployed, keyOf } from "./deployed";
import { hexOf, idOf } from "./made-up";
import { type OwnedKind, objectAt, policyText, present } from "./owned-kinds";

const idWith =
  (prefix: string) =>
  (resource: Deployed): string =>
    idOf(prefix, keyOf(resource));

const fileSystemId = idWith("fs");
const mountTargetId = idWith("fsmt");
const accessPointId = idWith("fsap");

/** A private address, for mount targets whose address only a deployment knows. */
const privateAddress = (resource: Deployed): string =>
  `10.0.0.${4 + (Number.parseInt(hexOf(keyOf(resource), 2), 16) % 250)}`;

const notReplicated = (destination: string): string =>
  `the replication to ${destination} was left out: the file system is in another Region; seed both there and here`;

/** The file system of another Region that a template replicates to, if it names one. */
function existingDestination(destinations: unknown, { place }: Deployed): string | undefined {
  const all: readonly unknown[] = Array.isArray(destinations) ? destinations : [];
  const elsewhere = all.filter(isObject).find(({ FileSystemId, Region }) => {
    return FileSystemId !== undefined && Region !== undefined && Region !== place.region;
  });
  return elsewhere && String(elsewhere["FileSystemId"]);
}

/** The types of Amazon EFS. */
export const efsResourceKinds: Readonly<Record<string, OwnedKind>> = {
  "AWS::EFS::FileSystem": {
    properties: [
      "AvailabilityZoneName",
      "BackupPolicy",
      "BypassPolicyLockoutSafetyCheck",
      "Encrypted",
      "FileSystemPolicy",
      "FileSystemProtection",
      "FileSystemTags",
      "KmsKeyId",
      "LifecyclePolicies",
      "PerformanceMode",
      "ProvisionedThroughputInMibps",
      "ReplicationConfiguration",
      "ThroughputMode",
    ],
    ref: fileSystemId,
    attributes: {
      FileSystemId: fileSystemId,
      Arn: resource => arn("elasticfilesystem", resource.place, `file-system/${fileSystemId(resource)}`),
    },
    renamed: { Tags: "FileSystemTags", Policy: "FileSystemPolicy" },
    entries: resource => {
      const { FileSystemTags, FileSystemPolicy, ReplicationConfiguration, ...rest } = resource.properties;
      const item = {
        ...rest,
        FileSystemId: fileSystemId(resource),
        CreationToken: `${resource.stackName}-${resource.logicalId}`.slice(0, 64),
        Tags: FileSystemTags,
        Policy: policyText(FileSystemPolicy),
      };
      const fileSystem = { list: "efs.fileSystems", item: present(item) } as const;
      if (ReplicationConfiguration === undefined) return [fileSystem];
      const { Destinations, ...unknown } = objectAt(resource.properties, "ReplicationConfiguration");
      const existing = existingDestination(Destinations, resource);
      if (existing !== undefined) return [{ ...fileSystem, warning: notReplicated(existing) }];
      const replication = { ...unknown, SourceFileSystemId: fileSystemId(resource), Destinations };
      return [fileSystem, { list: "efs.replicationConfigurations", item: present(replication) }];
    },
  },
  "AWS::EFS::MountTarget": {
    required: ["FileSystemId", "SecurityGroups", "SubnetId"],
    properties: ["FileSystemId", "IpAddress", "IpAddressType", "Ipv6Address", "SecurityGroups", "SubnetId"],
    ref: mountTargetId,
    attributes: { Id: mountTargetId, IpAddress: privateAddress },
    entries: resource => [
      { list: "efs.mountTargets", item: { ...resource.properties, MountTargetId: mountTargetId(resource) } },
    ],
  },
  "AWS::EFS::AccessPoint": {
    required: ["FileSystemId"],
    properties: ["AccessPointTags", "ClientToken", "FileSystemId", "PosixUser", "RootDirectory"],
    ref: accessPointId,
    attributes: {
      AccessPointId: accessPointId,
      Arn: resource => arn("elasticfilesystem", resource.place, `access-point/${accessPointId(resource)}`),
    },
    renamed: { Tags: "AccessPointTags" },
    entries: resource => {
      const { AccessPointTags, ...rest } = resource.properties;
      const item = { ...rest, AccessPointId: accessPointId(resource), Tags: AccessPointTags };
      return [{ list: "efs.accessPoints", item: present(item) }];
    },
  },
};
