import type { Provocations } from "../../../support/declared-errors";
import { NextToken, reusesToken, unknownIds, type World } from "./world";

/** A child volume of an OpenZFS file system. */
const childOf = (ParentVolumeId: string | undefined, Name = "another") =>
  ({ VolumeType: "OPENZFS", Name, OpenZFSConfiguration: { ParentVolumeId } }) as const;

/** A volume of a storage virtual machine. */
const volumeOf = (StorageVirtualMachineId: string | undefined, Name = "another") =>
  ({
    VolumeType: "ONTAP",
    Name,
    OntapConfiguration: {
      StorageVirtualMachineId,
      JunctionPath: `/${Name}`,
      SizeInMegabytes: 1_024,
      StorageEfficiencyEnabled: true,
    },
  }) as const;

/** A volume of a storage virtual machine, restored from a backup. */
const restored = (BackupId: string | undefined, StorageVirtualMachineId: string | undefined) => ({
  BackupId,
  Name: "restored",
  OntapConfiguration: { StorageVirtualMachineId, JunctionPath: "/restored" },
});

const SourceSnapshotARN = "arn:aws:fsx:us-east-1:123456789012:snapshot/fs-1/fsvol-1/fsvolsnap-1";
const SvmAdminPassword = "a-new-password";

/** A snapshot of a volume on another file system. */
async function farSnapshot({ aws, fsx, available }: World) {
  const { OpenZFSConfiguration } = await available("openzfs");
  const { Snapshot } = await fsx.createSnapshot({
    VolumeId: OpenZFSConfiguration?.RootVolumeId,
    Name: "far",
  });
  await aws.settle();
  return { SourceSnapshotARN: Snapshot?.ResourceARN };
}

export const volumes: Provocations<World> = {
  CopySnapshotAndUpdateVolume: {
    BadRequest: ({ fsx, root }) => fsx.copySnapshotAndUpdateVolume({ VolumeId: root, SourceSnapshotARN }),
    IncompatibleParameterError: {
      by: async world => {
        const source = await farSnapshot(world);
        return reusesToken(
          input => world.fsx.copySnapshotAndUpdateVolume({ ...input, ...source }),
          { VolumeId: world.root },
          { VolumeId: world.child },
        );
      },
      members: { Parameter: "VolumeId" },
    },
  },
  CreateSnapshot: {
    BadRequest: ({ fsx, child }) => fsx.createSnapshot({ VolumeId: child, Name: "one" }),
    VolumeNotFound: ({ fsx }) => fsx.createSnapshot({ ...unknownIds, Name: "one" }),
  },
  CreateStorageVirtualMachine: {
    ActiveDirectoryError: {
      by: ({ aws, fsx, ontap }) => {
        aws.seed({
          fsx: {
            activeDirectories: [
              { DomainName: "ad.example.org", ActiveDirectoryId: "d-1111111111", Type: "SimpleAD" },
            ],
          },
        });
        return fsx.createStorageVirtualMachine({
          FileSystemId: ontap,
          Name: "joined",
          ActiveDirectoryConfiguration: {
            NetBiosName: "JOINED",
            SelfManagedActiveDirectoryConfiguration: {
              DomainName: "ad.example.org",
              UserName: "joiner",
              Password: "a-password",
              DnsIps: ["10.0.0.2"],
            },
          },
        });
      },
      members: { ActiveDirectoryId: "d-1111111111", Type: "INCOMPATIBLE_DOMAIN_MODE" },
    },
    BadRequest: ({ fsx, ontap }) => fsx.createStorageVirtualMachine({ FileSystemId: ontap, Name: "svm" }),
    FileSystemNotFound: ({ fsx }) => fsx.createStorageVirtualMachine({ ...unknownIds, Name: "other" }),
    IncompatibleParameterError: {
      by: ({ fsx, ontap: FileSystemId }) =>
        reusesToken(
          input => fsx.createStorageVirtualMachine(input),
          { FileSystemId, Name: "other" },
          { FileSystemId, Name: "another" },
        ),
      members: { Parameter: "Name" },
    },
    ServiceLimitExceeded: {
      by: ({ fsx, ontap }) => fsx.createStorageVirtualMachine({ FileSystemId: ontap, Name: "other" }),
      quotas: { fsxStorageVirtualMachines: 1 },
      members: { Limit: "STORAGE_VIRTUAL_MACHINES_PER_FILE_SYSTEM" },
    },
    UnsupportedOperation: ({ fsx, windows }) =>
      fsx.createStorageVirtualMachine({ FileSystemId: windows, Name: "other" }),
  },
  CreateVolume: {
    BadRequest: ({ fsx, root }) => fsx.createVolume(childOf(root, "child")),
    IncompatibleParameterError: {
      by: ({ fsx, root }) =>
        reusesToken(input => fsx.createVolume(input), childOf(root, "other"), childOf(root)),
      members: { Parameter: "Name" },
    },
    MissingVolumeConfiguration: ({ fsx }) => fsx.createVolume({ VolumeType: "ONTAP", Name: "other" }),
    ServiceLimitExceeded: {
      by: ({ fsx, root }) => fsx.createVolume(childOf(root)),
      quotas: { fsxOpenZfsVolumes: 2 },
      members: { Limit: "VOLUMES_PER_FILE_SYSTEM" },
    },
    StorageVirtualMachineNotFound: ({ fsx }) =>
      fsx.createVolume(volumeOf(unknownIds.StorageVirtualMachineId)),
    UnsupportedOperation: ({ fsx, ontapVolume }) => fsx.createVolume(childOf(ontapVolume)),
  },
  CreateVolumeFromBackup: {
    BackupNotFound: ({ fsx, StorageVirtualMachineId: id }) =>
      fsx.createVolumeFromBackup(restored(unknownIds.BackupId, id)),
    BadRequest: ({ fsx, BackupId, StorageVirtualMachineId: id }) =>
      fsx.createVolumeFromBackup(restored(BackupId, id)),
    IncompatibleParameterError: {
      by: ({ fsx, ofVolume, BackupId, StorageVirtualMachineId: id }) =>
        reusesToken(
          input => fsx.createVolumeFromBackup(input),
          restored(ofVolume, id),
          restored(BackupId, id),
        ),
      members: { Parameter: "BackupId" },
    },
    MissingVolumeConfiguration: ({ fsx, ofVolume }) =>
      fsx.createVolumeFromBackup({ BackupId: ofVolume, Name: "restored" }),
    ServiceLimitExceeded: {
      by: ({ fsx, ofVolume, StorageVirtualMachineId: id }) =>
        fsx.createVolumeFromBackup(restored(ofVolume, id)),
      quotas: { fsxVolumes: 2 },
      members: { Limit: "VOLUMES_PER_FILE_SYSTEM" },
    },
    StorageVirtualMachineNotFound: ({ fsx, ofVolume }) =>
      fsx.createVolumeFromBackup(restored(ofVolume, unknownIds.StorageVirtualMachineId)),
  },
  DeleteSnapshot: {
    BadRequest: async ({ fsx, SnapshotId }) => {
      await fsx.deleteSnapshot({ SnapshotId });
      await fsx.deleteSnapshot({ SnapshotId });
    },
    SnapshotNotFound: ({ fsx }) => fsx.deleteSnapshot(unknownIds),
  },
  DeleteStorageVirtualMachine: {
    BadRequest: ({ fsx, StorageVirtualMachineId }) =>
      fsx.deleteStorageVirtualMachine({ StorageVirtualMachineId }),
    IncompatibleParameterError: {
      by: async ({ aws, fsx, ontapVolume, StorageVirtualMachineId }) => {
        await fsx.deleteVolume({ VolumeId: ontapVolume });
        await aws.settle();
        await reusesToken(
          input => fsx.deleteStorageVirtualMachine(input),
          { StorageVirtualMachineId },
          { StorageVirtualMachineId: unknownIds.StorageVirtualMachineId },
        );
      },
      members: { Parameter: "StorageVirtualMachineId" },
    },
    StorageVirtualMachineNotFound: ({ fsx }) => fsx.deleteStorageVirtualMachine(unknownIds),
  },
  DeleteVolume: {
    BadRequest: ({ fsx, root }) => fsx.deleteVolume({ VolumeId: root }),
    IncompatibleParameterError: {
      by: ({ fsx, ontapVolume, child }) =>
        reusesToken(input => fsx.deleteVolume(input), { VolumeId: ontapVolume }, { VolumeId: child }),
      members: { Parameter: "VolumeId" },
    },
    ServiceLimitExceeded: {
      by: ({ fsx, ontapVolume }) => fsx.deleteVolume({ VolumeId: ontapVolume }),
      quotas: { fsxOntapBackups: 1 },
      members: { Limit: "TOTAL_USER_INITIATED_BACKUPS" },
    },
    VolumeNotFound: ({ fsx }) => fsx.deleteVolume(unknownIds),
  },
  DescribeSnapshots: {
    BadRequest: ({ fsx }) => fsx.describeSnapshots({ NextToken }),
    SnapshotNotFound: ({ fsx }) => fsx.describeSnapshots({ SnapshotIds: [unknownIds.SnapshotId] }),
  },
  DescribeStorageVirtualMachines: {
    BadRequest: ({ fsx }) => fsx.describeStorageVirtualMachines({ NextToken }),
    StorageVirtualMachineNotFound: ({ fsx }) =>
      fsx.describeStorageVirtualMachines({ StorageVirtualMachineIds: [unknownIds.StorageVirtualMachineId] }),
  },
  DescribeVolumes: {
    BadRequest: ({ fsx }) => fsx.describeVolumes({ NextToken }),
    VolumeNotFound: ({ fsx }) => fsx.describeVolumes({ VolumeIds: [unknownIds.VolumeId] }),
  },
  RestoreVolumeFromSnapshot: {
    BadRequest: ({ fsx, root, SnapshotId }) => fsx.restoreVolumeFromSnapshot({ VolumeId: root, SnapshotId }),
    VolumeNotFound: ({ fsx }) => fsx.restoreVolumeFromSnapshot(unknownIds),
  },
  UpdateSnapshot: {
    BadRequest: async ({ fsx, SnapshotId }) => {
      await fsx.deleteSnapshot({ SnapshotId });
      await fsx.updateSnapshot({ SnapshotId, Name: "two" });
    },
    SnapshotNotFound: ({ fsx }) => fsx.updateSnapshot({ ...unknownIds, Name: "two" }),
  },
  UpdateStorageVirtualMachine: {
    BadRequest: ({ fsx, StorageVirtualMachineId }) =>
      fsx.updateStorageVirtualMachine({ StorageVirtualMachineId }),
    IncompatibleParameterError: {
      by: ({ fsx, StorageVirtualMachineId }) =>
        reusesToken(
          input => fsx.updateStorageVirtualMachine(input),
          { StorageVirtualMachineId, SvmAdminPassword },
          { StorageVirtualMachineId, SvmAdminPassword: "another-password" },
        ),
      members: { Parameter: "SvmAdminPassword" },
    },
    StorageVirtualMachineNotFound: ({ fsx }) =>
      fsx.updateStorageVirtualMachine({ ...unknownIds, SvmAdminPassword }),
    UnsupportedOperation: async ({ fsx, StorageVirtualMachineId }) => {
      for (const DomainName of ["ad.example.org", "other.example.org"]) {
        await fsx.updateStorageVirtualMachine({
          StorageVirtualMachineId,
          ActiveDirectoryConfiguration: {
            NetBiosName: "SVM",
            SelfManagedActiveDirectoryConfiguration: { DomainName, DnsIps: ["10.0.0.2"] },
          },
        });
      }
    },
  },
  UpdateVolume: {
    BadRequest: ({ fsx, ontapVolume }) => fsx.updateVolume({ VolumeId: ontapVolume, Name: "renamed" }),
    IncompatibleParameterError: {
      by: ({ fsx, child: VolumeId }) =>
        reusesToken(
          input => fsx.updateVolume(input),
          { VolumeId, Name: "renamed" },
          { VolumeId, Name: "called otherwise" },
        ),
      members: { Parameter: "Name" },
    },
    MissingVolumeConfiguration: ({ fsx, child }) => fsx.updateVolume({ VolumeId: child }),
    VolumeNotFound: ({ fsx }) => fsx.updateVolume({ ...unknownIds, Name: "renamed" }),
  },
};
