import { BackupClient, StartBackupJobCommand } from "@aws-sdk/client-backup";
import { FSx } from "@aws-sdk/client-fsx";
import type { Provocations } from "../../../support/declared-errors";
import { otherSubnet, requests, subnet } from "../account";
import { NextToken, reusesToken, unknownIds, type World } from "./world";

/** A client of the same account in another Region. */
const elsewhere = ({ aws }: World, region: string) => aws.in({ region }).attach(new FSx());

const west = { SourceRegion: "us-east-1" };

/** A backup of an existing file system by AWS Backup. */
async function backupOfAwsBackup({ aws, fsx, windowsArn }: World) {
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
  await aws.attach(new BackupClient()).send(
    new StartBackupJobCommand({
      BackupVaultName: "nightly",
      ResourceArn: windowsArn,
      IamRoleArn: "arn:aws:iam::123456789012:role/backup",
    }),
  );
  await aws.settle();
  const Filters = [{ Name: "backup-type" as const, Values: ["AWS_BACKUP"] }];
  const { Backups = [] } = await fsx.describeBackups({ Filters });
  return { BackupId: Backups[0]?.BackupId };
}

/** A backup of a Multi-AZ file system. */
async function multiAzBackup({ aws, fsx, available }: World) {
  const { FileSystemId } = await available("windows", {
    SubnetIds: [subnet, otherSubnet],
    WindowsConfiguration: {
      ...requests.windows.WindowsConfiguration,
      DeploymentType: "MULTI_AZ_1",
      PreferredSubnetId: subnet,
    },
  });
  const { Backup } = await fsx.createBackup({ FileSystemId });
  await aws.settle();
  return { SourceBackupId: Backup?.BackupId };
}

const disabledKey = "arn:aws:kms:us-east-1:123456789012:key/disabled";

export const backups: Provocations<World> = {
  CopyBackup: {
    BackupNotFound: ({ fsx }) => fsx.copyBackup({ SourceBackupId: unknownIds.BackupId }),
    BadRequest: ({ fsx, BackupId }) =>
      fsx.copyBackup({ SourceBackupId: BackupId, Tags: [{ Key: "aws:team", Value: "storage" }] }),
    IncompatibleParameterError: {
      by: ({ fsx, BackupId }) =>
        reusesToken(
          input => fsx.copyBackup(input),
          { SourceBackupId: BackupId, CopyTags: true },
          { SourceBackupId: BackupId, CopyTags: false },
        ),
      members: { Parameter: "CopyTags" },
    },
    IncompatibleRegionForMultiAZ: async world =>
      elsewhere(world, "us-west-1").copyBackup({ ...west, ...(await multiAzBackup(world)) }),
    InvalidDestinationKmsKey: world =>
      elsewhere(world, "us-west-2").copyBackup({
        ...west,
        SourceBackupId: world.BackupId,
        KmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/elsewhere",
      }),
    InvalidRegion: ({ fsx, BackupId }) =>
      fsx.copyBackup({ SourceBackupId: BackupId, SourceRegion: "cn-north-1" }),
    InvalidSourceKmsKey: async world => {
      const { aws, fsx, available } = world;
      const { FileSystemId } = await available("windows", { KmsKeyId: disabledKey });
      const { Backup } = await fsx.createBackup({ FileSystemId });
      await aws.settle();
      aws.seed({ fsx: { kmsKeys: [{ Arn: disabledKey, KeyState: "Disabled" }] } });
      await elsewhere(world, "us-west-2").copyBackup({ ...west, SourceBackupId: Backup?.BackupId });
    },
    ServiceLimitExceeded: {
      by: async ({ fsx, BackupId }) => {
        await fsx.copyBackup({ SourceBackupId: BackupId });
        await fsx.copyBackup({ SourceBackupId: BackupId });
      },
      quotas: { fsxBackupCopies: 1 },
      members: { Limit: "TOTAL_IN_PROGRESS_COPY_BACKUPS" },
    },
    SourceBackupUnavailable: {
      by: async ({ fsx, openzfs }) => {
        const { Backup } = await fsx.createBackup({ FileSystemId: openzfs });
        await fsx.copyBackup({ SourceBackupId: Backup?.BackupId });
      },
      members: { BackupId: expect.stringMatching(/^backup-[0-9a-f]{17}$/) },
    },
    UnsupportedOperation: ({ fsx, ofVolume }) => fsx.copyBackup({ SourceBackupId: ofVolume }),
  },
  CreateBackup: {
    BackupInProgress: async ({ fsx, windows }) => {
      await fsx.createBackup({ FileSystemId: windows });
      await fsx.createBackup({ FileSystemId: windows });
    },
    BadRequest: ({ fsx, linked }) => fsx.createBackup({ FileSystemId: linked }),
    FileSystemNotFound: ({ fsx }) => fsx.createBackup({ FileSystemId: unknownIds.FileSystemId }),
    IncompatibleParameterError: {
      by: ({ fsx, windows, openzfs }) =>
        reusesToken(input => fsx.createBackup(input), { FileSystemId: windows }, { FileSystemId: openzfs }),
      members: { Parameter: "FileSystemId" },
    },
    ServiceLimitExceeded: {
      by: ({ fsx, windows }) => fsx.createBackup({ FileSystemId: windows }),
      quotas: { fsxWindowsBackups: 1 },
      members: { Limit: "TOTAL_USER_INITIATED_BACKUPS" },
    },
    UnsupportedOperation: ({ fsx, ontap }) => fsx.createBackup({ FileSystemId: ontap }),
    VolumeNotFound: ({ fsx }) => fsx.createBackup({ VolumeId: unknownIds.VolumeId }),
  },
  DeleteBackup: {
    BackupBeingCopied: {
      by: async ({ fsx, BackupId }) => {
        await fsx.copyBackup({ SourceBackupId: BackupId });
        await fsx.deleteBackup({ BackupId });
      },
      members: { BackupId: expect.stringMatching(/^backup-[0-9a-f]{17}$/) },
    },
    BackupInProgress: async ({ fsx, windows }) => {
      const { Backup } = await fsx.createBackup({ FileSystemId: windows });
      await fsx.deleteBackup({ BackupId: Backup?.BackupId });
    },
    BackupNotFound: ({ fsx }) => fsx.deleteBackup(unknownIds),
    BackupRestoring: {
      by: async ({ fsx, BackupId }) => {
        await fsx.createFileSystemFromBackup({ BackupId, SubnetIds: [subnet] });
        await fsx.deleteBackup({ BackupId });
      },
      members: { FileSystemId: expect.stringMatching(/^fs-[0-9a-f]{17}$/) },
    },
    BadRequest: async world => world.fsx.deleteBackup(await backupOfAwsBackup(world)),
    IncompatibleParameterError: {
      by: ({ fsx, BackupId, ofVolume }) =>
        reusesToken(input => fsx.deleteBackup(input), { BackupId }, { BackupId: ofVolume }),
      members: { Parameter: "BackupId" },
    },
  },
  DescribeBackups: {
    BackupNotFound: ({ fsx }) => fsx.describeBackups({ BackupIds: [unknownIds.BackupId] }),
    BadRequest: ({ fsx }) => fsx.describeBackups({ NextToken }),
    FileSystemNotFound: ({ fsx }) =>
      fsx.describeBackups({ Filters: [{ Name: "file-system-id", Values: [unknownIds.FileSystemId] }] }),
    VolumeNotFound: ({ fsx }) =>
      fsx.describeBackups({ Filters: [{ Name: "volume-id", Values: [unknownIds.VolumeId] }] }),
  },
};
