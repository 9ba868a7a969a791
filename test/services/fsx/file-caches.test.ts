import type { CreateFileCacheCommandInput } from "@aws-sdk/client-fsx";
import { account, otherSubnet, poll, refusal, subnet } from "./account";

const request = {
  FileCacheType: "LUSTRE",
  FileCacheTypeVersion: "2.12",
  StorageCapacity: 1_200,
  SubnetIds: [subnet],
  Tags: [{ Key: "team", Value: "sales" }],
  LustreConfiguration: {
    DeploymentType: "CACHE_1",
    PerUnitStorageThroughput: 1_000,
    MetadataConfiguration: { StorageCapacity: 2_400 },
  },
  DataRepositoryAssociations: [
    { FileCachePath: "/a", DataRepositoryPath: "s3://bucket/a" },
    { FileCachePath: "/b", DataRepositoryPath: "s3://bucket/b" },
  ],
} satisfies CreateFileCacheCommandInput;

const unknown = "fc-0123456789abcdef0";

test("a cache is CREATING, then AVAILABLE, with its associations; only its creation shows its tags", async () => {
  const { fsx } = account();
  const { FileCache: made } = await fsx.createFileCache({
    ...request,
    CopyTagsToDataRepositoryAssociations: true,
  });
  const id = made?.FileCacheId ?? "";
  expect(made).toMatchObject({
    FileCacheId: expect.stringMatching(/^fc-[0-9a-f]{17}$/),
    Lifecycle: "CREATING",
    DNSName: `${id}.fsx.us-east-1.amazonaws.com`,
    ResourceARN: `arn:aws:fsx:us-east-1:123456789012:file-cache/${id}`,
    Tags: request.Tags,
    LustreConfiguration: {
      MountName: expect.stringMatching(/^[a-z2-7]{8}$/),
      LogConfiguration: { Level: "WARN_ERROR" },
    },
  });
  expect(made?.DataRepositoryAssociationIds).toHaveLength(2);
  const describe = async () => (await fsx.describeFileCaches({ FileCacheIds: [id] })).FileCaches?.[0];
  expect(await poll(async () => (await describe())?.Lifecycle, ["AVAILABLE"])).toEqual([
    "CREATING",
    "AVAILABLE",
  ]);
  expect(await describe()).not.toHaveProperty("Tags");
  expect((await fsx.listTagsForResource({ ResourceARN: made?.ResourceARN })).Tags).toEqual(request.Tags);
  const { Associations } = await fsx.describeDataRepositoryAssociations({
    Filters: [{ Name: "file-cache-id", Values: [id] }],
  });
  expect(Associations).toMatchObject([
    { FileCacheId: id, FileCachePath: "/a", Lifecycle: "AVAILABLE", Tags: request.Tags },
    { FileCacheId: id, FileCachePath: "/b", Lifecycle: "AVAILABLE" },
  ]);
});

test("an update changes the maintenance time of a cache; its associations are deleted with it", async () => {
  const { aws, fsx } = account();
  const { FileCache: made } = await fsx.createFileCache(request);
  await aws.settle();
  const FileCacheId = made?.FileCacheId ?? "";
  const LustreConfiguration = { WeeklyMaintenanceStartTime: "2:03:00" };
  const { FileCache } = await fsx.updateFileCache({ FileCacheId, LustreConfiguration });
  expect(FileCache?.LustreConfiguration).toMatchObject(LustreConfiguration);
  expect((await fsx.describeFileCaches({})).FileCaches).toEqual([FileCache]);
  expect((await refusal(fsx.updateFileCache({ FileCacheId }))).name).toBe("MissingFileCacheConfiguration");
  expect(await fsx.deleteFileCache({ FileCacheId })).toMatchObject({ FileCacheId, Lifecycle: "DELETING" });
  await aws.settle();
  expect((await fsx.describeFileCaches({})).FileCaches).toEqual([]);
  expect((await fsx.describeDataRepositoryAssociations({})).Associations).toEqual([]);
});

test("caches are listed page by page", async () => {
  const { fsx } = account();
  for (let made = 0; made < 2; made++) await fsx.createFileCache(request);
  const first = await fsx.describeFileCaches({ MaxResults: 1 });
  const second = await fsx.describeFileCaches({ NextToken: first.NextToken });
  expect([first.FileCaches?.length, second.FileCaches?.length]).toEqual([1, 1]);
});

test("a cache links the exports of an NFS server", async () => {
  const { fsx } = account();
  const DataRepositoryAssociations = [
    {
      FileCachePath: "/",
      DataRepositoryPath: "nfs://filer.example.com",
      DataRepositorySubdirectories: ["/one", "/two"],
      NFS: { Version: "NFS3" as const },
    },
  ];
  await fsx.createFileCache({ ...request, DataRepositoryAssociations });
  const Filters = [{ Name: "data-repository-type" as const, Values: ["NFS"] }];
  const { Associations } = await fsx.describeDataRepositoryAssociations({ Filters });
  expect(Associations).toMatchObject([
    { NFS: { Version: "NFS3" }, DataRepositorySubdirectories: ["/one", "/two"] },
  ]);
});

describe("the service refuses", () => {
  const lustre = (change: object) => ({ LustreConfiguration: { ...request.LustreConfiguration, ...change } });
  const broken: readonly [why: string, change: object, name: string][] = [
    ["no configuration", { LustreConfiguration: undefined }, "MissingFileCacheConfiguration"],
    ["another throughput", lustre({ PerUnitStorageThroughput: 500 }), "InvalidPerUnitStorageThroughput"],
    ["another version", { FileCacheTypeVersion: "2.15" }, "BadRequest"],
    ["an invalid capacity", { StorageCapacity: 3_600 }, "BadRequest"],
    ["two subnets", { SubnetIds: [subnet, otherSubnet] }, "BadRequest"],
    [
      "subdirectories of a bucket",
      {
        DataRepositoryAssociations: [
          { FileCachePath: "/a", DataRepositoryPath: "s3://bucket", DataRepositorySubdirectories: ["/x"] },
        ],
      },
      "BadRequest",
    ],
    [
      "an NFS repository without NFS",
      { DataRepositoryAssociations: [{ FileCachePath: "/a", DataRepositoryPath: "nfs://filer/x" }] },
      "BadRequest",
    ],
    [
      "a directory within another one",
      {
        DataRepositoryAssociations: [
          { FileCachePath: "/a", DataRepositoryPath: "s3://one" },
          { FileCachePath: "/a/b", DataRepositoryPath: "s3://two" },
        ],
      },
      "BadRequest",
    ],
    [
      "another metadata capacity",
      lustre({ MetadataConfiguration: { StorageCapacity: 1_200 } }),
      "BadRequest",
    ],
    [
      "the root as the path of a bucket",
      { DataRepositoryAssociations: [{ FileCachePath: "/", DataRepositoryPath: "s3://bucket" }] },
      "BadRequest",
    ],
    [
      "repositories of two types",
      {
        DataRepositoryAssociations: [
          request.DataRepositoryAssociations[0],
          { FileCachePath: "/n", DataRepositoryPath: "nfs://filer/x", NFS: { Version: "NFS3" } },
        ],
      },
      "BadRequest",
    ],
  ];
  test.each(broken)("%s", async (_why, change, name) => {
    const { aws, fsx } = account();
    const before = aws.state;
    expect((await refusal(fsx.createFileCache({ ...request, ...change }))).name).toBe(name);
    expect(aws.state).toBe(before);
  });

  test("more caches than the quota, and unknown caches", async () => {
    const { fsx } = account({ quotas: { fsxFileCaches: 1 } });
    const input = { ...request, ClientRequestToken: "t" };
    const { FileCache } = await fsx.createFileCache(input);
    expect((await fsx.createFileCache(input)).FileCache).toEqual(FileCache);
    expect(await refusal(fsx.createFileCache({ ...input, StorageCapacity: 2_400 }))).toMatchObject({
      Parameter: "StorageCapacity",
    });
    expect(await refusal(fsx.createFileCache(request))).toMatchObject({
      name: "ServiceLimitExceeded",
      Limit: "FILE_CACHE_COUNT",
    });
    for (const call of [
      fsx.updateFileCache({ FileCacheId: unknown }),
      fsx.deleteFileCache({ FileCacheId: unknown }),
      fsx.describeFileCaches({ FileCacheIds: [unknown] }),
    ]) {
      expect((await refusal(call)).name).toBe("FileCacheNotFound");
    }
  });
});

test("an update of a cache with an empty configuration changes nothing", async () => {
  const { aws, fsx } = account();
  const { FileCache } = await fsx.createFileCache(request);
  await aws.settle();
  const before = aws.state;
  await fsx.updateFileCache({ FileCacheId: FileCache?.FileCacheId, LustreConfiguration: {} });
  expect(aws.state.fsx.fileCaches).toEqual(before.fsx.fileCaches);
});
