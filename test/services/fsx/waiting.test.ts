import { Backup } from "@aws-sdk/client-backup";
import { account, poll, requests } from "./account";

/** Polls, as scripts do, until a read returns nothing. */
const untilGone = (read: () => Promise<number | undefined>) =>
  poll(async () => ((await read()) === 0 ? "gone" : "there"), ["gone"]);

test("code that polls resources of a deleted file system sees them disappear", async () => {
  const { aws, fsx, available } = account();
  const { FileSystemId, OpenZFSConfiguration } = await available("openzfs");
  await fsx.createSnapshot({ VolumeId: OpenZFSConfiguration?.RootVolumeId, Name: "one" });
  await aws.clock.advance("2 days");
  const count = { volumes: 1, snapshots: 1, backups: 2 };
  const counts = async () => ({
    volumes: (await fsx.describeVolumes({})).Volumes?.length,
    snapshots: (await fsx.describeSnapshots({})).Snapshots?.length,
    backups: (await fsx.describeBackups({})).Backups?.length,
  });
  expect(await counts()).toEqual(count);
  const before = aws.snapshot();
  for (const kind of ["volumes", "snapshots", "backups"] as const) {
    aws.rollback(before);
    await fsx.deleteFileSystem({ FileSystemId, OpenZFSConfiguration: { SkipFinalBackup: true } });
    await untilGone(async () => (await counts())[kind]);
  }
});

test("code that polls the root volume of a deleted storage virtual machine sees it disappear", async () => {
  const { aws, fsx, available } = account();
  const { FileSystemId } = await available("ontap");
  const { StorageVirtualMachine } = await fsx.createStorageVirtualMachine({ FileSystemId, Name: "svm" });
  await aws.settle();
  await fsx.deleteStorageVirtualMachine({
    StorageVirtualMachineId: StorageVirtualMachine?.StorageVirtualMachineId,
  });
  await untilGone(async () => (await fsx.describeVolumes({})).Volumes?.length);
});

test("code that polls for a backup by AWS Backup sees it appear", async () => {
  const { aws, fsx, available } = account();
  const { ResourceARN } = await available("windows");
  const backup = aws.attach(new Backup({ region: "us-east-1" }));
  await backup.startBackupJob({
    BackupVaultName: "Default",
    ResourceArn: ResourceARN,
    IamRoleArn: "arn:aws:iam::123456789012:role/backup",
  });
  const seen = await poll(async () => {
    const Filters = [{ Name: "backup-type" as const, Values: ["AWS_BACKUP"] }];
    return (await fsx.describeBackups({ Filters })).Backups?.[0]?.Lifecycle ?? "none";
  }, ["AVAILABLE"]);
  expect(seen).toEqual(["none", "CREATING", "AVAILABLE"]);
});

test("code that polls for the import task of a new association sees it appear", async () => {
  const { fsx, available } = account();
  const { FileSystemId } = await available("lustre");
  await fsx.createDataRepositoryAssociation({
    FileSystemId,
    DataRepositoryPath: "s3://bucket",
    BatchImportMetaDataOnCreate: true,
  });
  const seen = await poll(async () => {
    const { DataRepositoryTasks } = await fsx.describeDataRepositoryTasks({});
    return DataRepositoryTasks?.[0]?.Lifecycle ?? "none";
  }, ["SUCCEEDED"]);
  expect(seen).toEqual(["none", "PENDING", "EXECUTING", "SUCCEEDED"]);
});

test("with durations of 0, everything has completed by the next call", async () => {
  const { fsx, create, describe } = account({ durations: 0 });
  const { FileSystemId } = await create("windows");
  expect((await describe(FileSystemId)).Lifecycle).toBe("AVAILABLE");
  await fsx.updateFileSystem({ FileSystemId, StorageCapacity: 400 });
  expect(await describe(FileSystemId)).toMatchObject({
    StorageCapacity: 400,
    AdministrativeActions: [{ Status: "COMPLETED" }],
  });
  const { Backup: made } = await fsx.createBackup({ FileSystemId });
  const { Backups } = await fsx.describeBackups({ BackupIds: [made?.BackupId ?? ""] });
  expect(Backups?.[0]?.Lifecycle).toBe("AVAILABLE");
});

test("durations are set per kind", async () => {
  const { aws, create, describe } = account({
    clock: "manual",
    durations: { fsxFileSystem: "1 hour" },
  });
  const { FileSystemId } = await create("lustre");
  await aws.clock.advance("59 minutes");
  expect((await describe(FileSystemId)).Lifecycle).toBe("CREATING");
  await aws.clock.advance("1 minute");
  expect((await describe(FileSystemId)).Lifecycle).toBe("AVAILABLE");
});

test("a held file system stays CREATING until it is released", async () => {
  const { aws, create, describe } = account();
  const { FileSystemId = "" } = await create("windows");
  aws.hold(FileSystemId);
  await aws.clock.advance("1 day");
  expect((await describe(FileSystemId)).Lifecycle).toBe("CREATING");
  aws.release(FileSystemId);
  await aws.settle();
  expect((await describe(FileSystemId)).Lifecycle).toBe("AVAILABLE");
});

test("a snapshot with every kind of resource survives JSON", async () => {
  const { aws, fsx, available } = account();
  const { FileSystemId } = await available("windows", {
    WindowsConfiguration: { ...requests.windows.WindowsConfiguration, Aliases: ["a.example.com"] },
  });
  await fsx.updateFileSystem({ FileSystemId, StorageCapacity: 400 });
  await fsx.createBackup({ FileSystemId });
  const before = await fsx.describeBackups({});
  const document = JSON.parse(JSON.stringify(aws.snapshot()));
  const other = account({ snapshot: document });
  await other.aws.settle();
  await aws.settle();
  expect((await other.fsx.describeFileSystems({})).FileSystems).toEqual(
    (await fsx.describeFileSystems({})).FileSystems,
  );
  expect((await other.fsx.describeBackups({})).Backups).toHaveLength(before.Backups?.length ?? 0);
});
