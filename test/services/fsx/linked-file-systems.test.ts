import type { CreateDataRepositoryTaskCommandInput } from "@aws-sdk/client-fsx";
import type { MockOptions } from "aws-backup-mock";
import { account, refusal } from "./account";

const Report = { Enabled: false };

/** An account with a file system that links the named directories. */
async function linked(names: readonly string[], options?: MockOptions, batch = false) {
  const fixture = account(options);
  const { FileSystemId = "" } = await fixture.available("lustre");
  const ids: string[] = [];
  for (const name of names) {
    const { Association } = await fixture.fsx.createDataRepositoryAssociation({
      FileSystemId,
      FileSystemPath: `/${name}`,
      DataRepositoryPath: `s3://genomes/${name}`,
      BatchImportMetaDataOnCreate: batch,
    });
    ids.push(Association?.AssociationId ?? "");
  }
  const run = async (change: Partial<CreateDataRepositoryTaskCommandInput>) =>
    (
      await fixture.fsx.createDataRepositoryTask({
        FileSystemId,
        Type: "EXPORT_TO_REPOSITORY",
        Report,
        ...change,
      })
    ).DataRepositoryTask;
  return { ...fixture, FileSystemId, ids, run };
}

test("the associations of a file system change one after the other", async () => {
  const { aws, fsx } = await linked(["a", "b"], { clock: "manual" });
  const states = async () =>
    (await fsx.describeDataRepositoryAssociations({})).Associations?.map(({ Lifecycle }) => Lifecycle);
  await aws.clock.advance("2 minutes 30 s");
  expect(await states()).toEqual(["AVAILABLE", "CREATING"]);
  await aws.clock.advance("2 minutes");
  expect(await states()).toEqual(["AVAILABLE", "AVAILABLE"]);
});

test("automatic imports of a file system run one after the other", async () => {
  const { aws, fsx } = await linked(["a", "b"], { clock: "manual" }, true);
  const states = async () =>
    (await fsx.describeDataRepositoryTasks({})).DataRepositoryTasks?.map(({ Lifecycle }) => Lifecycle);
  await aws.clock.advance("5 minutes");
  expect(await states()).toEqual(["EXECUTING", "PENDING"]);
  await aws.settle();
  expect(await states()).toEqual(["SUCCEEDED", "SUCCEEDED"]);
});

test("a linked file system cannot have automatic backups, and one with them cannot be linked", async () => {
  const { fsx, available, FileSystemId } = await linked(["a"]);
  const LustreConfiguration = { AutomaticBackupRetentionDays: 7 };
  expect((await refusal(fsx.updateFileSystem({ FileSystemId, LustreConfiguration }))).name).toBe(
    "BadRequest",
  );
  const backedUp = await available("lustre", {
    LustreConfiguration: {
      DeploymentType: "PERSISTENT_2",
      PerUnitStorageThroughput: 125,
      ...LustreConfiguration,
    },
  });
  const link = fsx.createDataRepositoryAssociation({
    FileSystemId: backedUp.FileSystemId,
    DataRepositoryPath: "s3://genomes",
  });
  expect((await refusal(link)).name).toBe("BadRequest");
});

describe("a task", () => {
  test("is listed by the associations that it transfers", async () => {
    const { aws, fsx, ids, run } = await linked(["a", "b"]);
    await aws.settle();
    const ofAll = await run({});
    await aws.settle();
    const ofOne = await run({ Paths: ["b/2026"] });
    const found = async (id = "") =>
      (
        await fsx.describeDataRepositoryTasks({
          Filters: [{ Name: "data-repository-association-id", Values: [id] }],
        })
      ).DataRepositoryTasks?.map(({ TaskId }) => TaskId);
    expect(await found(ids[0])).toEqual([ofAll?.TaskId]);
    expect(await found(ids[1])).toEqual([ofAll?.TaskId, ofOne?.TaskId]);
  });

  test("is found by its id only if it passes the filters", async () => {
    const { aws, fsx, run } = await linked(["a"]);
    await aws.settle();
    const { TaskId = "" } = (await run({})) ?? {};
    const found = async (state: string) =>
      (
        await fsx.describeDataRepositoryTasks({
          TaskIds: [TaskId],
          Filters: [{ Name: "task-lifecycle", Values: [state] }],
        })
      ).DataRepositoryTasks;
    expect(await found("FAILED")).toEqual([]);
    expect(await found("PENDING")).toMatchObject([{ TaskId }]);
  });

  test("fails when its import path is not linked", async () => {
    const { aws, fsx, run } = await linked(["a"]);
    await aws.settle();
    await run({ Type: "IMPORT_METADATA_FROM_REPOSITORY", Paths: ["s3://genomes/a/1", "s3://other"] });
    await aws.settle();
    expect((await fsx.describeDataRepositoryTasks({})).DataRepositoryTasks).toMatchObject([
      { Lifecycle: "FAILED", FailureDetails: { Message: expect.stringContaining("s3://other") } },
    ]);
  });

  test.each(["EXPORT_TO_REPOSITORY", "RELEASE_DATA_FROM_FILESYSTEM"] as const)(
    "of the type %s fails when its path is not linked",
    async Type => {
      const { aws, fsx, run } = await linked(["a"]);
      await aws.settle();
      await run({ Type, Paths: ["a/1", "elsewhere"] });
      await aws.settle();
      expect((await fsx.describeDataRepositoryTasks({})).DataRepositoryTasks).toMatchObject([
        { Lifecycle: "FAILED", FailureDetails: { Message: expect.stringContaining("elsewhere") } },
      ]);
    },
  );

  test("can write its report only to a linked repository", async () => {
    const { aws, run } = await linked(["a"]);
    await aws.settle();
    const report = (Path: string) => ({
      Report: {
        Enabled: true,
        Path,
        Format: "REPORT_CSV_20191124" as const,
        Scope: "FAILED_FILES_ONLY" as const,
      },
    });
    expect((await refusal(run(report("s3://other/reports")))).name).toBe("BadRequest");
    expect((await run(report("s3://genomes/a/reports")))?.Lifecycle).toBe("PENDING");
  });

  test("needs a unit and a value to release files by age", async () => {
    const { aws, run } = await linked(["a"]);
    await aws.settle();
    const release = (DurationSinceLastAccess: { Unit?: "DAYS"; Value?: number }) =>
      run({ Type: "RELEASE_DATA_FROM_FILESYSTEM", ReleaseConfiguration: { DurationSinceLastAccess } });
    expect((await refusal(release({}))).name).toBe("BadRequest");
    expect((await refusal(release({ Unit: "DAYS" }))).name).toBe("BadRequest");
    expect((await release({ Unit: "DAYS", Value: 9 }))?.Lifecycle).toBe("PENDING");
  });
});
