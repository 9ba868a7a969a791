import type { CreateVolumeCommandInput, Filter, VolumeFilter } from "@aws-sdk/client-fsx";
import { account, type Fixture, poll, refusal, requests } from "./account";

const unknown = { svm: "svm-0123456789abcdef0", volume: "fsvol-0123456789abcdef0" };

type Settings = Partial<NonNullable<CreateVolumeCommandInput["OntapConfiguration"]>>;

/** An ONTAP file system with a storage virtual machine. */
async function withMachine(fixture: Fixture = account()) {
  const { aws, fsx, available } = fixture;
  const { FileSystemId } = await available("ontap");
  const made = await fsx.createStorageVirtualMachine({ FileSystemId, Name: "svm-1" });
  await aws.settle();
  const StorageVirtualMachineId = made.StorageVirtualMachine?.StorageVirtualMachineId ?? "";
  const createVolume = async (Name: string, settings: Settings = {}) =>
    (
      await fsx.createVolume({
        VolumeType: "ONTAP",
        Name,
        OntapConfiguration: {
          StorageVirtualMachineId,
          JunctionPath: `/${Name}`,
          SizeInMegabytes: 1_024,
          StorageEfficiencyEnabled: true,
          ...settings,
        },
      })
    ).Volume ?? {};
  const describeVolume = async (id: string | undefined) =>
    (await fsx.describeVolumes({ VolumeIds: [id ?? ""] })).Volumes?.[0] ?? {};
  const describeMachine = async () =>
    (await fsx.describeStorageVirtualMachines({ StorageVirtualMachineIds: [StorageVirtualMachineId] }))
      .StorageVirtualMachines?.[0] ?? {};
  const rootVolume = async () =>
    (await fsx.describeVolumes({})).Volumes?.find(
      ({ OntapConfiguration }) => OntapConfiguration?.StorageVirtualMachineRoot,
    ) ?? {};
  return {
    ...fixture,
    FileSystemId,
    StorageVirtualMachineId,
    createVolume,
    describeVolume,
    describeMachine,
    rootVolume,
  };
}

test("an ONTAP tear-down in the wrong order is refused at every step, in the right order it succeeds", async () => {
  const { aws, fsx, FileSystemId, StorageVirtualMachineId, createVolume, rootVolume } = await withMachine();
  const { VolumeId } = await createVolume("vol1");
  await aws.settle();
  expect(await refusal(fsx.deleteFileSystem({ FileSystemId }))).toMatchObject({
    name: "BadRequest",
    message: `Cannot delete file system while it has storage virtual machines: ${StorageVirtualMachineId}`,
  });
  const deleteMachine = () => fsx.deleteStorageVirtualMachine({ StorageVirtualMachineId });
  expect((await refusal(deleteMachine())).message).toContain(VolumeId);
  const { VolumeId: rootId } = await rootVolume();
  const skip = { SkipFinalBackup: true };
  expect((await refusal(fsx.deleteVolume({ VolumeId: rootId, OntapConfiguration: skip }))).name).toBe(
    "BadRequest",
  );

  const { OntapResponse, Lifecycle } = await fsx.deleteVolume({ VolumeId });
  expect(Lifecycle).toBe("DELETING");
  await aws.settle();
  expect(await deleteMachine()).toMatchObject({ StorageVirtualMachineId, Lifecycle: "DELETING" });
  expect(await refusal(fsx.deleteVolume({ VolumeId: rootId }))).toMatchObject({
    name: "BadRequest",
    message: "Cannot create backup because this volume's storage virtual machine is deleting.",
  });
  expect((await refusal(fsx.deleteFileSystem({ FileSystemId }))).name).toBe("BadRequest");
  await aws.settle();
  expect(await refusal(fsx.deleteVolume({ VolumeId: rootId }))).toMatchObject({
    name: "VolumeNotFound",
    message: rootId,
  });
  await fsx.deleteFileSystem({ FileSystemId });
  await aws.settle();
  expect((await fsx.describeFileSystems({})).FileSystems).toEqual([]);
  expect((await fsx.describeBackups({})).Backups).toMatchObject([
    { BackupId: OntapResponse?.FinalBackupId, ResourceType: "VOLUME", Type: "USER_INITIATED" },
  ]);
});

describe("a storage virtual machine", () => {
  test("is seen CREATING and CREATED, with its endpoints and its root volume", async () => {
    const { fsx, available } = account();
    const { FileSystemId } = await available("ontap");
    const { StorageVirtualMachine: made } = await fsx.createStorageVirtualMachine({
      FileSystemId,
      Name: "svm-1",
      Tags: [{ Key: "team", Value: "sales" }],
    });
    const id = made?.StorageVirtualMachineId;
    expect(made).toMatchObject({
      FileSystemId,
      Lifecycle: "CREATING",
      Name: "svm-1",
      ResourceARN: `arn:aws:fsx:us-east-1:123456789012:storage-virtual-machine/${FileSystemId}/${id}`,
      Subtype: "DEFAULT",
      Tags: [{ Key: "team", Value: "sales" }],
    });
    const describe = async () =>
      (await fsx.describeStorageVirtualMachines({ StorageVirtualMachineIds: [id ?? ""] }))
        .StorageVirtualMachines?.[0];
    expect(await describe()).toEqual(made);
    await poll(async () => (await describe())?.Lifecycle, ["CREATED"]);
    const ready = await describe();
    expect(ready?.UUID).toMatch(/^[0-9a-f-]{36}$/);
    expect(ready?.Endpoints?.Iscsi?.IpAddresses).toHaveLength(2);
    expect(ready?.Endpoints?.Management).toEqual(ready?.Endpoints?.Nfs);
    const filter: VolumeFilter = { Name: "storage-virtual-machine-id", Values: [id ?? ""] };
    expect((await fsx.describeVolumes({ Filters: [filter] })).Volumes).toMatchObject([
      {
        Name: "svm_1_root",
        Lifecycle: "CREATED",
        VolumeType: "ONTAP",
        OntapConfiguration: {
          JunctionPath: "/",
          SizeInMegabytes: 1_024,
          SizeInBytes: 1_073_741_824,
          StorageVirtualMachineRoot: true,
          TieringPolicy: { Name: "NONE" },
          VolumeStyle: "FLEXVOL",
          AggregateConfiguration: { Aggregates: ["aggr1"] },
          SnapshotPolicy: "default",
        },
      },
    ]);
  });

  test("joins a directory whose password is never shown", async () => {
    const { aws, fsx, StorageVirtualMachineId, describeMachine } = await withMachine();
    const { StorageVirtualMachine } = await fsx.updateStorageVirtualMachine({
      StorageVirtualMachineId,
      ActiveDirectoryConfiguration: {
        NetBiosName: "SALES",
        SelfManagedActiveDirectoryConfiguration: {
          DomainName: "ad.example.org",
          UserName: "joiner",
          Password: "hush-hush",
          DnsIps: ["10.0.0.2"],
        },
      },
    });
    expect(StorageVirtualMachine?.Endpoints?.Smb?.DNSName).toBe("SALES.ad.example.org");
    expect(await describeMachine()).toEqual(StorageVirtualMachine);
    expect(JSON.stringify(aws.state)).not.toContain("hush-hush");
  });

  test("is refused for others than ONTAP, twice of a name, too many, and for what is not there", async () => {
    const { fsx, available, FileSystemId } = await withMachine(
      account({ quotas: { fsxStorageVirtualMachines: 1 } }),
    );
    const create = (id: string | undefined, Name: string) =>
      refusal(fsx.createStorageVirtualMachine({ FileSystemId: id, Name }));
    expect((await create((await available("openzfs")).FileSystemId, "svm2")).name).toBe(
      "UnsupportedOperation",
    );
    expect((await create(FileSystemId, "svm-1")).name).toBe("BadRequest");
    expect(await create(FileSystemId, "svm2")).toMatchObject({
      name: "ServiceLimitExceeded",
      Limit: "STORAGE_VIRTUAL_MACHINES_PER_FILE_SYSTEM",
    });
    expect((await create("fs-0123456789abcdef0", "svm2")).name).toBe("FileSystemNotFound");
    const id = { StorageVirtualMachineId: unknown.svm };
    const name = "StorageVirtualMachineNotFound";
    expect((await refusal(fsx.updateStorageVirtualMachine(id))).name).toBe(name);
    expect((await refusal(fsx.deleteStorageVirtualMachine(id))).name).toBe(name);
    const described = fsx.describeStorageVirtualMachines({ StorageVirtualMachineIds: [unknown.svm] });
    expect((await refusal(described)).name).toBe(name);
  });

  test("is found by its file system, page by page", async () => {
    const { fsx, available, FileSystemId, StorageVirtualMachineId } = await withMachine();
    const { FileSystemId: other } = await available("ontap");
    await fsx.createStorageVirtualMachine({ FileSystemId: other, Name: "svm-1" });
    const { StorageVirtualMachines } = await fsx.describeStorageVirtualMachines({
      Filters: [{ Name: "file-system-id", Values: [FileSystemId ?? ""] }],
    });
    expect(StorageVirtualMachines?.map(machine => machine.StorageVirtualMachineId)).toEqual([
      StorageVirtualMachineId,
    ]);
    const first = await fsx.describeStorageVirtualMachines({ MaxResults: 1 });
    const second = await fsx.describeStorageVirtualMachines({ NextToken: first.NextToken });
    expect(second.StorageVirtualMachines?.map(machine => machine.FileSystemId)).toEqual([other]);
  });

  test("with the same token is made once", async () => {
    const { fsx, FileSystemId } = await withMachine();
    const input = { FileSystemId, Name: "two", ClientRequestToken: "t" };
    const { StorageVirtualMachine: first } = await fsx.createStorageVirtualMachine(input);
    const { StorageVirtualMachine: again } = await fsx.createStorageVirtualMachine(input);
    expect(again).toEqual(first);
    expect(await refusal(fsx.createStorageVirtualMachine({ ...input, Name: "three" }))).toMatchObject({
      Parameter: "Name",
    });
  });
});

describe("a volume", () => {
  test("is seen CREATING and CREATED, with the defaults of the service", async () => {
    const { createVolume, describeVolume, FileSystemId, StorageVirtualMachineId } = await withMachine();
    const made = await createVolume("vol1");
    expect(made).toMatchObject({
      FileSystemId,
      Lifecycle: "CREATING",
      Name: "vol1",
      ResourceARN: `arn:aws:fsx:us-east-1:123456789012:volume/${FileSystemId}/${made.VolumeId}`,
      OntapConfiguration: {
        FlexCacheEndpointType: "NONE",
        JunctionPath: "/vol1",
        SecurityStyle: "UNIX",
        SizeInBytes: 1_073_741_824,
        StorageVirtualMachineId,
        StorageVirtualMachineRoot: false,
        TieringPolicy: { Name: "SNAPSHOT_ONLY", CoolingPeriod: 2 },
        OntapVolumeType: "RW",
        SnapshotPolicy: "default",
        VolumeStyle: "FLEXVOL",
        CopyTagsToBackups: false,
      },
    });
    const seen = await poll(async () => (await describeVolume(made.VolumeId)).Lifecycle, ["CREATED"]);
    expect(seen).toEqual(["CREATING", "CREATED"]);
    expect((await describeVolume(made.VolumeId)).OntapConfiguration?.UUID).toBeDefined();
  });

  test("changes at once", async () => {
    const { aws, fsx, createVolume, describeVolume } = await withMachine();
    const { VolumeId } = await createVolume("vol1");
    await aws.settle();
    const { Volume } = await fsx.updateVolume({
      VolumeId,
      OntapConfiguration: {
        SizeInBytes: 2_147_483_648,
        TieringPolicy: { Name: "AUTO" },
        JunctionPath: "/elsewhere",
        CopyTagsToBackups: true,
      },
    });
    expect(Volume?.OntapConfiguration).toMatchObject({
      SizeInMegabytes: 2_048,
      TieringPolicy: { Name: "AUTO", CoolingPeriod: 31 },
      JunctionPath: "/elsewhere",
      CopyTagsToBackups: true,
      StorageEfficiencyEnabled: true,
    });
    expect(await describeVolume(VolumeId)).toEqual(Volume);
  });

  test("of SnapLock keeps its rules", async () => {
    const { aws, fsx, createVolume } = await withMachine();
    const { VolumeId, OntapConfiguration } = await createVolume("worm", {
      SnaplockConfiguration: { SnaplockType: "ENTERPRISE" },
    });
    expect(OntapConfiguration?.SnaplockConfiguration).toMatchObject({
      AuditLogVolume: false,
      AutocommitPeriod: { Type: "NONE" },
      PrivilegedDelete: "DISABLED",
      VolumeAppendModeEnabled: false,
    });
    await aws.settle();
    const privileged = (PrivilegedDelete: "ENABLED" | "PERMANENTLY_DISABLED") =>
      fsx.updateVolume({ VolumeId, OntapConfiguration: { SnaplockConfiguration: { PrivilegedDelete } } });
    await privileged("ENABLED");
    await privileged("PERMANENTLY_DISABLED");
    expect((await refusal(privileged("ENABLED"))).name).toBe("BadRequest");
    const years = (Value: number) => ({ Type: "YEARS", Value }) as const;
    const wrong = createVolume("other", {
      SnaplockConfiguration: {
        SnaplockType: "COMPLIANCE",
        RetentionPeriod: {
          DefaultRetention: years(1),
          MinimumRetention: years(2),
          MaximumRetention: years(3),
        },
      },
    });
    expect((await refusal(wrong)).name).toBe("BadRequest");
  });

  const broken: readonly [why: string, name: string, settings: Settings][] = [
    ["no size", "vol", { SizeInMegabytes: undefined }],
    ["two sizes", "vol", { SizeInBytes: 1_073_741_824 }],
    ["too small a size", "vol", { SizeInMegabytes: 19 }],
    ["a path without a slash", "vol", { JunctionPath: "vol" }],
    ["no path", "vol", { JunctionPath: undefined }],
    ["a path in use", "vol", { JunctionPath: "/taken" }],
    ["a name in use", "taken", { JunctionPath: "/vol" }],
    ["a name with a hyphen", "my-vol", {}],
    ["no word on efficiency", "vol", { StorageEfficiencyEnabled: undefined }],
    ["a cooling period without tiering", "vol", { TieringPolicy: { Name: "NONE", CoolingPeriod: 3 } }],
    ["an aggregate that is not there", "vol", { AggregateConfiguration: { Aggregates: ["aggr2"] } }],
  ];
  test.each(broken)("with %s is refused", async (_why, name, settings) => {
    const { aws, createVolume } = await withMachine();
    await createVolume("taken");
    await aws.settle();
    const before = aws.state;
    expect((await refusal(createVolume(name, settings))).name).toBe("BadRequest");
    expect(aws.state).toBe(before);
  });

  test("without its configuration, or on what is not there, is refused", async () => {
    const { fsx, createVolume } = await withMachine(account({ quotas: { fsxVolumes: 1 } }));
    expect((await refusal(fsx.createVolume({ VolumeType: "ONTAP", Name: "vol" }))).name).toBe(
      "MissingVolumeConfiguration",
    );
    expect((await refusal(createVolume("vol", { StorageVirtualMachineId: unknown.svm }))).name).toBe(
      "StorageVirtualMachineNotFound",
    );
    expect(await refusal(createVolume("vol"))).toMatchObject({
      name: "ServiceLimitExceeded",
      Limit: "VOLUMES_PER_FILE_SYSTEM",
    });
    const settings = { SizeInMegabytes: 100 };
    for (const call of [
      fsx.updateVolume({ VolumeId: unknown.volume, OntapConfiguration: settings }),
      fsx.deleteVolume({ VolumeId: unknown.volume }),
      fsx.describeVolumes({ VolumeIds: [unknown.volume] }),
      fsx.createBackup({ VolumeId: unknown.volume }),
    ]) {
      expect(await refusal(call)).toMatchObject({ name: "VolumeNotFound", message: unknown.volume });
    }
  });

  test("with the same token is made once", async () => {
    const { aws, fsx, StorageVirtualMachineId } = await withMachine();
    const input: CreateVolumeCommandInput = {
      VolumeType: "ONTAP",
      Name: "vol1",
      ClientRequestToken: "t",
      OntapConfiguration: {
        StorageVirtualMachineId,
        JunctionPath: "/vol1",
        SizeInMegabytes: 100,
        StorageEfficiencyEnabled: true,
      },
    };
    const { Volume: first } = await fsx.createVolume(input);
    await aws.settle();
    expect((await fsx.createVolume(input)).Volume?.VolumeId).toBe(first?.VolumeId);
    expect(await refusal(fsx.createVolume({ ...input, Name: "vol2" }))).toMatchObject({ Parameter: "Name" });
  });
});

describe("a volume's backups", () => {
  test("show the reduced volume that AWS shows, under an ARN without the file system", async () => {
    const { aws, fsx, createVolume, FileSystemId, StorageVirtualMachineId } = await withMachine();
    const { VolumeId } = await createVolume("vol1");
    await aws.settle();
    const { Backup } = await fsx.createBackup({ VolumeId });
    expect(Backup).toMatchObject({ ResourceType: "VOLUME", Lifecycle: "CREATING", OwnerId: "123456789012" });
    expect(Backup).not.toHaveProperty("FileSystem");
    expect(Backup?.Volume).toEqual({
      FileSystemId,
      Lifecycle: "ACTIVE",
      Name: "vol1",
      OntapConfiguration: {
        JunctionPath: "/vol1",
        SizeInMegabytes: 1_024,
        StorageEfficiencyEnabled: true,
        StorageVirtualMachineId,
        TieringPolicy: { Name: "SNAPSHOT_ONLY" },
      },
      ResourceARN: `arn:aws:fsx:us-east-1:123456789012:volume/${VolumeId}`,
      VolumeId,
      VolumeType: "ONTAP",
    });
    await aws.settle();
    const Filters: Filter[] = [{ Name: "volume-id", Values: [VolumeId ?? ""] }];
    expect((await fsx.describeBackups({ Filters })).Backups).toHaveLength(1);
    expect((await refusal(fsx.copyBackup({ SourceBackupId: Backup?.BackupId }))).name).toBe(
      "UnsupportedOperation",
    );
  });

  test("are made daily of every volume, the root one too", async () => {
    const { aws, fsx, createVolume } = await withMachine();
    await createVolume("vol1");
    await aws.clock.advance("1 day");
    const { Backups } = await fsx.describeBackups({});
    expect(Backups?.map(({ Type, Volume }) => [Type, Volume?.Name])).toEqual([
      ["AUTOMATIC", "svm_1_root"],
      ["AUTOMATIC", "vol1"],
    ]);
  });

  test("are restored to a volume of any virtual machine, with the settings of the one backed up", async () => {
    const { aws, fsx, createVolume, describeVolume, StorageVirtualMachineId } = await withMachine();
    const { VolumeId } = await createVolume("vol1", { TieringPolicy: { Name: "ALL" } });
    await aws.settle();
    const { Backup } = await fsx.createBackup({ VolumeId });
    const BackupId = Backup?.BackupId ?? "";
    const OntapConfiguration = { StorageVirtualMachineId, JunctionPath: "/again" };
    const restore = () => fsx.createVolumeFromBackup({ BackupId, Name: "again", OntapConfiguration });
    expect((await refusal(restore())).name).toBe("BadRequest");
    await aws.settle();
    const { Volume } = await restore();
    expect(Volume?.OntapConfiguration).toMatchObject({
      SizeInMegabytes: 1_024,
      TieringPolicy: { Name: "ALL" },
      StorageEfficiencyEnabled: true,
    });
    expect(await refusal(fsx.deleteBackup({ BackupId }))).toMatchObject({
      name: "BackupRestoring",
      FileSystemId: Volume?.FileSystemId,
    });
    await aws.settle();
    expect((await describeVolume(Volume?.VolumeId)).Lifecycle).toBe("CREATED");
    await fsx.deleteBackup({ BackupId });
  });

  test("come back to the second generation by an administrative action", async () => {
    const { aws, fsx, available } = account();
    const { FileSystemId } = await available("ontap", {
      OntapConfiguration: { DeploymentType: "SINGLE_AZ_2", ThroughputCapacityPerHAPair: 1_536 },
    });
    const { StorageVirtualMachine } = await fsx.createStorageVirtualMachine({ FileSystemId, Name: "svm" });
    const StorageVirtualMachineId = StorageVirtualMachine?.StorageVirtualMachineId;
    await aws.settle();
    const [root] = (await fsx.describeVolumes({})).Volumes ?? [];
    const { Backup } = await fsx.createBackup({ VolumeId: root?.VolumeId });
    await aws.settle();
    const { Volume } = await fsx.createVolumeFromBackup({
      BackupId: Backup?.BackupId,
      Name: "copy",
      OntapConfiguration: { StorageVirtualMachineId, JunctionPath: "/copy" },
    });
    expect(Volume?.AdministrativeActions).toMatchObject([
      { AdministrativeActionType: "DOWNLOAD_DATA_FROM_BACKUP", Status: "PENDING" },
    ]);
  });

  test("are refused for what is not there and without a configuration", async () => {
    const { aws, fsx, available, StorageVirtualMachineId } = await withMachine();
    const BackupId = "backup-0123456789abcdef0";
    const OntapConfiguration = { StorageVirtualMachineId, JunctionPath: "/x" };
    const restore = (id: string | undefined, settings?: typeof OntapConfiguration) =>
      refusal(
        fsx.createVolumeFromBackup({
          BackupId: id,
          Name: "x",
          ...(settings && { OntapConfiguration: settings }),
        }),
      );
    expect((await restore(BackupId, OntapConfiguration)).name).toBe("BackupNotFound");
    const { FileSystemId } = await available("windows");
    const { Backup: ofWindows } = await fsx.createBackup({ FileSystemId });
    const [root] = (await fsx.describeVolumes({})).Volumes ?? [];
    const { Backup: ofRoot } = await fsx.createBackup({ VolumeId: root?.VolumeId });
    await aws.settle();
    expect((await restore(ofWindows?.BackupId, OntapConfiguration)).name).toBe("BadRequest");
    expect((await restore(ofRoot?.BackupId)).name).toBe("MissingVolumeConfiguration");
    const unknownMachine = { ...OntapConfiguration, StorageVirtualMachineId: unknown.svm };
    expect((await restore(ofRoot?.BackupId, unknownMachine)).name).toBe("StorageVirtualMachineNotFound");
    const whole = fsx.createFileSystemFromBackup({
      BackupId: ofRoot?.BackupId,
      SubnetIds: requests.ontap.SubnetIds,
    });
    expect((await refusal(whole)).name).toBe("BadRequest");
  });
});
