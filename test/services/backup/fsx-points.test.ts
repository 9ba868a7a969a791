import {
  Backup,
  CreateBackupVaultCommand,
  DeleteRecoveryPointCommand,
  DescribeBackupJobCommand,
  DescribeCopyJobCommand,
  DescribeRestoreJobCommand,
  GetRecoveryPointRestoreMetadataCommand,
  StartBackupJobCommand,
  StartCopyJobCommand,
  StartRestoreJobCommand,
} from "@aws-sdk/client-backup";
import { FSx } from "@aws-sdk/client-fsx";
import { account, type Kind, otherSubnet, subnet } from "../fsx/account";

const role = "arn:aws:iam::123456789012:role/backup";
const key = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";

test("a copied FSx point is an FSx backup in the other Region, and goes with its point", async () => {
  const { aws, available } = account();
  const backup = aws.attach(new Backup({ region: "us-east-1" }));
  const { ResourceARN, FileSystemId } = await available("windows");
  const { BackupJobId } = await backup.send(
    new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn: ResourceARN, IamRoleArn: role }),
  );
  await aws.settle();
  const { RecoveryPointArn } = await backup.send(new DescribeBackupJobCommand({ BackupJobId }));
  const ireland = aws.attach(new Backup({ region: "eu-west-1" }));
  const { BackupVaultArn } = await ireland.send(
    new CreateBackupVaultCommand({ BackupVaultName: "far", EncryptionKeyArn: key }),
  );
  const { CopyJobId } = await backup.send(
    new StartCopyJobCommand({
      RecoveryPointArn,
      SourceBackupVaultName: "Default",
      DestinationBackupVaultArn: BackupVaultArn,
      IamRoleArn: role,
    }),
  );
  await aws.settle();
  const { CopyJob } = await backup.send(new DescribeCopyJobCommand({ CopyJobId }));
  const copied = CopyJob?.DestinationRecoveryPointArn;
  expect(copied).toMatch(/^arn:aws:fsx:eu-west-1:123456789012:backup\/backup-[0-9a-f]{17}$/);
  const fsx = aws.attach(new FSx({ region: "eu-west-1" }));
  const { Backups } = await fsx.describeBackups({});
  expect(Backups).toMatchObject([
    {
      ResourceARN: copied,
      Type: "AWS_BACKUP",
      Lifecycle: "AVAILABLE",
      KmsKeyId: key,
      SourceBackupId: RecoveryPointArn?.split("/").at(-1),
      SourceBackupRegion: "us-east-1",
      FileSystem: { FileSystemId },
    },
  ]);
  const gone = { BackupVaultName: "far", RecoveryPointArn: copied };
  await ireland.send(new DeleteRecoveryPointCommand(gone));
  expect((await fsx.describeBackups({})).Backups).toEqual([]);
});

describe("a restored FSx point", () => {
  async function backedUp(kind: Kind, change: Parameters<ReturnType<typeof account>["available"]>[1] = {}) {
    const { aws, fsx, available, describe } = account();
    const backup = aws.attach(new Backup({ region: "us-east-1" }));
    const source = await available(kind, { Tags: [{ Key: "team", Value: "web" }], ...change });
    const { BackupJobId } = await backup.send(
      new StartBackupJobCommand({
        BackupVaultName: "Default",
        ResourceArn: source.ResourceARN,
        IamRoleArn: role,
      }),
    );
    await aws.settle();
    const { RecoveryPointArn } = await backup.send(new DescribeBackupJobCommand({ BackupJobId }));
    const { RestoreMetadata = {} } = await backup.send(
      new GetRecoveryPointRestoreMetadataCommand({ BackupVaultName: "Default", RecoveryPointArn }),
    );
    const restore = async (metadata: Record<string, string> = {}, copiesTags = false) => {
      const { RestoreJobId } = await backup.send(
        new StartRestoreJobCommand({
          RecoveryPointArn,
          Metadata: { ...RestoreMetadata, ...metadata },
          CopySourceTagsToRestoredResource: copiesTags,
        }),
      );
      await aws.settle();
      return backup.send(new DescribeRestoreJobCommand({ RestoreJobId }));
    };
    return { aws, fsx, describe, source, RestoreMetadata, restore };
  }

  test.each<[Kind, object]>([
    ["windows", { WindowsConfiguration: { ThroughputCapacity: 32 } }],
    ["lustre", { LustreConfiguration: { DeploymentType: "PERSISTENT_2", PerUnitStorageThroughput: 125 } }],
    ["openzfs", { OpenZFSConfiguration: { DeploymentType: "SINGLE_AZ_1", ThroughputCapacity: 64 } }],
  ])("of %s is a file system of its own, like the one backed up", async (kind, settings) => {
    const { describe: find, source, restore } = await backedUp(kind);
    const job = await restore({}, true);
    expect([job.Status, job.StatusMessage]).toEqual(["COMPLETED", undefined]);
    expect(job.CreatedResourceArn).not.toBe(source.ResourceARN);
    const made = await find(job.CreatedResourceArn?.split("/").at(-1));
    expect(made).toMatchObject({
      Lifecycle: "AVAILABLE",
      FileSystemType: source.FileSystemType,
      StorageCapacity: source.StorageCapacity,
      KmsKeyId: source.KmsKeyId,
      SubnetIds: source.SubnetIds,
      Tags: [{ Key: "team", Value: "web" }],
      ...settings,
    });
  });

  test("takes what its metadata say, at the top or in blocks of JSON, whatever their case", async () => {
    const { describe: find, restore } = await backedUp("windows");
    const job = await restore({
      ThroughputCapacity: "64",
      WindowsConfiguration: JSON.stringify({ automaticBackupRetentionDays: 3, copyTagsToBackups: true }),
      SubnetIds: JSON.stringify([subnet]),
    });
    const made = await find(job.CreatedResourceArn?.split("/").at(-1));
    expect(made.WindowsConfiguration).toMatchObject({
      ThroughputCapacity: 64,
      AutomaticBackupRetentionDays: 3,
      CopyTagsToBackups: true,
    });
    expect(made.Tags).toEqual([]);
  });

  test("describes itself in the keys that Lustre is restored with", async () => {
    const { RestoreMetadata, source } = await backedUp("lustre");
    expect(RestoreMetadata).toMatchObject({
      FileSystemId: source.FileSystemId,
      FileSystemType: "LUSTRE",
      StorageCapacity: "1200",
      StorageType: "SSD",
      VpcId: source.VpcId,
      SubnetIds: JSON.stringify(source.SubnetIds),
      KmsKeyId: source.KmsKeyId,
      LustreConfiguration: expect.stringContaining("PERSISTENT_2"),
    });
  });

  test("makes nothing where FSx refuses, or its own model does", async () => {
    const { fsx, restore } = await backedUp("windows");
    expect(await restore({ StorageCapacity: "400" })).toMatchObject({
      Status: "FAILED",
      StatusMessage: expect.stringContaining("300 GiB"),
    });
    const wrong: Record<string, string>[] = [
      { StorageCapacity: "plenty" },
      { StorageType: "TAPE" },
      { SubnetIds: "subnet-1" },
    ];
    for (const metadata of wrong) {
      expect(await restore(metadata)).toMatchObject({
        Status: "FAILED",
        StatusMessage: "Restore metadata is invalid.",
      });
    }
    expect((await fsx.describeFileSystems({})).FileSystems).toHaveLength(1);
  });

  test("of Multi-AZ OpenZFS is for FSx itself to restore", async () => {
    const { restore } = await backedUp("openzfs", {
      SubnetIds: [subnet, otherSubnet],
      OpenZFSConfiguration: {
        DeploymentType: "MULTI_AZ_1",
        ThroughputCapacity: 160,
        PreferredSubnetId: subnet,
      },
    });
    expect(await restore()).toMatchObject({
      Status: "FAILED",
      StatusMessage: expect.stringContaining("Multi-AZ"),
    });
  });

  test("of ONTAP is a volume, on the virtual machine that is named", async () => {
    const { aws, fsx, available } = account();
    const backup = aws.attach(new Backup({ region: "us-east-1" }));
    const { FileSystemId } = await available("ontap");
    const { StorageVirtualMachine } = await fsx.createStorageVirtualMachine({
      FileSystemId,
      Name: "machine",
    });
    const StorageVirtualMachineId = StorageVirtualMachine?.StorageVirtualMachineId;
    await aws.settle();
    const { Volume } = await fsx.createVolume({
      VolumeType: "ONTAP",
      Name: "data",
      OntapConfiguration: {
        StorageVirtualMachineId,
        SizeInMegabytes: 1_024,
        JunctionPath: "/data",
        StorageEfficiencyEnabled: true,
        OntapVolumeType: "RW",
      },
    });
    await aws.settle();
    const { BackupJobId } = await backup.send(
      new StartBackupJobCommand({
        BackupVaultName: "Default",
        ResourceArn: Volume?.ResourceARN,
        IamRoleArn: role,
      }),
    );
    await aws.settle();
    const { RecoveryPointArn, State } = await backup.send(new DescribeBackupJobCommand({ BackupJobId }));
    expect(State).toBe("COMPLETED");
    const { RestoreMetadata = {} } = await backup.send(
      new GetRecoveryPointRestoreMetadataCommand({ BackupVaultName: "Default", RecoveryPointArn }),
    );
    const { RestoreJobId } = await backup.send(
      new StartRestoreJobCommand({
        RecoveryPointArn,
        Metadata: { ...RestoreMetadata, Name: "again", junctionPath: "/again" },
      }),
    );
    await aws.clock.next();
    const running = await backup.send(new DescribeRestoreJobCommand({ RestoreJobId }));
    const named = [running.CreatedResourceArn?.split("/").at(-1) ?? ""];
    const { Volumes: early } = await fsx.describeVolumes({ VolumeIds: named });
    expect([running.Status, early?.[0]?.Lifecycle]).toEqual(["RUNNING", "CREATING"]);
    await aws.settle();
    const job = await backup.send(new DescribeRestoreJobCommand({ RestoreJobId }));
    expect([job.Status, job.CreatedResourceArn]).toEqual(["COMPLETED", running.CreatedResourceArn]);
    expect(job.CreatedResourceArn).toMatch(/:volume\/fs-[0-9a-f]+\/fsvol-[0-9a-f]+$/);
    const VolumeIds = [job.CreatedResourceArn?.split("/").at(-1) ?? ""];
    const { Volumes } = await fsx.describeVolumes({ VolumeIds });
    expect(Volumes).toMatchObject([
      {
        Name: "again",
        Lifecycle: "CREATED",
        OntapConfiguration: { StorageVirtualMachineId, JunctionPath: "/again", SizeInMegabytes: 1_024 },
      },
    ]);
  });
});

test("backups that FSx and its users made are listed with the recovery points of a file system, unless left out", async () => {
  const { aws, fsx, available } = account();
  const backup = aws.attach(new Backup({ region: "us-east-1" }));
  const { ResourceARN: ResourceArn, FileSystemId } = await available("windows");
  await backup.startBackupJob({ BackupVaultName: "Default", ResourceArn, IamRoleArn: role });
  await aws.settle();
  const { Backup: own } = await fsx.createBackup({ FileSystemId });
  const list = async (more: object = {}) =>
    (await backup.listRecoveryPointsByResource({ ResourceArn, ...more })).RecoveryPoints ?? [];
  expect((await list())[0]).toMatchObject({ RecoveryPointArn: own?.ResourceARN, Status: "CREATING" });
  await aws.settle();
  const [newest, ...others] = await list();
  expect(newest).toEqual({
    RecoveryPointArn: own?.ResourceARN,
    CreationDate: own?.CreationTime,
    EncryptionKeyArn: own?.KmsKeyId,
    Status: "COMPLETED",
    IsParent: false,
  });
  expect(await list({ ManagedByAWSBackupOnly: true })).toEqual(others);
  expect(others).toMatchObject([{ BackupVaultName: "Default" }]);
  const first = await backup.listRecoveryPointsByResource({ ResourceArn, MaxResults: 1 });
  expect(await list({ MaxResults: 1, NextToken: first.NextToken })).toEqual(others);
});
