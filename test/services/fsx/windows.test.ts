import { account, poll, refusal, requests, short, subnet } from "./account";

test("of ten daily backups seven are kept; the final backup outlives the file system and restores it", async () => {
  const { aws, fsx, available, describe } = account({ now: "2026-03-01T12:00:00Z" });
  const { FileSystemId } = await available("windows", {
    Tags: [{ Key: "team", Value: "sales" }],
    WindowsConfiguration: {
      ...requests.windows.WindowsConfiguration,
      DailyAutomaticBackupStartTime: "05:00",
      AutomaticBackupRetentionDays: 7,
      CopyTagsToBackups: true,
    },
  });
  const automatic = async () =>
    (await fsx.describeBackups({ Filters: [{ Name: "backup-type", Values: ["AUTOMATIC"] }] })).Backups ?? [];
  await aws.clock.set("2026-03-04T05:05:00Z");
  expect((await automatic()).map(({ Lifecycle }) => Lifecycle)).toEqual([
    "AVAILABLE",
    "AVAILABLE",
    "CREATING",
  ]);
  await aws.clock.set("2026-03-11T12:00:00Z");
  const kept = await automatic();
  expect(kept.map(({ CreationTime }) => CreationTime?.toISOString().slice(0, 16))).toEqual(
    ["05", "06", "07", "08", "09", "10", "11"].map(day => `2026-03-${day}T05:00`),
  );
  expect(kept.every(({ Tags }) => Tags?.[0]?.Key === "team")).toBe(true);

  const { WindowsResponse } = await fsx.deleteFileSystem({ FileSystemId });
  await aws.settle();
  const left = (await fsx.describeBackups({})).Backups ?? [];
  expect(left.map(({ BackupId, Type }) => [BackupId, Type])).toEqual([
    [WindowsResponse?.FinalBackupId, "USER_INITIATED"],
  ]);
  await aws.clock.advance("30 days");
  expect((await fsx.describeBackups({})).Backups).toHaveLength(1);

  const { FileSystem } = await fsx.createFileSystemFromBackup({
    BackupId: WindowsResponse?.FinalBackupId,
    SubnetIds: [subnet],
  });
  const seen = await poll(async () => (await describe(FileSystem?.FileSystemId)).Lifecycle, ["AVAILABLE"]);
  expect(seen).toEqual(["CREATING", "AVAILABLE"]);
  await aws.clock.advance("3 days");
  expect(await automatic()).toHaveLength(3);
});

test("a file system shows a backup in progress", async () => {
  const { aws, fsx, available, describe } = account();
  const { FileSystemId } = await available("windows");
  const operations = async () =>
    (await describe(FileSystemId)).WindowsConfiguration?.MaintenanceOperationsInProgress;
  await fsx.createBackup({ FileSystemId });
  expect(await operations()).toEqual(["BACKING_UP"]);
  await aws.settle();
  expect(await operations()).toEqual([]);
});

test("a shorter retention removes the oldest automatic backups; a retention of 0 keeps existing ones", async () => {
  const { aws, fsx, available } = account();
  const { FileSystemId } = await available("windows");
  const keep = (AutomaticBackupRetentionDays: number) =>
    fsx.updateFileSystem({ FileSystemId, WindowsConfiguration: { AutomaticBackupRetentionDays } });
  const count = async () => (await fsx.describeBackups({})).Backups?.length;
  await aws.clock.advance("10 days");
  expect(await count()).toBe(7);
  await keep(3);
  expect(await count()).toBe(3);
  await keep(0);
  await aws.clock.advance("1 day");
  expect(await count()).toBe(2);
});

describe("DNS aliases", () => {
  const alias = "Accounting.Example.com";

  test("are associated once, in lower case, after some minutes", async () => {
    const { fsx, available, describe } = account();
    const { FileSystemId } = await available("windows");
    const { Aliases } = await fsx.associateFileSystemAliases({ FileSystemId, Aliases: [alias] });
    expect(Aliases).toEqual([{ Name: "accounting.example.com", Lifecycle: "CREATING" }]);
    const seen = await poll(
      async () => (await fsx.describeFileSystemAliases({ FileSystemId })).Aliases?.[0]?.Lifecycle,
      ["AVAILABLE"],
    );
    expect(seen).toEqual(["CREATING", "AVAILABLE"]);
    const again = await fsx.associateFileSystemAliases({ FileSystemId, Aliases: [alias] });
    expect(again.Aliases).toEqual([{ Name: "accounting.example.com", Lifecycle: "AVAILABLE" }]);
    const { WindowsConfiguration, AdministrativeActions } = await describe(FileSystemId);
    expect(WindowsConfiguration?.Aliases).toEqual(again.Aliases);
    expect(AdministrativeActions?.at(-1)).toMatchObject({
      AdministrativeActionType: "FILE_SYSTEM_ALIAS_ASSOCIATION",
      TargetFileSystemValues: { WindowsConfiguration: { Aliases: [{ Name: "accounting.example.com" }] } },
    });
  });

  test("in the creation request become available with the file system", async () => {
    const { available } = account();
    const { WindowsConfiguration } = await available("windows", {
      WindowsConfiguration: { ...requests.windows.WindowsConfiguration, Aliases: [alias] },
    });
    expect(WindowsConfiguration?.Aliases).toEqual([
      { Name: "accounting.example.com", Lifecycle: "AVAILABLE" },
    ]);
  });

  test("are removed after some minutes; an unknown alias is refused", async () => {
    const { aws, fsx, available } = account();
    const { FileSystemId } = await available("windows");
    await fsx.associateFileSystemAliases({ FileSystemId, Aliases: [alias] });
    await aws.settle();
    const { Aliases } = await fsx.disassociateFileSystemAliases({ FileSystemId, Aliases: [alias] });
    expect(Aliases).toEqual([{ Name: "accounting.example.com", Lifecycle: "DELETING" }]);
    await aws.settle();
    expect((await fsx.describeFileSystemAliases({ FileSystemId })).Aliases).toEqual([]);
    const again = fsx.disassociateFileSystemAliases({ FileSystemId, Aliases: [alias] });
    expect((await refusal(again)).name).toBe("BadRequest");
  });

  test("only new aliases begin an administrative action", async () => {
    const { aws, fsx, available, describe } = account();
    const { FileSystemId } = await available("windows");
    const associate = (...Aliases: string[]) => fsx.associateFileSystemAliases({ FileSystemId, Aliases });
    const actions = async () =>
      (await describe(FileSystemId)).AdministrativeActions?.map(({ TargetFileSystemValues: target }) =>
        target?.WindowsConfiguration?.Aliases?.map(({ Name }) => Name),
      );
    await associate("a.example.com");
    await associate("A.example.com");
    expect(await actions()).toEqual([["a.example.com"]]);
    await aws.settle();
    const { Aliases } = await associate("a.example.com", "b.example.com");
    expect(Aliases).toEqual([
      { Name: "a.example.com", Lifecycle: "AVAILABLE" },
      { Name: "b.example.com", Lifecycle: "CREATING" },
    ]);
    expect(await actions()).toEqual([["b.example.com"], ["a.example.com"]]);
  });

  test("that are being removed are not removed twice, and cannot be associated until they are removed", async () => {
    const { aws, fsx, available, describe } = account();
    const { FileSystemId } = await available("windows");
    const request = { FileSystemId, Aliases: [alias] };
    await fsx.associateFileSystemAliases(request);
    await aws.settle();
    await fsx.disassociateFileSystemAliases(request);
    expect((await fsx.disassociateFileSystemAliases(request)).Aliases).toMatchObject([
      { Lifecycle: "DELETING" },
    ]);
    expect((await refusal(fsx.associateFileSystemAliases(request))).name).toBe("BadRequest");
    await aws.settle();
    expect((await describe(FileSystemId)).AdministrativeActions?.map(short)).toEqual([
      "FILE_SYSTEM_ALIAS_DISASSOCIATION COMPLETED",
      "FILE_SYSTEM_ALIAS_ASSOCIATION COMPLETED",
    ]);
    expect((await fsx.associateFileSystemAliases(request)).Aliases).toMatchObject([
      { Lifecycle: "CREATING" },
    ]);
  });

  test("cannot change while the file system is being created or deleted", async () => {
    const { aws, fsx, create } = account();
    const { FileSystemId } = await create("windows", {
      WindowsConfiguration: { ...requests.windows.WindowsConfiguration, Aliases: [alias] },
    });
    const change = async (Aliases: string[]) => [
      (await refusal(fsx.associateFileSystemAliases({ FileSystemId, Aliases }))).name,
      (await refusal(fsx.disassociateFileSystemAliases({ FileSystemId, Aliases }))).name,
    ];
    expect(await change([alias])).toEqual(["BadRequest", "BadRequest"]);
    await aws.settle();
    await fsx.deleteFileSystem({ FileSystemId });
    expect(await change([alias])).toEqual(["BadRequest", "BadRequest"]);
    expect((await fsx.describeFileSystemAliases({ FileSystemId })).Aliases).toMatchObject([
      { Lifecycle: "AVAILABLE" },
    ]);
  });

  test("are listed page by page", async () => {
    const { fsx, available } = account();
    const { FileSystemId } = await available("windows");
    await fsx.associateFileSystemAliases({ FileSystemId, Aliases: ["a.example.com", "b.example.com"] });
    const first = await fsx.describeFileSystemAliases({ FileSystemId, MaxResults: 1 });
    const second = await fsx.describeFileSystemAliases({ FileSystemId, NextToken: first.NextToken });
    expect([...(first.Aliases ?? []), ...(second.Aliases ?? [])].map(({ Name }) => Name)).toEqual([
      "a.example.com",
      "b.example.com",
    ]);
  });

  test("are refused if they are invalid, too many, or for other types", async () => {
    const { fsx, available } = account();
    const { FileSystemId } = await available("windows");
    const { FileSystemId: other } = await available("openzfs");
    const associate = (id: string | undefined, ...Aliases: string[]) =>
      refusal(fsx.associateFileSystemAliases({ FileSystemId: id, Aliases }));
    expect((await associate(FileSystemId, "nodots")).name).toBe("BadRequest");
    expect((await associate(FileSystemId, "-a.example.com")).name).toBe("BadRequest");
    expect((await associate(other, alias)).name).toBe("BadRequest");
    expect((await associate("fs-0123456789abcdef0", alias)).name).toBe("FileSystemNotFound");
    const fifty = Array.from({ length: 50 }, (_, index) => `host${index}.example.com`);
    await fsx.associateFileSystemAliases({ FileSystemId, Aliases: fifty });
    expect((await associate(FileSystemId, alias)).name).toBe("BadRequest");
  });
});

describe("recovering from a misconfigured state", () => {
  test("an administrative action makes the file system available again", async () => {
    const { aws, fsx, describe } = account();
    const { fsx: seeded } = aws.seed({
      fsx: {
        fileSystems: [
          {
            ...requests.windows,
            Lifecycle: "MISCONFIGURED_UNAVAILABLE",
            FailureDetails: { Message: "The directory does not answer." },
          },
        ],
      },
    });
    const FileSystemId = seeded.fileSystems[0]?.FileSystemId;
    const { FileSystem } = await fsx.startMisconfiguredStateRecovery({ FileSystemId });
    expect(FileSystem).toMatchObject({
      Lifecycle: "MISCONFIGURED_UNAVAILABLE",
      FailureDetails: { Message: "The directory does not answer." },
    });
    const seen = await poll(async () => (await describe(FileSystemId)).Lifecycle, ["AVAILABLE"]);
    expect(seen).toEqual(["MISCONFIGURED_UNAVAILABLE", "AVAILABLE"]);
    const after = await describe(FileSystemId);
    expect(after).not.toHaveProperty("FailureDetails");
    expect(after.AdministrativeActions).toMatchObject([
      { AdministrativeActionType: "MISCONFIGURED_STATE_RECOVERY", Status: "COMPLETED" },
    ]);
  });

  test("is refused for file systems that are not misconfigured, not Windows, or unknown", async () => {
    const { fsx, available } = account();
    const recover = async (FileSystemId: string | undefined) =>
      (await refusal(fsx.startMisconfiguredStateRecovery({ FileSystemId }))).name;
    expect(await recover((await available("windows")).FileSystemId)).toBe("BadRequest");
    expect(await recover((await available("lustre")).FileSystemId)).toBe("BadRequest");
    expect(await recover("fs-0123456789abcdef0")).toBe("FileSystemNotFound");
  });
});
