import { account, poll, refusal } from "./account";

test("a Windows file system leaves a final backup and is DELETING until it is removed", async () => {
  const { fsx, available, describe } = account();
  const before = await available("windows");
  const FileSystemId = before.FileSystemId ?? "";
  const answer = await fsx.deleteFileSystem({ FileSystemId });
  expect(answer).toEqual({
    $metadata: expect.anything(),
    FileSystemId,
    Lifecycle: "DELETING",
    WindowsResponse: { FinalBackupId: expect.stringMatching(/^backup-/) },
  });
  expect(await describe(FileSystemId)).toEqual({ ...before, Lifecycle: "DELETING" });
  await expect(poll(async () => (await describe(FileSystemId)).Lifecycle, [])).rejects.toThrow(FileSystemId);
  const { Backups } = await fsx.describeBackups({
    Filters: [{ Name: "file-system-id", Values: [FileSystemId] }],
  });
  expect(Backups).toMatchObject([
    { BackupId: answer.WindowsResponse?.FinalBackupId, Type: "USER_INITIATED", Lifecycle: "AVAILABLE" },
  ]);
});

test("the final backup gets the requested tags, and the answer shows them", async () => {
  const { fsx, available } = account();
  const { FileSystemId } = await available("lustre");
  const FinalBackupTags = [{ Key: "last", Value: "yes" }];
  const { LustreResponse } = await fsx.deleteFileSystem({
    FileSystemId,
    LustreConfiguration: { SkipFinalBackup: false, FinalBackupTags },
  });
  expect(LustreResponse?.FinalBackupTags).toEqual(FinalBackupTags);
  const { Backups } = await fsx.describeBackups({ BackupIds: [LustreResponse?.FinalBackupId ?? ""] });
  expect(Backups?.[0]?.Tags).toEqual(FinalBackupTags);
});

test("each type has its own response to a skipped final backup", async () => {
  const { fsx, available } = account();
  const response = async (kind: "windows" | "lustre" | "ontap" | "openzfs", block: object = {}) => {
    const { FileSystemId } = await available(kind);
    const { $metadata, ...answer } = await fsx.deleteFileSystem({ FileSystemId, ...block });
    expect(answer).toMatchObject({ FileSystemId, Lifecycle: "DELETING" });
    return Object.keys(answer).filter(key => key.endsWith("Response"));
  };
  const SkipFinalBackup = true;
  expect(await response("windows", { WindowsConfiguration: { SkipFinalBackup } })).toEqual([
    "WindowsResponse",
  ]);
  expect(await response("openzfs", { OpenZFSConfiguration: { SkipFinalBackup } })).toEqual([
    "OpenZFSResponse",
  ]);
  expect(await response("lustre")).toEqual([]);
  expect(await response("ontap")).toEqual([]);
  expect((await fsx.describeBackups({})).Backups).toEqual([]);
});

describe("the service refuses", () => {
  test("a final backup of a file system that is still being created", async () => {
    const { fsx, create } = account();
    const { FileSystemId } = await create("windows");
    expect(await refusal(fsx.deleteFileSystem({ FileSystemId }))).toMatchObject({
      name: "BadRequest",
      message: `Cannot take final backup while ${FileSystemId} is in CREATING`,
    });
  });

  test("the block of another type, with AWS's message", async () => {
    const { fsx, available } = account();
    const { FileSystemId } = await available("openzfs");
    const call = fsx.deleteFileSystem({ FileSystemId, WindowsConfiguration: { SkipFinalBackup: true } });
    expect(await refusal(call)).toMatchObject({
      name: "BadRequest",
      message: "WindowsConfiguration cannot be applied to delete a OPENZFS file system.",
    });
  });

  test("an unknown file system, and one that is already being deleted", async () => {
    const { fsx, available } = account();
    const call = fsx.deleteFileSystem({ FileSystemId: "fs-0123456789abcdef0" });
    expect((await refusal(call)).name).toBe("FileSystemNotFound");
    const { FileSystemId } = await available("lustre");
    await fsx.deleteFileSystem({ FileSystemId });
    expect((await refusal(fsx.deleteFileSystem({ FileSystemId }))).name).toBe("BadRequest");
  });
});

test("a repeated token returns the deletion in progress", async () => {
  const { fsx, available } = account();
  const { FileSystemId } = await available("windows");
  const input = { FileSystemId, ClientRequestToken: "away" };
  const first = await fsx.deleteFileSystem(input);
  const again = await fsx.deleteFileSystem(input);
  expect(again.WindowsResponse).toEqual(first.WindowsResponse);
  expect((await fsx.describeBackups({})).Backups).toHaveLength(1);
});
