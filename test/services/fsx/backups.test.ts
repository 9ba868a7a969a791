import { BackupNotFound, type Filter } from "@aws-sdk/client-fsx";
import { account, poll, refusal, requests } from "./account";

const backupTag = { Key: "reason", Value: "release" };

test("a poll loop sees a backup CREATING, then AVAILABLE with 100 percent progress", async () => {
  const { fsx, available } = account();
  const { FileSystemId, KmsKeyId } = await available("windows");
  const { Backup: made } = await fsx.createBackup({ FileSystemId, Tags: [backupTag] });
  expect(made).toMatchObject({
    BackupId: expect.stringMatching(/^backup-[0-9a-f]{17}$/),
    Lifecycle: "CREATING",
    Type: "USER_INITIATED",
    KmsKeyId,
    Tags: [backupTag],
    OwnerId: "123456789012",
  });
  expect(made).not.toHaveProperty("ProgressPercent");
  const describe = async () =>
    (await fsx.describeBackups({ BackupIds: [made?.BackupId ?? ""] })).Backups?.[0];
  expect(await describe()).toEqual(made);
  await poll(async () => (await describe())?.Lifecycle, ["AVAILABLE"]);
  expect(await describe()).toMatchObject({ Lifecycle: "AVAILABLE", ProgressPercent: 100 });
});

test("a backup shows the members of the file system that AWS shows", async () => {
  const { aws, fsx, available } = account();
  const { FileSystemId, ResourceARN, WindowsConfiguration } = await available("windows");
  const settings = {
    WeeklyMaintenanceStartTime: WindowsConfiguration?.WeeklyMaintenanceStartTime,
    DailyAutomaticBackupStartTime: WindowsConfiguration?.DailyAutomaticBackupStartTime,
    AutomaticBackupRetentionDays: 7,
    CopyTagsToBackups: false,
  };
  const { Backup } = await fsx.createBackup({ FileSystemId });
  const shown = { FileSystemId, FileSystemType: "WINDOWS", StorageCapacity: 300, ResourceARN };
  expect(Backup?.FileSystem).toEqual({ ...shown, WindowsConfiguration: settings });
  await aws.settle();
  const { Backups } = await fsx.describeBackups({});
  expect(Backups?.[0]?.FileSystem).toEqual({
    ...shown,
    WindowsConfiguration: { ActiveDirectoryId: "d-9067141d9e", ...settings },
  });
});

test("a user-initiated Lustre backup is TRANSFERRING before it is AVAILABLE", async () => {
  const { fsx, available } = account();
  const { FileSystemId } = await available("lustre");
  const { Backup } = await fsx.createBackup({ FileSystemId });
  expect(Backup?.FileSystem).toMatchObject({ StorageType: "SSD", FileSystemTypeVersion: "2.15" });
  expect(Backup?.FileSystem?.LustreConfiguration).not.toHaveProperty("MountName");
  const seen = await poll(async () => (await fsx.describeBackups({})).Backups?.[0]?.Lifecycle, ["AVAILABLE"]);
  expect(seen).toEqual(["CREATING", "TRANSFERRING", "AVAILABLE"]);
});

describe("tags", () => {
  const Tags = [{ Key: "team", Value: "sales" }];
  const copying = {
    Tags,
    WindowsConfiguration: { ...requests.windows.WindowsConfiguration, CopyTagsToBackups: true },
  };

  test("of the file system are copied if it copies tags and the request has none", async () => {
    const { fsx, available } = account();
    const { FileSystemId } = await available("windows", copying);
    expect((await fsx.createBackup({ FileSystemId })).Backup?.Tags).toEqual(Tags);
  });

  test("in the request replace those of the file system", async () => {
    const { fsx, available } = account();
    const { FileSystemId } = await available("windows", copying);
    expect((await fsx.createBackup({ FileSystemId, Tags: [backupTag] })).Backup?.Tags).toEqual([backupTag]);
  });

  test("are not copied by default", async () => {
    const { fsx, available } = account();
    const { FileSystemId } = await available("windows", { Tags });
    expect((await fsx.createBackup({ FileSystemId })).Backup?.Tags).toEqual([]);
  });
});

describe("the service refuses", () => {
  test("a second backup while one is in progress", async () => {
    const { fsx, available } = account();
    const { FileSystemId } = await available("windows");
    await fsx.createBackup({ FileSystemId });
    expect(await refusal(fsx.createBackup({ FileSystemId }))).toMatchObject({
      name: "BackupInProgress",
      message: "Another backup is already pending.",
    });
  });

  test("to back up a whole ONTAP file system", async () => {
    const { fsx, available } = account();
    const { FileSystemId } = await available("ontap");
    expect(await refusal(fsx.createBackup({ FileSystemId }))).toMatchObject({
      name: "UnsupportedOperation",
      message: "ONTAP file system backup is unsupported.",
    });
  });

  test("to back up an unknown, unavailable, scratch or linked file system", async () => {
    const { aws, fsx, create } = account();
    const backUp = (FileSystemId: string | undefined) => refusal(fsx.createBackup({ FileSystemId }));
    expect(await backUp("fs-0123456789abcdef0")).toMatchObject({ name: "FileSystemNotFound" });
    const { FileSystemId: early } = await create("windows");
    expect(await backUp(early)).toMatchObject({
      name: "BadRequest",
      message: `Cannot take backup while ${early} is in CREATING`,
    });
    const { FileSystemId: scratch } = await create("lustre", { LustreConfiguration: {} });
    const { FileSystemId: linked } = await create("lustre", {
      LustreConfiguration: {
        DeploymentType: "PERSISTENT_1",
        PerUnitStorageThroughput: 50,
        ImportPath: "s3://bucket",
      },
    });
    await aws.settle();
    expect((await backUp(scratch)).name).toBe("BadRequest");
    expect((await backUp(linked)).name).toBe("BadRequest");
    expect((await backUp(undefined)).name).toBe("BadRequest");
  });

  test("more backups than the quota", async () => {
    const { aws, fsx, available } = account({ quotas: { fsxWindowsBackups: 1 } });
    const { FileSystemId } = await available("windows");
    await fsx.createBackup({ FileSystemId });
    await aws.settle();
    expect(await refusal(fsx.createBackup({ FileSystemId }))).toMatchObject({
      name: "ServiceLimitExceeded",
      Limit: "TOTAL_USER_INITIATED_BACKUPS",
    });
  });

  test("the same token for another backup", async () => {
    const { fsx, available } = account();
    const { FileSystemId } = await available("windows");
    const { Backup: first } = await fsx.createBackup({ FileSystemId, ClientRequestToken: "nightly" });
    const { Backup: again } = await fsx.createBackup({ FileSystemId, ClientRequestToken: "nightly" });
    expect(again?.BackupId).toBe(first?.BackupId);
    const other = fsx.createBackup({ FileSystemId, ClientRequestToken: "nightly", Tags: [backupTag] });
    expect(await refusal(other)).toMatchObject({ name: "IncompatibleParameterError", Parameter: "Tags" });
  });
});

describe("deleting a backup", () => {
  test("removes it immediately", async () => {
    const { aws, fsx, available } = account();
    const { FileSystemId } = await available("windows");
    const BackupId = (await fsx.createBackup({ FileSystemId })).Backup?.BackupId ?? "";
    await aws.settle();
    expect(await fsx.deleteBackup({ BackupId })).toMatchObject({ BackupId, Lifecycle: "DELETED" });
    expect((await fsx.describeBackups({})).Backups).toEqual([]);
    await expect(fsx.describeBackups({ BackupIds: [BackupId] })).rejects.toThrow(BackupNotFound);
    await expect(fsx.deleteBackup({ BackupId })).rejects.toThrow(BackupNotFound);
  });

  test("again with the same token returns the same, although it no longer exists", async () => {
    const { aws, fsx, available } = account();
    const { FileSystemId } = await available("windows");
    const { Backup } = await fsx.createBackup({ FileSystemId });
    await aws.settle();
    const BackupId = Backup?.BackupId;
    const remove = (token: string) => fsx.deleteBackup({ BackupId, ClientRequestToken: token });
    expect(await remove("once")).toMatchObject({ BackupId, Lifecycle: "DELETED" });
    expect(await remove("once")).toMatchObject({ BackupId, Lifecycle: "DELETED" });
    expect((await refusal(remove("twice"))).name).toBe("BackupNotFound");
  });

  test("is refused while it is being created", async () => {
    const { fsx, available } = account();
    const { FileSystemId } = await available("windows");
    const BackupId = (await fsx.createBackup({ FileSystemId })).Backup?.BackupId ?? "";
    expect((await refusal(fsx.deleteBackup({ BackupId }))).name).toBe("BackupInProgress");
  });
});

describe("describing backups", () => {
  async function threeBackups() {
    const fixture = account();
    const { aws, fsx, available } = fixture;
    const windows = await available("windows");
    const lustre = await available("lustre");
    for (const { FileSystemId } of [windows, lustre, windows]) {
      await fsx.createBackup({ FileSystemId });
      await aws.settle();
    }
    return { ...fixture, windows, lustre };
  }

  test("filters by file system, backup type, file system type, and all of them together", async () => {
    const { fsx, windows, lustre } = await threeBackups();
    const filtered = async (...Filters: Filter[]) =>
      (await fsx.describeBackups({ Filters })).Backups?.map(({ FileSystem }) => FileSystem?.FileSystemId);
    const ofWindows: Filter = { Name: "file-system-id", Values: [windows.FileSystemId ?? ""] };
    expect(await filtered(ofWindows)).toEqual([windows.FileSystemId, windows.FileSystemId]);
    expect(await filtered({ Name: "file-system-type", Values: ["LUSTRE"] })).toEqual([lustre.FileSystemId]);
    expect(await filtered({ Name: "backup-type", Values: ["USER_INITIATED", "AUTOMATIC"] })).toHaveLength(3);
    expect(await filtered(ofWindows, { Name: "file-system-type", Values: ["LUSTRE"] })).toEqual([]);
    expect(await filtered({ Name: "backup-type", Values: ["AWS_BACKUP"] })).toEqual([]);
  });

  test("refuses filters with unknown ids, and filters of other operations", async () => {
    const { fsx } = account();
    const filtered = (Name: "file-system-id" | "volume-id" | "file-cache-id", value: string) =>
      refusal(fsx.describeBackups({ Filters: [{ Name, Values: [value] }] }));
    expect((await filtered("file-system-id", "fs-0123456789abcdef0")).name).toBe("FileSystemNotFound");
    expect(await filtered("volume-id", "fsvol-0123456789abcdef0")).toMatchObject({
      name: "VolumeNotFound",
      message: "fsvol-0123456789abcdef0",
    });
    expect((await filtered("file-cache-id", "fc-0123456789abcdef0")).name).toBe("BadRequest");
  });

  test("returns pages", async () => {
    const { fsx } = await threeBackups();
    const first = await fsx.describeBackups({ MaxResults: 2 });
    const second = await fsx.describeBackups({ MaxResults: 2, NextToken: first.NextToken });
    expect([first.Backups?.length, second.Backups?.length, second.NextToken]).toEqual([2, 1, undefined]);
  });
});
