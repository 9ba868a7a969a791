import { arn, uuidOf } from "../../core/basics";
import type { Members } from "../../seeding/members";
import { type Deployed, keyOf, nameAt, textAt } from "./deployed";
import { hexOf, idOf } from "./made-up";
import { type OwnedKind, objectAt, policyText, present } from "./owned-kinds";

const idWith =
  (prefix: string) =>
  (resource: Deployed): string =>
    idOf(prefix, keyOf(resource));

const own = (resource: Deployed, suffix: string): string => arn("fsx", resource.place, suffix);

const fileSystemId = idWith("fs");
const machineId = idWith("svm");
const volumeId = idWith("fsvol");
const snapshotId = idWith("fsvolsnap");
const associationId = idWith("dra");
const backupId = idWith("backup");
const cacheId = idWith("fc");
const rootVolumeId = (resource: Deployed): string => idOf("fsvol", `${keyOf(resource)}/root`);

const parentOf = (resource: Deployed, property: string): string => textAt(resource, property) ?? "unknown";

/** The id of the file system that a volume belongs to, by way of its virtual machine or its parent volumes. */
function fileSystemOf(volume: Deployed): string {
  const machine = objectAt(volume.properties, "OntapConfiguration")["StorageVirtualMachineId"];
  const parent = objectAt(volume.properties, "OpenZFSConfiguration")["ParentVolumeId"];
  const owner = volume.sibling(String(machine ?? parent));
  if (!owner) return idOf("fs", `file system of ${String(machine ?? parent)}`);
  if (owner.type === "AWS::FSx::StorageVirtualMachine") return parentOf(owner, "FileSystemId");
  return owner.type === "AWS::FSx::FileSystem" ? fileSystemId(owner) : fileSystemOf(owner);
}

/** The id of the file system of the volume with an id. */
function fileSystemOfVolume(resource: Deployed, id: string): string {
  const volume = resource.sibling(id);
  if (!volume) return idOf("fs", `file system of ${id}`);
  return volume.type === "AWS::FSx::FileSystem" ? fileSystemId(volume) : fileSystemOf(volume);
}

/** Scratch file systems of the first generation all have the same mount name. */
function mountName(resource: Deployed): string {
  const { DeploymentType = "SCRATCH_1" } = objectAt(resource.properties, "LustreConfiguration");
  return DeploymentType === "SCRATCH_1" ? "fsx" : hexOf(`${keyOf(resource)}/mount`, 8);
}

/** What Amazon FSx generates and other resources of the template get of the file system. */
function generatedMembers(resource: Deployed): Members {
  const { OpenZFSConfiguration, LustreConfiguration } = resource.properties;
  return {
    ...(OpenZFSConfiguration !== undefined && {
      OpenZFSConfiguration: {
        ...withoutDeletionOptions(objectAt(resource.properties, "OpenZFSConfiguration")),
        RootVolumeId: rootVolumeId(resource),
      },
    }),
    ...(LustreConfiguration !== undefined && {
      LustreConfiguration: {
        ...objectAt(resource.properties, "LustreConfiguration"),
        MountName: mountName(resource),
      },
    }),
  };
}

/** `Options` say what is deleted with the resource. */
function withoutDeletionOptions({ Options: _, ...configuration }: Members): Members {
  return configuration;
}

const restored = (resource: Deployed): { skipped: string } => ({
  skipped: `it is restored from the backup ${textAt(resource, "BackupId")}, which the template does not hold; seed it as the backup has it`,
});

/** The types of Amazon FSx. */
export const fsxResourceKinds: Readonly<Record<string, OwnedKind>> = {
  "AWS::FSx::FileSystem": {
    required: ["FileSystemType", "SubnetIds"],
    properties: [
      "BackupId",
      "FileSystemType",
      "FileSystemTypeVersion",
      "KmsKeyId",
      "LustreConfiguration",
      "NetworkType",
      "OntapConfiguration",
      "OpenZFSConfiguration",
      "SecurityGroupIds",
      "StorageCapacity",
      "StorageType",
      "SubnetIds",
      "Tags",
      "WindowsConfiguration",
    ],
    ref: fileSystemId,
    attributes: {
      Id: fileSystemId,
      DNSName: resource => `${fileSystemId(resource)}.fsx.${resource.place.region}.amazonaws.com`,
      LustreMountName: mountName,
      ResourceARN: resource => own(resource, `file-system/${fileSystemId(resource)}`),
      RootVolumeId: rootVolumeId,
    },
    entries: resource => {
      if (resource.properties["BackupId"] !== undefined) return restored(resource);
      const item = {
        ...resource.properties,
        FileSystemId: fileSystemId(resource),
        ...generatedMembers(resource),
      };
      return [{ list: "fsx.fileSystems", item }];
    },
  },
  "AWS::FSx::StorageVirtualMachine": {
    required: ["FileSystemId", "Name"],
    properties: [
      "ActiveDirectoryConfiguration",
      "FileSystemId",
      "Name",
      "RootVolumeSecurityStyle",
      "SvmAdminPassword",
      "Tags",
    ],
    ref: machineId,
    attributes: {
      StorageVirtualMachineId: machineId,
      ResourceARN: resource =>
        own(resource, `storage-virtual-machine/${parentOf(resource, "FileSystemId")}/${machineId(resource)}`),
      UUID: resource => uuidOf(keyOf(resource)),
    },
    entries: resource => [
      {
        list: "fsx.storageVirtualMachines",
        item: { ...resource.properties, StorageVirtualMachineId: machineId(resource) },
      },
    ],
  },
  "AWS::FSx::Volume": {
    required: ["Name"],
    properties: ["BackupId", "Name", "OntapConfiguration", "OpenZFSConfiguration", "Tags", "VolumeType"],
    ref: volumeId,
    attributes: {
      VolumeId: volumeId,
      ResourceARN: resource => own(resource, `volume/${fileSystemOf(resource)}/${volumeId(resource)}`),
      UUID: resource => uuidOf(keyOf(resource)),
    },
    entries: resource => {
      if (resource.properties["BackupId"] !== undefined) return restored(resource);
      const { OpenZFSConfiguration, VolumeType, ...rest } = resource.properties;
      const ids = { VolumeId: volumeId(resource) };
      if (OpenZFSConfiguration === undefined) {
        return [{ list: "fsx.volumes", item: { ...rest, ...ids, VolumeType: VolumeType ?? "ONTAP" } }];
      }
      const { OriginSnapshot, ...settings } = withoutDeletionOptions(
        objectAt(resource.properties, "OpenZFSConfiguration"),
      );
      const item = { ...rest, ...ids, VolumeType: VolumeType ?? "OPENZFS", OpenZFSConfiguration: settings };
      const warning = "the volume is made from a snapshot; it was added without the snapshot's data";
      return [{ list: "fsx.volumes", item, ...(OriginSnapshot !== undefined && { warning }) }];
    },
  },
  "AWS::FSx::Snapshot": {
    required: ["Name", "VolumeId"],
    properties: ["Name", "Tags", "VolumeId"],
    ref: snapshotId,
    attributes: {
      Id: snapshotId,
      ResourceARN: resource => {
        const volume = parentOf(resource, "VolumeId");
        return own(
          resource,
          `snapshot/${fileSystemOfVolume(resource, volume)}/${volume}/${snapshotId(resource)}`,
        );
      },
    },
    entries: resource => [
      { list: "fsx.snapshots", item: { ...resource.properties, SnapshotId: snapshotId(resource) } },
    ],
  },
  "AWS::FSx::DataRepositoryAssociation": {
    required: ["DataRepositoryPath", "FileSystemId", "FileSystemPath"],
    properties: [
      "BatchImportMetaDataOnCreate",
      "DataRepositoryPath",
      "FileSystemId",
      "FileSystemPath",
      "ImportedFileChunkSize",
      "S3",
      "Tags",
    ],
    ref: associationId,
    attributes: {
      AssociationId: associationId,
      ResourceARN: resource =>
        own(resource, `association/${parentOf(resource, "FileSystemId")}/${associationId(resource)}`),
    },
    entries: resource => [
      {
        list: "fsx.dataRepositoryAssociations",
        item: { ...resource.properties, AssociationId: associationId(resource) },
      },
    ],
  },
  "AWS::FSx::Backup": {
    required: ["FileSystemId"],
    properties: ["FileSystemId", "Tags"],
    ref: backupId,
    attributes: {
      BackupId: backupId,
      ResourceARN: resource => own(resource, `backup/${backupId(resource)}`),
    },
    entries: resource => [
      { list: "fsx.backups", item: { ...resource.properties, BackupId: backupId(resource) } },
    ],
  },
  "AWS::FSx::FileCache": {
    required: ["FileCacheType", "FileCacheTypeVersion", "StorageCapacity", "SubnetIds"],
    properties: [
      "CopyTagsToDataRepositoryAssociations",
      "DataRepositoryAssociations",
      "FileCacheType",
      "FileCacheTypeVersion",
      "KmsKeyId",
      "LustreConfiguration",
      "SecurityGroupIds",
      "StorageCapacity",
      "SubnetIds",
      "Tags",
    ],
    ref: cacheId,
    attributes: {
      FileCacheId: cacheId,
      DNSName: resource => `${cacheId(resource)}.fsx.${resource.place.region}.amazonaws.com`,
      ResourceARN: resource => own(resource, `file-cache/${cacheId(resource)}`),
    },
    entries: resource => [
      { list: "fsx.fileCaches", item: { ...resource.properties, FileCacheId: cacheId(resource) } },
    ],
  },
  "AWS::FSx::S3AccessPointAttachment": {
    required: ["Name", "Type"],
    properties: ["Name", "OntapConfiguration", "OpenZFSConfiguration", "S3AccessPoint", "Type"],
    ref: nameAt("Name"),
    entries: ({ properties }) => {
      const { S3AccessPoint, ...rest } = properties;
      if (S3AccessPoint === undefined) return [{ list: "fsx.s3AccessPointAttachments", item: rest }];
      const { Alias: _alias, ResourceARN: _arn, Policy, ...point } = objectAt(properties, "S3AccessPoint");
      const item = { ...rest, S3AccessPoint: present({ ...point, Policy: policyText(Policy) }) };
      return [{ list: "fsx.s3AccessPointAttachments", item }];
    },
  },
};
