import type { FileCacheDataRepositoryAssociation } from "@aws-sdk/client-fsx";
import { account, refusal, subnet } from "./account";

const filer: FileCacheDataRepositoryAssociation = {
  FileCachePath: "/filer",
  DataRepositoryPath: "nfs://filer.example.com/export",
  NFS: { Version: "NFS3" },
};

/** An account with a linked cache. */
async function linked(...DataRepositoryAssociations: FileCacheDataRepositoryAssociation[]) {
  const fixture = account();
  const { FileCache } = await fixture.fsx.createFileCache({
    FileCacheType: "LUSTRE",
    FileCacheTypeVersion: "2.12",
    StorageCapacity: 1_200,
    SubnetIds: [subnet],
    LustreConfiguration: {
      PerUnitStorageThroughput: 1_000,
      DeploymentType: "CACHE_1",
      MetadataConfiguration: { StorageCapacity: 2_400 },
    },
    DataRepositoryAssociations,
  });
  await fixture.aws.settle();
  return { ...fixture, FileCacheId: FileCache?.FileCacheId };
}

test("the associations of a cache have the default chunk size, and change with the cache only", async () => {
  const { fsx } = await linked(filer);
  const { Associations = [] } = await fsx.describeDataRepositoryAssociations({});
  expect(Associations).toMatchObject([{ ImportedFileChunkSize: 1_024 }]);
  const { AssociationId } = Associations[0] ?? {};
  expect((await refusal(fsx.updateDataRepositoryAssociation({ AssociationId }))).name).toBe("BadRequest");
  expect((await refusal(fsx.deleteDataRepositoryAssociation({ AssociationId }))).name).toBe("BadRequest");
});

test.each<[string, FileCacheDataRepositoryAssociation[]]>([
  [
    "three DNS servers",
    [{ ...filer, NFS: { Version: "NFS3", DnsIps: ["10.0.0.1", "10.0.0.2", "10.0.0.3"] } }],
  ],
  ["a filer without an export", [{ ...filer, DataRepositoryPath: "nfs://filer.example.com" }]],
  ["an export with subdirectories", [{ ...filer, DataRepositorySubdirectories: ["/a"] }]],
  ["the same export twice", [filer, { ...filer, FileCachePath: "/again" }]],
])("a cache is not linked to %s", async (_, links) => {
  expect((await refusal(linked(...links))).name).toBe("BadRequest");
});
