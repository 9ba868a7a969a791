import { Backup } from "@aws-sdk/client-backup";
import { account, type Kind, subnet } from "../../fsx/account";
import { known } from "../world";

const IamRoleArn = "arn:aws:iam::123456789012:role/restore-testing";
const BackupVaultName = "Default";
const testName = /^awsbackup_restore_test_[0-9a-f_]{36}$/;

/** A file system of a type, with a backup of it; for ONTAP, a volume with a backup. */
async function backedUp(kind: Kind) {
  const { aws, fsx, available } = account();
  const backup = aws.attach(new Backup({ region: "us-east-1" }));
  const fileSystem = await available(kind);
  const machine = kind === "ontap" ? await machineIn(fileSystem.FileSystemId) : undefined;

  async function machineIn(FileSystemId: string | undefined) {
    const { StorageVirtualMachine } = await fsx.createStorageVirtualMachine({ FileSystemId, Name: "svm" });
    await aws.settle();
    const StorageVirtualMachineId = known(StorageVirtualMachine?.StorageVirtualMachineId);
    const { Volume } = await fsx.createVolume({
      VolumeType: "ONTAP",
      Name: "orders",
      OntapConfiguration: {
        StorageVirtualMachineId,
        SizeInMegabytes: 2_048,
        JunctionPath: "/orders",
        StorageEfficiencyEnabled: true,
      },
    });
    await aws.settle();
    return { StorageVirtualMachineId, ResourceARN: known(Volume?.ResourceARN) };
  }

  const ResourceArn = machine?.ResourceARN ?? fileSystem.ResourceARN;
  const { BackupJobId } = await backup.startBackupJob({ BackupVaultName, ResourceArn, IamRoleArn });
  await aws.settle();
  const { RecoveryPointArn } = await backup.describeBackupJob({ BackupJobId });
  /** The restore job of a test with these overrides. */
  const tested = async (RestoreMetadataOverrides: Record<string, string>) => {
    await backup.createRestoreTestingPlan({
      RestoreTestingPlan: {
        RestoreTestingPlanName: "tests",
        ScheduleExpression: "cron(0 12 ? * * *)",
        RecoveryPointSelection: {
          Algorithm: "LATEST_WITHIN_WINDOW",
          IncludeVaults: ["*"],
          RecoveryPointTypes: ["SNAPSHOT"],
        },
      },
    });
    await backup.createRestoreTestingSelection({
      RestoreTestingPlanName: "tests",
      RestoreTestingSelection: {
        RestoreTestingSelectionName: "files",
        ProtectedResourceType: "FSx",
        ProtectedResourceArns: ["*"],
        IamRoleArn,
        ValidationWindowHours: 1,
        RestoreMetadataOverrides,
      },
    });
    await aws.clock.set("2026-01-01T12:05:00Z");
    const { RestoreJobs: [job] = [] } = await backup.listRestoreJobs({});
    return known(job);
  };
  const { InferredMetadata = {} } = await backup.getRestoreTestingInferredMetadata({
    BackupVaultName,
    RecoveryPointArn,
  });
  return { aws, fsx, machine, InferredMetadata, tested };
}

/** A parsed block of the metadata. */
const block = (metadata: Record<string, string>, name: string): unknown => JSON.parse(metadata[name] ?? "");

const subnetIds = JSON.stringify([subnet]);

test("for Lustre, no automatic backups are inferred; the user provides subnets", async () => {
  const { fsx, InferredMetadata, tested } = await backedUp("lustre");
  expect(Object.keys(InferredMetadata)).toEqual(["lustreConfiguration"]);
  expect(block(InferredMetadata, "lustreConfiguration")).toEqual({ AutomaticBackupRetentionDays: 0 });
  const job = await tested({ subnetIds });
  expect(job).toMatchObject({
    Status: "COMPLETED",
    CreatedBy: { RestoreTestingPlanArn: expect.any(String) },
  });
  const { FileSystems = [] } = await fsx.describeFileSystems({});
  const restored = FileSystems.find(({ ResourceARN }) => ResourceARN === job.CreatedResourceArn);
  expect(restored).toMatchObject({ SubnetIds: [subnet], StorageCapacity: 1_200 });
  expect(restored?.LustreConfiguration?.AutomaticBackupRetentionDays).toBe(0);
});

test("the restore of a test fails without subnets, which cannot be inferred", async () => {
  const { tested } = await backedUp("lustre");
  expect(await tested({})).toMatchObject({ Status: "FAILED", StatusMessage: expect.stringMatching(/\S/) });
});

test("for Windows, the deployment type and the lowest throughput are inferred; the user provides subnets and directory", async () => {
  const { InferredMetadata, tested } = await backedUp("windows");
  expect(block(InferredMetadata, "windowsConfiguration")).toEqual({
    AutomaticBackupRetentionDays: 0,
    DeploymentType: "SINGLE_AZ_1",
    ThroughputCapacity: 8,
  });
  const windowsConfiguration = JSON.stringify({ ActiveDirectoryId: "d-9067141d9e" });
  expect(await tested({ subnetIds, windowsConfiguration })).toMatchObject({ Status: "COMPLETED" });
});

test("for OpenZFS, a throughput that fits the deployment type is inferred", async () => {
  const { InferredMetadata, tested } = await backedUp("openzfs");
  expect(block(InferredMetadata, "openZfsConfiguration")).toEqual({
    AutomaticBackupRetentionDays: 0,
    DeploymentType: "SINGLE_AZ_1",
    ThroughputCapacity: 64,
  });
  expect(await tested({ subnetIds })).toMatchObject({ Status: "COMPLETED" });
});

test("for ONTAP, a name, a path and the size are inferred; the user provides the storage virtual machine", async () => {
  const { fsx, machine, InferredMetadata, tested } = await backedUp("ontap");
  const { name = "" } = InferredMetadata;
  expect(name).toMatch(testName);
  expect(block(InferredMetadata, "ontapConfiguration")).toEqual({
    junctionPath: `/${name}`,
    sizeInMegabytes: 2_048,
    snapshotPolicy: "none",
  });
  const ontapConfiguration = JSON.stringify({
    storageVirtualMachineId: machine?.StorageVirtualMachineId,
  });
  const job = await tested({ ontapConfiguration });
  expect(job).toMatchObject({ Status: "COMPLETED" });
  const { Volumes = [] } = await fsx.describeVolumes({});
  expect(Volumes.find(({ ResourceARN }) => ResourceARN === job.CreatedResourceArn)).toMatchObject({
    Name: expect.stringMatching(testName),
    OntapConfiguration: {
      SizeInMegabytes: 2_048,
      SnapshotPolicy: "none",
      StorageVirtualMachineId: machine?.StorageVirtualMachineId,
    },
  });
});
