import type { CreateFileCacheCommandInput, FileCacheDataRepositoryAssociation } from "@aws-sdk/client-fsx";
import { account, type Fixture, otherSubnet, poll, refusal, subnet } from "./account";

const settings = {
  PerUnitStorageThroughput: 1_000,
  DeploymentType: "CACHE_1",
  MetadataConfiguration: { StorageCapacity: 2_400 },
} as const;

const request: CreateFileCacheCommandInput = {
  FileCacheType: "LUSTRE",
  FileCacheTypeVersion: "2.12",
  StorageCapacity: 1_200,
  SubnetIds: [subnet],
  LustreConfiguration: settings,
};

const genomes: FileCacheDataRepositoryAssociation = {
  FileCachePath: "/genomes",
  DataRepositoryPath: "s3://genomes/",
};

const absent = "fc-0123456789abcdef0";

const describeCache = async ({ fsx }: Fixture, id: string | undefined) =>
  (await fsx.describeFileCaches({ FileCacheIds: [id ?? ""] })).FileCaches?.[0];

async function cache(change: Partial<CreateFileCacheCommandInput> = {}) {
  const fixture = account();
  const { FileCache } = await fixture.fsx.createFileCache({ ...request, ...change });
  await fixture.aws.settle();
  return { ...fixture, FileCacheId: FileCache?.FileCacheId ?? "", ResourceARN: FileCache?.ResourceARN };
}

test("a cache is created, becomes available, and is described without its tags", async () => {
  const fixture = account();
  const { FileCache = {} } = await fixture.fsx.createFileCache({
    ...request,
    LustreConfiguration: { ...settings, WeeklyMaintenanceStartTime: "1:05:00" },
    Tags: [{ Key: "team", Value: "research" }],
  });
  const { FileCacheId = "", Tags, CopyTagsToDataRepositoryAssociations, ...described } = FileCache;
  expect(FileCache).toEqual({
    OwnerId: "123456789012",
    CreationTime: expect.any(Date),
    FileCacheId: expect.stringMatching(/^fc-[0-9a-f]{17}$/),
    FileCacheType: "LUSTRE",
    FileCacheTypeVersion: "2.12",
    Lifecycle: "CREATING",
    StorageCapacity: 1_200,
    VpcId: expect.stringMatching(/^vpc-/),
    SubnetIds: [subnet],
    DNSName: `${FileCacheId}.fsx.us-east-1.amazonaws.com`,
    KmsKeyId: expect.stringMatching(/^arn:aws:kms:/),
    ResourceARN: `arn:aws:fsx:us-east-1:123456789012:file-cache/${FileCacheId}`,
    Tags: [{ Key: "team", Value: "research" }],
    CopyTagsToDataRepositoryAssociations: false,
    LustreConfiguration: {
      ...settings,
      MountName: expect.stringMatching(/^[a-z0-9]{8}$/),
      WeeklyMaintenanceStartTime: "1:05:00",
      LogConfiguration: { Level: "WARN_ERROR", Destination: expect.stringMatching(/^arn:aws:logs:/) },
    },
    DataRepositoryAssociationIds: [],
  });
  const states = await poll(
    async () => (await describeCache(fixture, FileCacheId))?.Lifecycle,
    ["AVAILABLE"],
  );
  expect(states).toEqual(["CREATING", "AVAILABLE"]);
  expect(await describeCache(fixture, FileCacheId)).toEqual({
    ...described,
    FileCacheId,
    Lifecycle: "AVAILABLE",
    NetworkInterfaceIds: [expect.stringMatching(/^eni-/), expect.stringMatching(/^eni-/)],
  });
});

test("a cache comes with the associations it was asked for, and with its tags on them", async () => {
  const { fsx, FileCacheId, ...fixture } = await cache({
    DataRepositoryAssociations: [genomes, { FileCachePath: "/images", DataRepositoryPath: "s3://images" }],
    CopyTagsToDataRepositoryAssociations: true,
    Tags: [{ Key: "team", Value: "research" }],
  });
  const { Associations } = await fsx.describeDataRepositoryAssociations({
    Filters: [{ Name: "file-cache-id", Values: [FileCacheId] }],
  });
  expect(Associations).toMatchObject([
    { FileCacheId, ...genomes, Lifecycle: "AVAILABLE", Tags: [{ Key: "team", Value: "research" }] },
    { FileCacheId, FileCachePath: "/images", DataRepositoryPath: "s3://images", Lifecycle: "AVAILABLE" },
  ]);
  expect(Associations?.[0]?.ResourceARN).toContain(`:association/${FileCacheId}/dra-`);
  expect((await describeCache({ fsx, ...fixture }, FileCacheId))?.DataRepositoryAssociationIds).toEqual(
    Associations?.map(({ AssociationId }) => AssociationId),
  );
});

test("a cache of NFS exports is found by the type of its repository", async () => {
  const { fsx } = await cache({
    DataRepositoryAssociations: [
      {
        FileCachePath: "/",
        DataRepositoryPath: "nfs://filer.example.com/",
        DataRepositorySubdirectories: ["/export1", "/export2"],
        NFS: { Version: "NFS3", DnsIps: ["10.0.0.2"] },
      },
    ],
  });
  const { Associations } = await fsx.describeDataRepositoryAssociations({
    Filters: [{ Name: "data-repository-type", Values: ["NFS"] }],
  });
  expect(Associations).toMatchObject([
    {
      DataRepositorySubdirectories: ["/export1", "/export2"],
      NFS: { Version: "NFS3", DnsIps: ["10.0.0.2"] },
    },
  ]);
});

test("the associations of a cache are made and deleted with it alone", async () => {
  const { fsx, aws, FileCacheId } = await cache({ DataRepositoryAssociations: [genomes] });
  const { Associations = [] } = await fsx.describeDataRepositoryAssociations({});
  const { AssociationId } = Associations[0] ?? {};
  expect((await refusal(fsx.deleteDataRepositoryAssociation({ AssociationId }))).name).toBe("BadRequest");
  const update = fsx.updateDataRepositoryAssociation({ AssociationId, ImportedFileChunkSize: 2_048 });
  expect((await refusal(update)).name).toBe("BadRequest");
  await fsx.deleteFileCache({ FileCacheId });
  await aws.settle();
  expect((await fsx.describeDataRepositoryAssociations({})).Associations).toEqual([]);
});

test("its maintenance is moved at once", async () => {
  const fixture = await cache();
  const { fsx, FileCacheId } = fixture;
  const { FileCache } = await fsx.updateFileCache({
    FileCacheId,
    LustreConfiguration: { WeeklyMaintenanceStartTime: "7:23:30" },
  });
  expect(FileCache?.LustreConfiguration?.WeeklyMaintenanceStartTime).toBe("7:23:30");
  expect(await describeCache(fixture, FileCacheId)).toEqual(FileCache);
});

test("a deleted cache is shown as DELETING until it is gone", async () => {
  const fixture = await cache();
  const { fsx, FileCacheId } = fixture;
  const answer = await fsx.deleteFileCache({ FileCacheId });
  expect(answer).toMatchObject({ FileCacheId, Lifecycle: "DELETING" });
  expect((await describeCache(fixture, FileCacheId))?.Lifecycle).toBe("DELETING");
  expect(await refusal(describeCache(fixture, FileCacheId))).toMatchObject({
    name: "FileCacheNotFound",
    message: FileCacheId,
  });
});

test("caches are listed page by page", async () => {
  const { fsx } = account();
  const made: (string | undefined)[] = [];
  for (let index = 0; index < 3; index++) {
    made.push((await fsx.createFileCache(request)).FileCache?.FileCacheId);
  }
  const first = await fsx.describeFileCaches({ MaxResults: 2 });
  const second = await fsx.describeFileCaches({ MaxResults: 2, NextToken: first.NextToken });
  const listed = [...(first.FileCaches ?? []), ...(second.FileCaches ?? [])];
  expect(listed.map(({ FileCacheId }) => FileCacheId)).toEqual(made);
  expect(second.NextToken).toBeUndefined();
  expect((await refusal(fsx.describeFileCaches({ NextToken: "bm90IG91cnM=" }))).name).toBe("BadRequest");
});

test("the tags of a cache can be read and changed", async () => {
  const { fsx, ResourceARN } = await cache({ Tags: [{ Key: "a", Value: "1" }] });
  await fsx.tagResource({ ResourceARN, Tags: [{ Key: "b", Value: "2" }] });
  await fsx.untagResource({ ResourceARN, TagKeys: ["a"] });
  expect((await fsx.listTagsForResource({ ResourceARN })).Tags).toEqual([{ Key: "b", Value: "2" }]);
});

test("a repeated token makes no second cache, and is refused for another one", async () => {
  const { fsx } = account();
  const input = { ...request, ClientRequestToken: "once" };
  const first = await fsx.createFileCache(input);
  const again = await fsx.createFileCache(input);
  expect(again.FileCache?.FileCacheId).toBe(first.FileCache?.FileCacheId);
  expect(await refusal(fsx.createFileCache({ ...input, StorageCapacity: 2_400 }))).toMatchObject({
    name: "IncompatibleParameterError",
    Parameter: "StorageCapacity",
  });
});

test("an account has only so many", async () => {
  const { fsx } = account({ quotas: { fsxFileCaches: 1 } });
  await fsx.createFileCache(request);
  expect(await refusal(fsx.createFileCache(request))).toMatchObject({
    name: "ServiceLimitExceeded",
    Limit: "FILE_CACHE_COUNT",
  });
});

describe("a cache is refused", () => {
  const nfs = (change: Partial<FileCacheDataRepositoryAssociation> = {}) => ({
    FileCachePath: "/filer",
    DataRepositoryPath: "nfs://filer.example.com/export",
    NFS: { Version: "NFS3" as const },
    ...change,
  });

  test.each<[string, string, Partial<CreateFileCacheCommandInput>]>([
    ["another version", "BadRequest", { FileCacheTypeVersion: "2.15" }],
    ["a capacity between the steps", "BadRequest", { StorageCapacity: 3_600 }],
    ["no configuration", "MissingFileCacheConfiguration", { LustreConfiguration: undefined }],
    [
      "another throughput",
      "InvalidPerUnitStorageThroughput",
      { LustreConfiguration: { ...settings, PerUnitStorageThroughput: 500 } },
    ],
    [
      "another metadata capacity",
      "BadRequest",
      { LustreConfiguration: { ...settings, MetadataConfiguration: { StorageCapacity: 1_200 } } },
    ],
    ["two subnets", "BadRequest", { SubnetIds: [subnet, otherSubnet] }],
    ["repositories of both types", "BadRequest", { DataRepositoryAssociations: [genomes, nfs()] }],
    [
      "overlapping paths",
      "BadRequest",
      {
        DataRepositoryAssociations: [
          genomes,
          { FileCachePath: "/genomes/2026", DataRepositoryPath: "s3://other" },
        ],
      },
    ],
    [
      "S3 as the whole cache",
      "BadRequest",
      { DataRepositoryAssociations: [{ ...genomes, FileCachePath: "/" }] },
    ],
    [
      "a repository without its protocol",
      "BadRequest",
      { DataRepositoryAssociations: [nfs({ NFS: undefined })] },
    ],
    [
      "subdirectories of a bucket",
      "BadRequest",
      { DataRepositoryAssociations: [{ ...genomes, DataRepositorySubdirectories: ["/a"] }] },
    ],
  ])("with %s", async (_, name, change) => {
    const { aws, fsx } = account();
    const before = aws.state;
    expect((await refusal(fsx.createFileCache({ ...request, ...change }))).name).toBe(name);
    expect(aws.state).toBe(before);
  });

  test("in updates of nothing, or while it comes or goes", async () => {
    const { fsx } = account({ clock: "manual" });
    const { FileCache } = await fsx.createFileCache(request);
    const { FileCacheId } = FileCache ?? {};
    const LustreConfiguration = { WeeklyMaintenanceStartTime: "1:05:00" };
    expect((await refusal(fsx.updateFileCache({ FileCacheId }))).name).toBe("MissingFileCacheConfiguration");
    expect((await refusal(fsx.updateFileCache({ FileCacheId, LustreConfiguration }))).name).toBe(
      "BadRequest",
    );
  });

  test("when it is not there, or already being deleted", async () => {
    const { fsx, FileCacheId } = await cache();
    const LustreConfiguration = { WeeklyMaintenanceStartTime: "1:05:00" };
    for (const call of [
      fsx.describeFileCaches({ FileCacheIds: [absent] }),
      fsx.updateFileCache({ FileCacheId: absent, LustreConfiguration }),
      fsx.deleteFileCache({ FileCacheId: absent }),
    ]) {
      expect((await refusal(call)).name).toBe("FileCacheNotFound");
    }
    await fsx.deleteFileCache({ FileCacheId });
    expect((await refusal(fsx.deleteFileCache({ FileCacheId }))).name).toBe("BadRequest");
  });
});
