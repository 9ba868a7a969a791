import type { S3DataRepositoryConfiguration } from "@aws-sdk/client-fsx";
import { account } from "../account";
import { type Asked, type AskedOf, Tags } from "./asked";

async function backingUp(): Promise<Asked[]> {
  const { aws, fsx, available } = account();
  const { FileSystemId } = await available("windows");
  const ontap = await available("ontap");
  await fsx.createStorageVirtualMachine({ FileSystemId: ontap.FileSystemId, Name: "svm" });
  await aws.settle();
  const { Volumes = [] } = await fsx.describeVolumes({});
  const asked: Asked[] = [];
  for (const input of [{ FileSystemId, Tags }, { VolumeId: Volumes[0]?.VolumeId }]) {
    const { Backup } = await fsx.createBackup(input);
    const { Backups = [] } = await fsx.describeBackups({ BackupIds: [Backup?.BackupId ?? ""] });
    const { FileSystem, Volume, ...shown } = Backups[0] ?? {};
    asked.push([input, { ...shown, FileSystemId: FileSystem?.FileSystemId, VolumeId: Volume?.VolumeId }]);
  }
  return asked;
}

async function copying(): Promise<Asked[]> {
  const { aws, fsx, available } = account();
  const { FileSystemId } = await available("windows");
  const { Backup } = await fsx.createBackup({ FileSystemId, Tags: [{ Key: "kept", Value: "yes" }] });
  await aws.settle();
  const input = {
    SourceBackupId: Backup?.BackupId,
    SourceRegion: "us-east-1",
    KmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/of-our-own",
    CopyTags: true,
    Tags,
  };
  const copy = await fsx.copyBackup(input);
  const { Backups = [] } = await fsx.describeBackups({ BackupIds: [copy.Backup?.BackupId ?? ""] });
  const [shown] = Backups;
  const CopyTags = shown?.Tags?.some(({ Key }) => Key === "kept");
  return [[input, { ...shown, SourceRegion: shown?.SourceBackupRegion, CopyTags }]];
}

const S3: S3DataRepositoryConfiguration = {
  AutoImportPolicy: { Events: ["NEW"] },
  AutoExportPolicy: { Events: ["CHANGED"] },
};

const other: S3DataRepositoryConfiguration = {
  AutoImportPolicy: { Events: ["DELETED"] },
  AutoExportPolicy: { Events: ["NEW"] },
};

async function linking() {
  const { aws, fsx, available } = account();
  const { FileSystemId } = await available("lustre");
  const input = {
    FileSystemId,
    FileSystemPath: "/data",
    DataRepositoryPath: "s3://bucket/data",
    BatchImportMetaDataOnCreate: true,
    ImportedFileChunkSize: 1_024,
    S3,
    Tags,
  };
  const { Association } = await fsx.createDataRepositoryAssociation(input);
  await aws.settle();
  const described = async () => (await fsx.describeDataRepositoryAssociations({})).Associations?.[0];
  const create: Asked = [input, await described()];
  const change = { AssociationId: Association?.AssociationId, ImportedFileChunkSize: 2_048, S3: other };
  await fsx.updateDataRepositoryAssociation(change);
  await aws.settle();
  const update: Asked = [change, await described()];
  const task = {
    FileSystemId,
    Type: "RELEASE_DATA_FROM_FILESYSTEM" as const,
    Paths: ["data"],
    Report: {
      Enabled: true,
      Path: "s3://bucket/data/reports",
      Format: "REPORT_CSV_20191124" as const,
      Scope: "FAILED_FILES_ONLY" as const,
    },
    ReleaseConfiguration: { DurationSinceLastAccess: { Unit: "DAYS" as const, Value: 7 } },
    Tags,
  };
  const { DataRepositoryTask } = await fsx.createDataRepositoryTask(task);
  const TaskIds = [DataRepositoryTask?.TaskId ?? ""];
  const { DataRepositoryTasks = [] } = await fsx.describeDataRepositoryTasks({ TaskIds });
  const run: Asked = [task, DataRepositoryTasks[0]];
  return { create, update, run };
}

const identities = [
  {
    OpenZFSConfiguration: {
      FileSystemIdentity: {
        Type: "POSIX" as const,
        PosixUser: { Uid: 1, Gid: 2, SecondaryGids: [3] },
      },
    },
  },
  {
    OntapConfiguration: {
      FileSystemIdentity: { Type: "UNIX" as const, UnixUser: { Name: "root" } },
    },
  },
  {
    OntapConfiguration: {
      FileSystemIdentity: { Type: "WINDOWS" as const, WindowsUser: { Name: "Administrator" } },
    },
  },
];

async function attaching(): Promise<Asked[]> {
  const { aws, fsx, available } = account();
  const openzfs = await available("openzfs", {
    OpenZFSConfiguration: { DeploymentType: "SINGLE_AZ_HA_2", ThroughputCapacity: 160 },
  });
  const ontap = await available("ontap");
  await fsx.createStorageVirtualMachine({ FileSystemId: ontap.FileSystemId, Name: "svm" });
  await aws.settle();
  const { Volumes = [] } = await fsx.describeVolumes({});
  const VolumeId = openzfs.OpenZFSConfiguration?.RootVolumeId;
  const ontapVolume = Volumes.find(volume => volume.OntapConfiguration)?.VolumeId;
  const S3AccessPoint = { VpcConfiguration: { VpcId: "vpc-11111111" }, Policy: '{"Statement":[]}' };
  const asked: Asked[] = [];
  for (const [index, { OpenZFSConfiguration: zfs, OntapConfiguration: own }] of identities.entries()) {
    const input = zfs
      ? { Type: "OPENZFS" as const, OpenZFSConfiguration: { ...zfs, VolumeId } }
      : { Type: "ONTAP" as const, OntapConfiguration: own && { ...own, VolumeId: ontapVolume } };
    const request = { Name: `point-${index}`, S3AccessPoint, ...input };
    await fsx.createAndAttachS3AccessPoint(request);
    await aws.settle();
    const { S3AccessPointAttachments = [] } = await fsx.describeS3AccessPointAttachments({
      Names: [request.Name],
    });
    asked.push([request, S3AccessPointAttachments[0]]);
  }
  return asked;
}

async function sharing(): Promise<Asked[]> {
  const { fsx } = account();
  const input = { EnableFsxRouteTableUpdatesFromParticipantAccounts: "true" };
  await fsx.updateSharedVpcConfiguration(input);
  return [[input, await fsx.describeSharedVpcConfiguration({})]];
}

export const others: AskedOf = {
  CreateBackup: backingUp,
  CopyBackup: copying,
  CreateDataRepositoryAssociation: async () => [(await linking()).create],
  UpdateDataRepositoryAssociation: async () => [(await linking()).update],
  CreateDataRepositoryTask: async () => [(await linking()).run],
  CreateAndAttachS3AccessPoint: attaching,
  UpdateSharedVpcConfiguration: sharing,
};
