import { account, poll, refusal, short } from "./account";

test("administrative actions show the progress of a Lustre capacity increase", async () => {
  const { fsx, available, describe } = account();
  const { FileSystemId } = await available("lustre");
  const { FileSystem } = await fsx.updateFileSystem({ FileSystemId, StorageCapacity: 2_400 });
  expect(FileSystem).toMatchObject({
    Lifecycle: "UPDATING",
    StorageCapacity: 1_200,
    AdministrativeActions: [
      {
        AdministrativeActionType: "FILE_SYSTEM_UPDATE",
        Status: "PENDING",
        TargetFileSystemValues: { StorageCapacity: 2_400 },
      },
      { AdministrativeActionType: "STORAGE_OPTIMIZATION", Status: "PENDING" },
    ],
  });
  const seen: string[] = [];
  for (let reads = 0; reads < 10; reads++) {
    const { StorageCapacity, Lifecycle, AdministrativeActions = [] } = await describe(FileSystemId);
    seen.push([Lifecycle, StorageCapacity, ...AdministrativeActions.map(short)].join(", "));
    if (AdministrativeActions.every(({ Status }) => Status === "COMPLETED")) break;
  }
  expect(seen).toEqual([
    "UPDATING, 1200, FILE_SYSTEM_UPDATE PENDING, STORAGE_OPTIMIZATION PENDING",
    "UPDATING, 1200, FILE_SYSTEM_UPDATE IN_PROGRESS, STORAGE_OPTIMIZATION PENDING",
    "AVAILABLE, 2400, FILE_SYSTEM_UPDATE UPDATED_OPTIMIZING, STORAGE_OPTIMIZATION IN_PROGRESS 0",
    "AVAILABLE, 2400, FILE_SYSTEM_UPDATE UPDATED_OPTIMIZING, STORAGE_OPTIMIZATION IN_PROGRESS 50",
    "AVAILABLE, 2400, FILE_SYSTEM_UPDATE COMPLETED",
  ]);
});

test("the ten most recent actions of a type are listed, newest first", async () => {
  const { aws, fsx, available, describe } = account();
  const { FileSystemId } = await available("openzfs");
  for (let times = 0; times < 12; times++) {
    await fsx.releaseFileSystemNfsV3Locks({ FileSystemId });
    await aws.clock.advance("1 hour");
  }
  await fsx.updateFileSystem({ FileSystemId, StorageCapacity: 128 });
  const { AdministrativeActions = [] } = await describe(FileSystemId);
  const types = AdministrativeActions.map(({ AdministrativeActionType }) => AdministrativeActionType);
  expect(types).toEqual(["FILE_SYSTEM_UPDATE", ...Array<string>(10).fill("RELEASE_NFS_V3_LOCKS")]);
  const times = AdministrativeActions.map(({ RequestTime }) => RequestTime?.getTime() ?? 0);
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

test("NFS v3 locks of an OpenZFS file system are released by an administrative action", async () => {
  const { fsx, available, describe } = account();
  const { FileSystemId } = await available("openzfs");
  const { FileSystem } = await fsx.releaseFileSystemNfsV3Locks({ FileSystemId });
  expect(FileSystem?.AdministrativeActions?.map(short)).toEqual(["RELEASE_NFS_V3_LOCKS PENDING"]);
  const seen = await poll(
    async () => (await describe(FileSystemId)).AdministrativeActions?.[0]?.Status,
    ["COMPLETED"],
  );
  expect(seen).toEqual(["PENDING", "IN_PROGRESS", "COMPLETED"]);
  const { FileSystemId: other } = await available("windows");
  expect((await refusal(fsx.releaseFileSystemNfsV3Locks({ FileSystemId: other }))).name).toBe("BadRequest");
  const unknown = fsx.releaseFileSystemNfsV3Locks({ FileSystemId: "fs-0123456789abcdef0" });
  expect((await refusal(unknown)).name).toBe("FileSystemNotFound");
});
