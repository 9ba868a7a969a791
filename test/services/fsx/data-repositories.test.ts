import type { CreateDataRepositoryTaskCommandInput } from "@aws-sdk/client-fsx";
import type { MockOptions } from "aws-backup-mock";
import { account, type Fixture, poll, refusal } from "./account";

const DataRepositoryPath = "s3://genomes/runs/";
const FileSystemPath = "/runs";
const Report = { Enabled: false };
const absent = "fs-0123456789abcdef0";

/** An account with a file system that can be linked. */
async function lustre(options?: MockOptions) {
  const fixture = account(options);
  const { FileSystemId = "" } = await fixture.available("lustre");
  return { ...fixture, FileSystemId };
}

/** The same, linked. */
async function linked(options?: MockOptions) {
  const fixture = await lustre(options);
  const { fsx, aws, FileSystemId } = fixture;
  const link = { FileSystemId, FileSystemPath, DataRepositoryPath };
  const { Association = {} } = await fsx.createDataRepositoryAssociation(link);
  await aws.settle();
  return { ...fixture, AssociationId: Association.AssociationId ?? "", ResourceARN: Association.ResourceARN };
}

const association = async ({ fsx }: Fixture, id: string) =>
  (await fsx.describeDataRepositoryAssociations({ AssociationIds: [id] })).Associations?.[0];

const taskState = async ({ fsx }: Fixture, id: string | undefined) =>
  (await fsx.describeDataRepositoryTasks({ TaskIds: [id ?? ""] })).DataRepositoryTasks?.[0]?.Lifecycle;

const exportTask = (FileSystemId: string): CreateDataRepositoryTaskCommandInput => ({
  FileSystemId,
  Type: "EXPORT_TO_REPOSITORY",
  Report,
});

describe("a data repository association", () => {
  test("is created, becomes available and is described alike by all ways", async () => {
    const fixture = await lustre();
    const { fsx, FileSystemId } = fixture;
    const { Association = {} } = await fsx.createDataRepositoryAssociation({
      FileSystemId,
      FileSystemPath,
      DataRepositoryPath,
      S3: { AutoImportPolicy: { Events: ["NEW"] } },
      Tags: [{ Key: "team", Value: "research" }],
    });
    const { AssociationId = "" } = Association;
    expect(Association).toEqual({
      AssociationId: expect.stringMatching(/^dra-[0-9a-f]{17}$/),
      ResourceARN: `arn:aws:fsx:us-east-1:123456789012:association/${FileSystemId}/${AssociationId}`,
      FileSystemId,
      Lifecycle: "CREATING",
      FileSystemPath,
      DataRepositoryPath,
      BatchImportMetaDataOnCreate: false,
      ImportedFileChunkSize: 1_024,
      S3: { AutoImportPolicy: { Events: ["NEW"] } },
      Tags: [{ Key: "team", Value: "research" }],
      CreationTime: expect.any(Date),
    });
    const states = await poll(
      async () => (await association(fixture, AssociationId))?.Lifecycle,
      ["AVAILABLE"],
    );
    expect(states).toEqual(["CREATING", "AVAILABLE"]);
    const { Associations } = await fsx.describeDataRepositoryAssociations({});
    expect(Associations).toEqual([{ ...Association, Lifecycle: "AVAILABLE" }]);
  });

  test("imports the metadata of its repository when it is told to", async () => {
    const { fsx, aws, FileSystemId } = await lustre();
    const { Association } = await fsx.createDataRepositoryAssociation({
      FileSystemId,
      FileSystemPath,
      DataRepositoryPath,
      BatchImportMetaDataOnCreate: true,
    });
    await aws.settle();
    const { DataRepositoryTasks } = await fsx.describeDataRepositoryTasks({
      Filters: [{ Name: "data-repository-association-id", Values: [Association?.AssociationId ?? ""] }],
    });
    expect(DataRepositoryTasks).toMatchObject([
      { Type: "IMPORT_METADATA_FROM_REPOSITORY", Lifecycle: "SUCCEEDED", Paths: [DataRepositoryPath] },
    ]);
  });

  test("is updated policy by policy", async () => {
    const fixture = await linked();
    const { fsx, AssociationId } = fixture;
    const update = { AssociationId, S3: { AutoExportPolicy: { Events: ["NEW" as const] } } };
    const { Association } = await fsx.updateDataRepositoryAssociation(update);
    expect(Association?.Lifecycle).toBe("UPDATING");
    const again = { AssociationId, S3: { AutoImportPolicy: { Events: ["CHANGED" as const] } } };
    expect((await refusal(fsx.updateDataRepositoryAssociation(again))).name).toBe("BadRequest");
    await fixture.aws.settle();
    await fsx.updateDataRepositoryAssociation({ ...again, ImportedFileChunkSize: 2_048 });
    await fixture.aws.settle();
    expect(await association(fixture, AssociationId)).toMatchObject({
      Lifecycle: "AVAILABLE",
      ImportedFileChunkSize: 2_048,
      S3: { AutoExportPolicy: { Events: ["NEW"] }, AutoImportPolicy: { Events: ["CHANGED"] } },
    });
  });

  test("is shown as DELETING until it is gone, and can then be made again", async () => {
    const { fsx, aws, FileSystemId, AssociationId } = await linked({ clock: "manual" });
    const answer = await fsx.deleteDataRepositoryAssociation({ AssociationId, DeleteDataInFileSystem: true });
    expect(answer).toMatchObject({ AssociationId, Lifecycle: "DELETING", DeleteDataInFileSystem: true });
    expect((await refusal(fsx.deleteDataRepositoryAssociation({ AssociationId }))).name).toBe("BadRequest");
    await aws.settle();
    expect((await refusal(fsx.deleteDataRepositoryAssociation({ AssociationId }))).name).toBe(
      "DataRepositoryAssociationNotFound",
    );
    const { Association } = await fsx.createDataRepositoryAssociation({
      FileSystemId,
      FileSystemPath,
      DataRepositoryPath,
    });
    expect(Association?.Lifecycle).toBe("CREATING");
  });

  test("goes with its file system", async () => {
    const { fsx, aws, FileSystemId } = await linked();
    await fsx.deleteFileSystem({ FileSystemId });
    await aws.settle();
    expect((await fsx.describeDataRepositoryAssociations({})).Associations).toEqual([]);
  });

  test("carries tags", async () => {
    const fixture = await linked();
    const { fsx, AssociationId, ResourceARN } = fixture;
    await fsx.tagResource({ ResourceARN, Tags: [{ Key: "a", Value: "1" }] });
    expect((await association(fixture, AssociationId))?.Tags).toEqual([{ Key: "a", Value: "1" }]);
    await fsx.untagResource({ ResourceARN, TagKeys: ["a"] });
    expect((await fsx.listTagsForResource({ ResourceARN })).Tags).toEqual([]);
  });

  test("keeps its file system from being backed up", async () => {
    const { fsx, FileSystemId } = await linked();
    expect((await refusal(fsx.createBackup({ FileSystemId }))).name).toBe("BadRequest");
  });

  test("answers a repeated token with itself, and refuses it for anything else", async () => {
    const { fsx, aws, FileSystemId } = await lustre();
    const link = { FileSystemId, FileSystemPath, DataRepositoryPath, ClientRequestToken: "link" };
    const first = await fsx.createDataRepositoryAssociation(link);
    const again = await fsx.createDataRepositoryAssociation(link);
    expect(again.Association?.AssociationId).toBe(first.Association?.AssociationId);
    const other = fsx.createDataRepositoryAssociation({ ...link, FileSystemPath: "/other" });
    expect(await refusal(other)).toMatchObject({
      name: "IncompatibleParameterError",
      Parameter: "FileSystemPath",
    });
    const { AssociationId } = first.Association ?? {};
    const update = (ImportedFileChunkSize: number) =>
      fsx.updateDataRepositoryAssociation({
        AssociationId,
        ImportedFileChunkSize,
        ClientRequestToken: "more",
      });
    await aws.settle();
    await update(2_048);
    expect((await update(2_048)).Association?.ImportedFileChunkSize).toBe(2_048);
    expect((await refusal(update(4_096))).name).toBe("IncompatibleParameterError");
  });
});

describe("associations are listed", () => {
  const three = async () => {
    const fixture = await lustre();
    const { fsx, aws, FileSystemId } = fixture;
    const other = await fixture.available("lustre");
    const link = async (id: string | undefined, name: string) =>
      (
        await fsx.createDataRepositoryAssociation({
          FileSystemId: id,
          FileSystemPath: `/${name}`,
          DataRepositoryPath: `s3://bucket/${name}`,
        })
      ).Association?.AssociationId ?? "";
    const ids = [
      await link(FileSystemId, "a"),
      await link(FileSystemId, "b"),
      await link(other.FileSystemId, "c"),
    ];
    await aws.settle();
    return { ...fixture, ids };
  };

  test("page by page", async () => {
    const { fsx, ids } = await three();
    const first = await fsx.describeDataRepositoryAssociations({ MaxResults: 2 });
    const { NextToken } = first;
    const second = await fsx.describeDataRepositoryAssociations({ MaxResults: 2, NextToken });
    expect(second.NextToken).toBeUndefined();
    const all = [...(first.Associations ?? []), ...(second.Associations ?? [])];
    expect(all.map(({ AssociationId }) => AssociationId)).toEqual(ids);
    const wrong = fsx.describeDataRepositoryAssociations({ NextToken: "bm90IG91cnM=" });
    expect((await refusal(wrong)).name).toBe("BadRequest");
  });

  test("by file system and by the type of the repository", async () => {
    const { fsx, ids, FileSystemId } = await three();
    const listed = async (Name: "file-system-id" | "data-repository-type" | "file-cache-id", value: string) =>
      (
        await fsx.describeDataRepositoryAssociations({ Filters: [{ Name, Values: [value] }] })
      ).Associations?.map(({ AssociationId }) => AssociationId);
    expect(await listed("file-system-id", FileSystemId)).toEqual(ids.slice(0, 2));
    expect(await listed("data-repository-type", "S3")).toEqual(ids);
    expect(await listed("data-repository-type", "NFS")).toEqual([]);
    expect(await listed("file-cache-id", "fc-0123456789abcdef0")).toEqual([]);
    expect((await refusal(listed("data-repository-type", "TAPE"))).name).toBe("InvalidDataRepositoryType");
    expect((await refusal(listed("file-system-id", absent))).name).toBe("FileSystemNotFound");
  });

  test("never by what associations do not have, nor when an id is unknown", async () => {
    const { fsx, ids } = await three();
    const filtered = fsx.describeDataRepositoryAssociations({
      Filters: [{ Name: "backup-type", Values: ["AUTOMATIC"] }],
    });
    expect((await refusal(filtered)).name).toBe("BadRequest");
    const AssociationIds = [...ids, "dra-0123456789abcdef0"];
    expect((await refusal(fsx.describeDataRepositoryAssociations({ AssociationIds }))).name).toBe(
      "DataRepositoryAssociationNotFound",
    );
  });
});

describe("an association is refused", () => {
  test.each([
    [
      "a file system path within another's",
      { FileSystemPath: "/runs/2026", DataRepositoryPath: "s3://other" },
    ],
    [
      "the whole file system once a part is linked",
      { FileSystemPath: "/", DataRepositoryPath: "s3://other" },
    ],
    ["a file system path that is none", { FileSystemPath: "runs", DataRepositoryPath: "s3://other" }],
    ["a repository linked already", { FileSystemPath: "/other", DataRepositoryPath: "s3://genomes/runs" }],
    [
      "a repository that is not in S3",
      { FileSystemPath: "/other", DataRepositoryPath: "nfs://filer/export" },
    ],
  ])("for %s", async (_, change) => {
    const { aws, fsx, FileSystemId } = await linked();
    const before = aws.state;
    const call = fsx.createDataRepositoryAssociation({ FileSystemId, ...change });
    expect((await refusal(call)).name).toBe("BadRequest");
    expect(aws.state).toBe(before);
  });

  test("but not for a directory whose name only begins alike", async () => {
    const { fsx, FileSystemId } = await linked();
    const { Association } = await fsx.createDataRepositoryAssociation({
      FileSystemId,
      FileSystemPath: "/runs-2026",
      DataRepositoryPath: "s3://genomes/runs-2026",
    });
    expect(Association?.Lifecycle).toBe("CREATING");
  });

  test("when a file system has eight", async () => {
    const { fsx, FileSystemId } = await lustre();
    const link = (name: number) =>
      fsx.createDataRepositoryAssociation({
        FileSystemId,
        FileSystemPath: `/${name}`,
        DataRepositoryPath: `s3://bucket/${name}`,
      });
    for (let name = 1; name <= 8; name++) await link(name);
    expect((await refusal(link(9))).name).toBe("BadRequest");
  });

  test("on file systems that cannot be linked", async () => {
    const { fsx, available, create } = account();
    const link = (FileSystemId: string | undefined) =>
      refusal(fsx.createDataRepositoryAssociation({ FileSystemId, FileSystemPath, DataRepositoryPath }));
    const scratch = { LustreConfiguration: { DeploymentType: "SCRATCH_1" as const } };
    expect((await link((await available("openzfs")).FileSystemId)).name).toBe("UnsupportedOperation");
    expect((await link((await available("lustre", scratch)).FileSystemId)).name).toBe("UnsupportedOperation");
    expect((await link(absent)).name).toBe("FileSystemNotFound");
    expect((await link((await create("lustre")).FileSystemId)).name).toBe("BadRequest");
  });
});

describe("a data repository task", () => {
  test("waits, runs and succeeds", async () => {
    const fixture = await linked();
    const { fsx, FileSystemId } = fixture;
    const Paths = ["runs/1"];
    const { DataRepositoryTask: task = undefined } = await fsx.createDataRepositoryTask({
      ...exportTask(FileSystemId),
      Paths,
      Tags: [{ Key: "night", Value: "1" }],
    });
    expect(task).toEqual({
      TaskId: expect.stringMatching(/^task-[0-9a-f]{17}$/),
      ResourceARN: `arn:aws:fsx:us-east-1:123456789012:task/${task?.TaskId}`,
      Lifecycle: "PENDING",
      Type: "EXPORT_TO_REPOSITORY",
      CreationTime: expect.any(Date),
      FileSystemId,
      Paths,
      Report,
      Tags: [{ Key: "night", Value: "1" }],
    });
    const states = await poll(() => taskState(fixture, task?.TaskId), ["SUCCEEDED"]);
    expect(states).toEqual(["PENDING", "EXECUTING", "SUCCEEDED"]);
    const { DataRepositoryTasks } = await fsx.describeDataRepositoryTasks({});
    expect(DataRepositoryTasks).toEqual([
      {
        ...task,
        Lifecycle: "SUCCEEDED",
        StartTime: expect.any(Date),
        EndTime: expect.any(Date),
        Status: { TotalCount: 0, SucceededCount: 0, FailedCount: 0, LastUpdatedTime: expect.any(Date) },
      },
    ]);
    const { Tags } = await fsx.listTagsForResource({ ResourceARN: task?.ResourceARN });
    expect(Tags).toEqual([{ Key: "night", Value: "1" }]);
  });

  test("is canceled while it runs, and not when it has ended", async () => {
    const fixture = await linked({ clock: "manual" });
    const { fsx, aws, FileSystemId } = fixture;
    const { DataRepositoryTask } = await fsx.createDataRepositoryTask(exportTask(FileSystemId));
    const { TaskId } = DataRepositoryTask ?? {};
    await aws.clock.advance("1 minute");
    expect(await taskState(fixture, TaskId)).toBe("EXECUTING");
    const answer = await fsx.cancelDataRepositoryTask({ TaskId });
    expect(answer).toMatchObject({ TaskId, Lifecycle: "CANCELING" });
    expect(await taskState(fixture, TaskId)).toBe("CANCELING");
    await aws.settle();
    expect(await taskState(fixture, TaskId)).toBe("CANCELED");
    expect((await refusal(fsx.cancelDataRepositoryTask({ TaskId }))).name).toBe("DataRepositoryTaskEnded");
    expect((await refusal(fsx.cancelDataRepositoryTask({ TaskId: "task-0123456789abcdef0" }))).name).toBe(
      "DataRepositoryTaskNotFound",
    );
  });

  test("runs alone on its file system", async () => {
    const { fsx, aws, FileSystemId } = await linked();
    await fsx.createDataRepositoryTask(exportTask(FileSystemId));
    const before = aws.state;
    expect((await refusal(fsx.createDataRepositoryTask(exportTask(FileSystemId)))).name).toBe(
      "DataRepositoryTaskExecuting",
    );
    expect(aws.state).toBe(before);
    await aws.settle();
    const { DataRepositoryTask } = await fsx.createDataRepositoryTask(exportTask(FileSystemId));
    expect(DataRepositoryTask?.Lifecycle).toBe("PENDING");
  });

  test("keeps its file system from being deleted until it has ended", async () => {
    const { fsx, aws, FileSystemId } = await linked();
    const { DataRepositoryTask } = await fsx.createDataRepositoryTask(exportTask(FileSystemId));
    expect((await refusal(fsx.deleteFileSystem({ FileSystemId }))).name).toBe("BadRequest");
    await fsx.cancelDataRepositoryTask({ TaskId: DataRepositoryTask?.TaskId });
    expect((await refusal(fsx.deleteFileSystem({ FileSystemId }))).name).toBe("BadRequest");
    await aws.settle();
    expect((await fsx.deleteFileSystem({ FileSystemId })).Lifecycle).toBe("DELETING");
  });

  test("works on a file system that its own configuration links", async () => {
    const { fsx, available } = account();
    const { FileSystemId = "" } = await available("lustre", {
      LustreConfiguration: { DeploymentType: "SCRATCH_2", ImportPath: "s3://genomes" },
    });
    const { DataRepositoryTask } = await fsx.createDataRepositoryTask(exportTask(FileSystemId));
    expect(DataRepositoryTask?.Lifecycle).toBe("PENDING");
  });

  test("is found by file system and by state, page by page", async () => {
    const { fsx, aws, FileSystemId } = await linked();
    const make = async () =>
      (await fsx.createDataRepositoryTask(exportTask(FileSystemId))).DataRepositoryTask;
    const first = await make();
    await aws.settle();
    const second = await make();
    const listed = async (Name: "file-system-id" | "task-lifecycle" | "file-cache-id", ...Values: string[]) =>
      (await fsx.describeDataRepositoryTasks({ Filters: [{ Name, Values }] })).DataRepositoryTasks?.map(
        ({ TaskId }) => TaskId,
      );
    const both = [first?.TaskId, second?.TaskId];
    expect(await listed("file-system-id", FileSystemId)).toEqual(both);
    expect(await listed("task-lifecycle", "SUCCEEDED")).toEqual([first?.TaskId]);
    expect(await listed("file-cache-id", "fc-0123456789abcdef0")).toEqual([]);
    const page = await fsx.describeDataRepositoryTasks({ MaxResults: 1 });
    const rest = await fsx.describeDataRepositoryTasks({ MaxResults: 1, NextToken: page.NextToken });
    const tasks = [...(page.DataRepositoryTasks ?? []), ...(rest.DataRepositoryTasks ?? [])];
    expect(tasks.map(({ TaskId }) => TaskId)).toEqual(both);
    expect((await refusal(listed("file-system-id", absent))).name).toBe("FileSystemNotFound");
    const unknown = fsx.describeDataRepositoryTasks({ TaskIds: ["task-0123456789abcdef0"] });
    expect((await refusal(unknown)).name).toBe("DataRepositoryTaskNotFound");
  });

  test("is answered again to the same token", async () => {
    const { fsx, FileSystemId } = await linked();
    const input = { ...exportTask(FileSystemId), ClientRequestToken: "once" };
    const first = await fsx.createDataRepositoryTask(input);
    const again = await fsx.createDataRepositoryTask(input);
    expect(again.DataRepositoryTask?.TaskId).toBe(first.DataRepositoryTask?.TaskId);
    const other = fsx.createDataRepositoryTask({ ...input, Paths: ["runs"] });
    expect((await refusal(other)).name).toBe("IncompatibleParameterError");
  });
});

describe("a task is refused", () => {
  const release = { ReleaseConfiguration: { DurationSinceLastAccess: { Unit: "DAYS" as const, Value: 30 } } };

  test.each<[string, Partial<CreateDataRepositoryTaskCommandInput>]>([
    ["a report without a path", { Report: { Enabled: true } }],
    ["a release configuration of an export", release],
    ["a capacity to release", { CapacityToRelease: 10 }],
  ])("for %s", async (_, change) => {
    const { aws, fsx, FileSystemId } = await linked();
    const before = aws.state;
    const call = fsx.createDataRepositoryTask({ ...exportTask(FileSystemId), ...change });
    expect((await refusal(call)).name).toBe("BadRequest");
    expect(aws.state).toBe(before);
  });

  test("on a file system that is not linked, not of Lustre, or not there", async () => {
    const { fsx, available, FileSystemId } = await lustre();
    const { FileSystemId: ontap = "" } = await available("ontap");
    const run = async (id: string) => (await refusal(fsx.createDataRepositoryTask(exportTask(id)))).name;
    expect(await run(FileSystemId)).toBe("BadRequest");
    expect(await run(ontap)).toBe("UnsupportedOperation");
    expect(await run(absent)).toBe("FileSystemNotFound");
  });
});
