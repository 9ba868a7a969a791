import type {
  CreateDataRepositoryTaskCommandInput,
  DataRepositoryTaskFilter,
  Filter,
} from "@aws-sdk/client-fsx";
import { account, type Fixture, poll, refusal } from "./account";

const unknown = {
  fileSystem: "fs-0123456789abcdef0",
  association: "dra-0123456789abcdef0",
  task: "task-0123456789abcdef0",
};

/** A persistent Lustre file system. */
async function withFileSystem(fixture: Fixture = account()) {
  const { fsx, available } = fixture;
  const { FileSystemId } = await available("lustre");
  const link = async (FileSystemPath: string, DataRepositoryPath: string, more: object = {}) =>
    (
      await fsx.createDataRepositoryAssociation({
        FileSystemId,
        FileSystemPath,
        DataRepositoryPath,
        ...more,
      })
    ).Association ?? {};
  return { ...fixture, FileSystemId, link };
}

/** A persistent Lustre file system with an association. */
async function withLink(fixture: Fixture = account()) {
  const here = await withFileSystem(fixture);
  const { AssociationId } = await here.link("/data", "s3://bucket/data");
  await here.aws.settle();
  const begin = async (change: Partial<CreateDataRepositoryTaskCommandInput> = {}) =>
    (
      await here.fsx.createDataRepositoryTask({
        FileSystemId: here.FileSystemId,
        Type: "EXPORT_TO_REPOSITORY",
        Report: { Enabled: false },
        ...change,
      })
    ).DataRepositoryTask;
  const describe = async (id: string | undefined) =>
    (await here.fsx.describeDataRepositoryTasks({ TaskIds: [id ?? ""] })).DataRepositoryTasks?.[0];
  return { ...here, AssociationId, begin, describe };
}

describe("data repository associations", () => {
  test("are CREATING, then AVAILABLE", async () => {
    const { fsx, link, FileSystemId } = await withFileSystem();
    const S3 = { AutoImportPolicy: { Events: ["NEW" as const] } };
    const made = await link("/data", "s3://bucket/prefix/", { S3, Tags: [{ Key: "a", Value: "b" }] });
    expect(made).toMatchObject({
      AssociationId: expect.stringMatching(/^dra-[0-9a-f]{17}$/),
      ResourceARN: `arn:aws:fsx:us-east-1:123456789012:association/${FileSystemId}/${made.AssociationId}`,
      FileSystemId,
      Lifecycle: "CREATING",
      FileSystemPath: "/data",
      DataRepositoryPath: "s3://bucket/prefix/",
      BatchImportMetaDataOnCreate: false,
      ImportedFileChunkSize: 1_024,
      S3,
    });
    const describe = async () => (await fsx.describeDataRepositoryAssociations({})).Associations?.[0];
    expect(await describe()).toEqual(made);
    expect(await poll(async () => (await describe())?.Lifecycle, ["AVAILABLE"])).toEqual(["AVAILABLE"]);
  });

  test("import all metadata on request", async () => {
    const { aws, fsx, link } = await withFileSystem();
    const { AssociationId } = await link("/data", "s3://bucket", { BatchImportMetaDataOnCreate: true });
    await aws.settle();
    const Filters: DataRepositoryTaskFilter[] = [
      { Name: "data-repository-association-id", Values: [AssociationId ?? ""] },
    ];
    const { DataRepositoryTasks } = await fsx.describeDataRepositoryTasks({ Filters });
    expect(DataRepositoryTasks).toMatchObject([
      { Type: "IMPORT_METADATA_FROM_REPOSITORY", Lifecycle: "SUCCEEDED", Paths: ["s3://bucket"] },
    ]);
  });

  test("import nothing if the file system is being deleted by then", async () => {
    const { aws, fsx, link, FileSystemId } = await withFileSystem(
      account({ durations: { fsxFileSystemDeletion: "1 hour" } }),
    );
    const { AssociationId } = await link("/data", "s3://bucket", { BatchImportMetaDataOnCreate: true });
    await fsx.deleteFileSystem({ FileSystemId });
    await aws.clock.advance("30 minutes");
    expect(aws.state.fsx.tasks.size).toBe(0);
    const update = fsx.updateDataRepositoryAssociation({ AssociationId, ImportedFileChunkSize: 2_048 });
    expect((await refusal(update)).message).toBe(
      `Cannot update ${AssociationId} while ${FileSystemId} is in DELETING`,
    );
    const { Associations } = await fsx.describeDataRepositoryAssociations({});
    expect(Associations).toMatchObject([{ AssociationId, Lifecycle: "AVAILABLE" }]);
    await aws.settle();
    expect(aws.state.fsx.fileSystems.size).toBe(0);
    expect((await fsx.describeDataRepositoryTasks({})).DataRepositoryTasks).toEqual([]);
  });

  test("are UPDATING until a change completes", async () => {
    const { aws, fsx, AssociationId } = await withLink();
    const S3 = { AutoExportPolicy: { Events: ["NEW" as const, "CHANGED" as const] } };
    const { Association } = await fsx.updateDataRepositoryAssociation({ AssociationId, S3 });
    expect(Association).toMatchObject({ Lifecycle: "UPDATING", S3 });
    await aws.settle();
    const { Associations } = await fsx.describeDataRepositoryAssociations({
      AssociationIds: [AssociationId ?? ""],
    });
    expect(Associations).toMatchObject([{ Lifecycle: "AVAILABLE", S3 }]);
  });

  test("are DELETING until they are removed", async () => {
    const { fsx, AssociationId } = await withLink();
    const answer = await fsx.deleteDataRepositoryAssociation({ AssociationId, DeleteDataInFileSystem: true });
    expect(answer).toMatchObject({ AssociationId, Lifecycle: "DELETING", DeleteDataInFileSystem: true });
    const seen = await poll(async () => {
      const { Associations } = await fsx.describeDataRepositoryAssociations({});
      return Associations?.[0]?.Lifecycle ?? "gone";
    }, ["gone"]);
    expect(seen).toEqual(["DELETING", "gone"]);
  });

  test("are listed by file system and by type, page by page", async () => {
    const { fsx, link, FileSystemId } = await withFileSystem();
    for (const name of ["a", "b"]) await link(`/${name}`, `s3://bucket/${name}`);
    const paths = async (...Filters: Filter[]) =>
      (await fsx.describeDataRepositoryAssociations({ Filters })).Associations?.map(
        association => association.FileSystemPath,
      );
    expect(await paths({ Name: "file-system-id", Values: [FileSystemId ?? ""] })).toEqual(["/a", "/b"]);
    expect(await paths({ Name: "data-repository-type", Values: ["NFS"] })).toEqual([]);
    const first = await fsx.describeDataRepositoryAssociations({ MaxResults: 1 });
    const second = await fsx.describeDataRepositoryAssociations({ NextToken: first.NextToken });
    expect(second.Associations).toHaveLength(1);
    const wrong = (Name: Filter["Name"], value: string) =>
      refusal(fsx.describeDataRepositoryAssociations({ Filters: [{ Name, Values: [value] }] }));
    expect((await wrong("data-repository-type", "FTP")).name).toBe("InvalidDataRepositoryType");
    expect((await wrong("file-system-id", unknown.fileSystem)).name).toBe("FileSystemNotFound");
  });

  test("prevent backups of the file system", async () => {
    const { fsx, FileSystemId } = await withLink();
    expect((await refusal(fsx.createBackup({ FileSystemId }))).name).toBe("BadRequest");
  });

  test("are refused for overlapping or invalid paths, and beyond the maximum number", async () => {
    const { link } = await withFileSystem();
    await link("/ns1", "s3://bucket/one");
    const refused = async (path: string, repository: string) => (await refusal(link(path, repository))).name;
    expect(await refused("/ns1/ns2", "s3://bucket/two")).toBe("BadRequest");
    expect(await refused("/", "s3://bucket/two")).toBe("BadRequest");
    expect(await refused("ns2", "s3://bucket/two")).toBe("BadRequest");
    expect(await refused("/ns2", "s3://bucket/one/inside")).toBe("BadRequest");
    expect(await refused("/ns2", "https://bucket")).toBe("BadRequest");
    await link("/ns10", "s3://bucket/ten");
    for (let index = 0; index < 6; index++) await link(`/more${index}`, `s3://bucket/more${index}`);
    expect(await refused("/ns9", "s3://bucket/nine")).toBe("BadRequest");
  });

  test("are refused for file systems that cannot be linked, and for unknown ids", async () => {
    const { fsx, available } = account();
    const link = (FileSystemId: string | undefined) =>
      refusal(fsx.createDataRepositoryAssociation({ FileSystemId, DataRepositoryPath: "s3://bucket" }));
    expect((await link(unknown.fileSystem)).name).toBe("FileSystemNotFound");
    expect((await link((await available("windows")).FileSystemId)).name).toBe("UnsupportedOperation");
    const { FileSystemId: scratch } = await available("lustre", { LustreConfiguration: {} });
    expect((await link(scratch)).name).toBe("UnsupportedOperation");
    const AssociationId = unknown.association;
    for (const call of [
      fsx.updateDataRepositoryAssociation({ AssociationId }),
      fsx.deleteDataRepositoryAssociation({ AssociationId }),
      fsx.describeDataRepositoryAssociations({ AssociationIds: [AssociationId] }),
    ]) {
      expect((await refusal(call)).name).toBe("DataRepositoryAssociationNotFound");
    }
  });
});

describe("data repository tasks", () => {
  test("are PENDING, EXECUTING, then SUCCEEDED, with start and end times", async () => {
    const { begin, describe, FileSystemId } = await withLink();
    const made = await begin({ Paths: ["data/reports"], Tags: [{ Key: "a", Value: "b" }] });
    expect(made).toMatchObject({
      TaskId: expect.stringMatching(/^task-[0-9a-f]{17}$/),
      Lifecycle: "PENDING",
      Type: "EXPORT_TO_REPOSITORY",
      FileSystemId,
      Paths: ["data/reports"],
      Report: { Enabled: false },
    });
    const seen = await poll(async () => (await describe(made?.TaskId))?.Lifecycle, ["SUCCEEDED"]);
    expect(seen).toEqual(["PENDING", "EXECUTING", "SUCCEEDED"]);
    const done = await describe(made?.TaskId);
    expect(Number(done?.EndTime)).toBeGreaterThan(Number(done?.StartTime));
    expect(done?.Status).toMatchObject({ FailedCount: 0, LastUpdatedTime: done?.EndTime });
  });

  test("run one at a time, and prevent deleting their file system", async () => {
    const { aws, fsx, begin, FileSystemId } = await withLink();
    await begin();
    expect((await refusal(begin())).name).toBe("DataRepositoryTaskExecuting");
    expect((await refusal(fsx.deleteFileSystem({ FileSystemId }))).name).toBe("BadRequest");
    await aws.settle();
    await begin({ Type: "RELEASE_DATA_FROM_FILESYSTEM", Paths: ["/"] });
    await aws.settle();
    await fsx.deleteFileSystem({ FileSystemId });
  });

  test("can be canceled only while they run", async () => {
    const { fsx, begin, describe } = await withLink();
    const TaskId = (await begin())?.TaskId;
    expect(await fsx.cancelDataRepositoryTask({ TaskId })).toMatchObject({ TaskId, Lifecycle: "CANCELING" });
    const seen = await poll(async () => (await describe(TaskId))?.Lifecycle, ["CANCELED"]);
    expect(seen).toEqual(["CANCELING", "CANCELED"]);
    expect((await refusal(fsx.cancelDataRepositoryTask({ TaskId }))).name).toBe("DataRepositoryTaskEnded");
    const other = fsx.cancelDataRepositoryTask({ TaskId: unknown.task });
    expect((await refusal(other)).name).toBe("DataRepositoryTaskNotFound");
  });

  test("are listed by file system and lifecycle, page by page", async () => {
    const { aws, fsx, begin, FileSystemId } = await withLink();
    const first = await begin();
    await aws.settle();
    const second = await begin();
    const found = async (...Filters: DataRepositoryTaskFilter[]) =>
      (await fsx.describeDataRepositoryTasks({ Filters })).DataRepositoryTasks?.map(({ TaskId }) => TaskId);
    expect(await found({ Name: "task-lifecycle", Values: ["SUCCEEDED"] })).toEqual([first?.TaskId]);
    expect(await found({ Name: "file-system-id", Values: [FileSystemId ?? ""] })).toEqual([
      first?.TaskId,
      second?.TaskId,
    ]);
    const page = await fsx.describeDataRepositoryTasks({ MaxResults: 1 });
    const rest = await fsx.describeDataRepositoryTasks({ NextToken: page.NextToken });
    expect(rest.DataRepositoryTasks).toHaveLength(1);
    const none = found({ Name: "file-system-id", Values: [unknown.fileSystem] });
    expect((await refusal(none)).name).toBe("FileSystemNotFound");
    const gone = fsx.describeDataRepositoryTasks({ TaskIds: [unknown.task] });
    expect((await refusal(gone)).name).toBe("DataRepositoryTaskNotFound");
  });

  test("are refused without a linked repository, with an incomplete report, for caches, and on other types", async () => {
    const { fsx, available } = account();
    const task = (FileSystemId: string | undefined, change: object = {}) =>
      refusal(
        fsx.createDataRepositoryTask({
          FileSystemId,
          Type: "EXPORT_TO_REPOSITORY",
          Report: { Enabled: false },
          ...change,
        }),
      );
    expect((await task((await available("lustre")).FileSystemId)).name).toBe("BadRequest");
    expect((await task((await available("openzfs")).FileSystemId)).name).toBe("UnsupportedOperation");
    expect((await task(unknown.fileSystem)).name).toBe("FileSystemNotFound");
    const { begin } = await withLink();
    expect((await refusal(begin({ Report: { Enabled: true } }))).name).toBe("BadRequest");
    expect((await refusal(begin({ Type: "AUTO_RELEASE_DATA" }))).name).toBe("BadRequest");
    const release = {
      ReleaseConfiguration: { DurationSinceLastAccess: { Unit: "DAYS", Value: 1 } as const },
    };
    expect((await refusal(begin(release))).name).toBe("BadRequest");
  });

  test("with the same token are created once", async () => {
    const { aws, begin } = await withLink();
    const first = await begin({ ClientRequestToken: "t" });
    expect((await begin({ ClientRequestToken: "t" }))?.TaskId).toBe(first?.TaskId);
    await aws.settle();
    expect(await refusal(begin({ ClientRequestToken: "t", Paths: ["x"] }))).toMatchObject({
      Parameter: "Paths",
    });
  });
});

test("an association is created after the file system that is still being created", async () => {
  const { aws, fsx, create, describe } = account();
  const { FileSystemId } = await create("lustre");
  const path = { FileSystemPath: "/data", DataRepositoryPath: "s3://bucket" };
  const { Association } = await fsx.createDataRepositoryAssociation({ FileSystemId, ...path });
  expect(Association?.Lifecycle).toBe("CREATING");
  await aws.clock.advance("16 minutes");
  expect((await describe(FileSystemId)).Lifecycle).toBe("AVAILABLE");
  const lifecycle = async () =>
    (await fsx.describeDataRepositoryAssociations({})).Associations?.[0]?.Lifecycle;
  expect(await lifecycle()).toBe("CREATING");
  await aws.settle();
  expect(await lifecycle()).toBe("AVAILABLE");
});
