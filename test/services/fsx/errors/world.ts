import type { CreateFileCacheCommandInput, FSx } from "@aws-sdk/client-fsx";
import { accountFactory } from "../../../support/declared-errors";
import { fixtureOf, subnet } from "../account";

export const cache = {
  FileCacheType: "LUSTRE",
  FileCacheTypeVersion: "2.12",
  StorageCapacity: 1_200,
  SubnetIds: [subnet],
  LustreConfiguration: {
    DeploymentType: "CACHE_1",
    PerUnitStorageThroughput: 1_000,
    MetadataConfiguration: { StorageCapacity: 2_400 },
  },
} satisfies CreateFileCacheCommandInput;

export const identity = { Type: "POSIX", PosixUser: { Uid: 1, Gid: 1 } } as const;

/** A storage virtual machine of an ONTAP file system, with a volume. */
async function machineOn(fsx: FSx, FileSystemId: string | undefined, settle: () => Promise<unknown>) {
  const { StorageVirtualMachine } = await fsx.createStorageVirtualMachine({ FileSystemId, Name: "svm" });
  await settle();
  const StorageVirtualMachineId = StorageVirtualMachine?.StorageVirtualMachineId;
  const { Volume } = await fsx.createVolume({
    VolumeType: "ONTAP",
    Name: "vol",
    OntapConfiguration: {
      StorageVirtualMachineId,
      JunctionPath: "/vol",
      SizeInMegabytes: 1_024,
      StorageEfficiencyEnabled: true,
    },
  });
  await settle();
  return { StorageVirtualMachineId, ontapVolume: Volume?.VolumeId };
}

/** The account in which every error is provoked: one resource of every kind, and no work in progress. */
export const open = accountFactory(
  aws => fixtureOf(aws),
  async ({ aws, fsx, available }) => {
    const windows = await available("windows");
    const lustre = await available("lustre");
    const linked = await available("lustre");
    const ontap = await available("ontap");
    const openzfs = await available("openzfs", {
      OpenZFSConfiguration: { DeploymentType: "SINGLE_AZ_HA_2", ThroughputCapacity: 160 },
    });
    const root = openzfs.OpenZFSConfiguration?.RootVolumeId;
    const settle = () => aws.settle();
    const { StorageVirtualMachineId, ontapVolume } = await machineOn(fsx, ontap.FileSystemId, settle);
    const { Association } = await fsx.createDataRepositoryAssociation({
      FileSystemId: linked.FileSystemId,
      FileSystemPath: "/data",
      DataRepositoryPath: "s3://bucket/data",
    });
    const { FileCache } = await fsx.createFileCache(cache);
    const { Volume: child } = await fsx.createVolume({
      VolumeType: "OPENZFS",
      Name: "child",
      OpenZFSConfiguration: { ParentVolumeId: root },
    });
    await aws.settle();
    const { Snapshot } = await fsx.createSnapshot({ VolumeId: child?.VolumeId, Name: "one" });
    const { Backup } = await fsx.createBackup({ FileSystemId: windows.FileSystemId });
    const { Backup: ofVolume } = await fsx.createBackup({ VolumeId: ontapVolume });
    await fsx.createAndAttachS3AccessPoint({
      Name: "point",
      Type: "OPENZFS",
      OpenZFSConfiguration: { VolumeId: root, FileSystemIdentity: identity },
    });
    await aws.settle();
    return {
      windows: windows.FileSystemId,
      windowsArn: windows.ResourceARN,
      lustre: lustre.FileSystemId,
      linked: linked.FileSystemId,
      ontap: ontap.FileSystemId,
      openzfs: openzfs.FileSystemId,
      root,
      child: child?.VolumeId,
      ontapVolume,
      StorageVirtualMachineId,
      SnapshotId: Snapshot?.SnapshotId,
      BackupId: Backup?.BackupId,
      ofVolume: ofVolume?.BackupId,
      AssociationId: Association?.AssociationId,
      FileCacheId: FileCache?.FileCacheId,
    };
  },
);

export type World = Awaited<ReturnType<typeof open>>;

const digits = "0123456789abcdef0";

/** Valid ids of resources that do not exist. */
export const unknownIds = {
  FileSystemId: `fs-${digits}`,
  VolumeId: `fsvol-${digits}`,
  SnapshotId: `fsvolsnap-${digits}`,
  StorageVirtualMachineId: `svm-${digits}`,
  BackupId: `backup-${digits}`,
  AssociationId: `dra-${digits}`,
  TaskId: `task-${digits}`,
  FileCacheId: `fc-${digits}`,
};

/** A valid page token that no list has returned. */
export const NextToken = "bm8gc3VjaCBwYWdl";

interface Tokened {
  readonly ClientRequestToken: string;
}

/** Sends two requests with the same token and different parameters. */
export async function reusesToken<Input extends object>(
  send: (input: Input & Tokened) => Promise<unknown>,
  first: Input,
  second: Input,
): Promise<unknown> {
  await send({ ...first, ClientRequestToken: "once" });
  return send({ ...second, ClientRequestToken: "once" });
}
