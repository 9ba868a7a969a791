import { TooManyRequests } from "@aws-sdk/client-efs";
import { account, availableFileSystem, efsError, fileSystemOf, refusal } from "./support";

test("changing the throughput mode updates the file system, then it is available again", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const updated = await efs.updateFileSystem({ FileSystemId, ThroughputMode: "elastic" });
  expect(updated).toMatchObject({ FileSystemId, LifeCycleState: "updating", ThroughputMode: "elastic" });
  expect(updated.$metadata.httpStatusCode).toBe(202);
  expect((await fileSystemOf(efs, FileSystemId)).LifeCycleState).toBe("updating");
  expect(await fileSystemOf(efs, FileSystemId)).toMatchObject({
    LifeCycleState: "available",
    ThroughputMode: "elastic",
    SizeInBytes: { Value: 6144 },
  });
});

test("provisioned throughput is shown only in the mode provisioned", async () => {
  const { aws, efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  await efs.updateFileSystem({
    FileSystemId,
    ThroughputMode: "provisioned",
    ProvisionedThroughputInMibps: 16,
  });
  await aws.settle();
  expect((await fileSystemOf(efs, FileSystemId)).ProvisionedThroughputInMibps).toBe(16);
  await aws.clock.advance("1 day");
  await efs.updateFileSystem({ FileSystemId, ThroughputMode: "bursting" });
  await aws.settle();
  expect(await fileSystemOf(efs, FileSystemId)).not.toHaveProperty("ProvisionedThroughputInMibps");
});

test("the mode can be changed, or throughput decreased, once in 24 hours; increases are always possible", async () => {
  const { aws, efs } = account({ now: "2026-03-01T10:00:00Z", clock: "manual", durations: 0 });
  const { FileSystemId } = await efs.createFileSystem({});
  const update = async (ThroughputMode: "provisioned" | "bursting" | undefined, mibps?: number) =>
    efs.updateFileSystem({ FileSystemId, ThroughputMode, ProvisionedThroughputInMibps: mibps });
  await update("provisioned", 10);
  await aws.clock.advance("1 hour");
  await update(undefined, 20);
  const before = aws.state;
  const tooSoon = efsError("TooManyRequests", 429, {
    message:
      "You have reached the maximum number of throughput mode changes or provisioned throughput value decreases. Wait until 2026-03-02T10:00:00Z UTC and try again.",
  });
  const error = await refusal(update("bursting"));
  expect(error).toBeInstanceOf(TooManyRequests);
  expect(error).toEqual(tooSoon);
  expect(await refusal(update(undefined, 15))).toEqual(tooSoon);
  expect(aws.state).toBe(before);
  await aws.clock.advance("23 hours");
  await update(undefined, 15);
  expect((await fileSystemOf(efs, FileSystemId)).ProvisionedThroughputInMibps).toBe(15);
});

test("invalid combinations of settings are refused", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs, { PerformanceMode: "maxIO" });
  const bad = efsError("BadRequest", 400);
  expect(await refusal(efs.updateFileSystem({ FileSystemId }))).toEqual(bad);
  expect(await refusal(efs.updateFileSystem({ FileSystemId, ThroughputMode: "elastic" }))).toEqual(bad);
  expect(await refusal(efs.updateFileSystem({ FileSystemId, ThroughputMode: "provisioned" }))).toEqual(bad);
  expect(await refusal(efs.updateFileSystem({ FileSystemId, ProvisionedThroughputInMibps: 5 }))).toEqual(bad);
});

test("a file system with data in the Archive storage class keeps elastic throughput", async () => {
  const { aws, efs } = account();
  const { FileSystemId } = await availableFileSystem(efs, { ThroughputMode: "elastic" });
  const archive = (bytes: number) =>
    aws.edit("efs.fileSystems", FileSystemId, ({ SizeInBytes }) => {
      SizeInBytes.ValueInArchive = bytes;
    });
  const leave = () => efs.updateFileSystem({ FileSystemId, ThroughputMode: "bursting" });
  archive(9_000);
  expect(await refusal(leave())).toEqual(efsError("BadRequest", 400));
  archive(0);
  expect(await leave()).toMatchObject({ ThroughputMode: "bursting" });
});

test("provisioned throughput is limited", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const much = { FileSystemId, ThroughputMode: "provisioned", ProvisionedThroughputInMibps: 3415 } as const;
  expect(await refusal(efs.updateFileSystem(much))).toEqual(efsError("ThroughputLimitExceeded", 400));
});

test("a file system can be changed only while it is available", async () => {
  const { aws, efs } = account();
  const { FileSystemId = "" } = await efs.createFileSystem({});
  aws.hold(FileSystemId);
  const calls = [
    efs.updateFileSystem({ FileSystemId, ThroughputMode: "elastic" }),
    efs.updateFileSystemProtection({ FileSystemId, ReplicationOverwriteProtection: "DISABLED" }),
    efs.createMountTarget({ FileSystemId, SubnetId: "subnet-aaaaaaaa" }),
    efs.createAccessPoint({ FileSystemId }),
    efs.putBackupPolicy({ FileSystemId, BackupPolicy: { Status: "ENABLED" } }),
    efs.putLifecycleConfiguration({ FileSystemId, LifecyclePolicies: [] }),
    efs.putFileSystemPolicy({ FileSystemId, Policy: "{}" }),
    efs.deleteFileSystemPolicy({ FileSystemId }),
    efs.createReplicationConfiguration({
      SourceFileSystemId: FileSystemId,
      Destinations: [{ Region: "eu-west-1" }],
    }),
  ];
  for (const call of calls) {
    expect(await refusal(call)).toEqual(efsError("IncorrectFileSystemLifeCycleState", 409));
  }
  aws.release(FileSystemId);
  await aws.settle();
  await efs.updateFileSystem({ FileSystemId, ThroughputMode: "elastic" });
  expect(await refusal(efs.createAccessPoint({ FileSystemId }))).toEqual(
    efsError("IncorrectFileSystemLifeCycleState", 409),
  );
});

test.each([
  ["us-east-1", 3_414],
  ["eu-west-1", 3_414],
  ["eu-central-1", 1_024],
])("in %s up to %i MiB/s can be provisioned", async (region, limit) => {
  const { efs } = account({ region });
  const create = (ProvisionedThroughputInMibps: number) =>
    efs.createFileSystem({ ThroughputMode: "provisioned", ProvisionedThroughputInMibps });
  await create(limit);
  expect(await refusal(create(limit + 1))).toEqual(efsError("ThroughputLimitExceeded", 400));
});

test("a quota for provisioned throughput applies in every Region", async () => {
  const { efs } = account({ region: "eu-central-1", quotas: { efsProvisionedThroughput: 2_000 } });
  await efs.createFileSystem({ ThroughputMode: "provisioned", ProvisionedThroughputInMibps: 2_000 });
});
