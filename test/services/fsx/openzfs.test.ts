import { account, poll, refusal, requests, subnet } from "./account";
import { type Settings, withFileSystem } from "./openzfs-file-system";

const unknownVolume = "fsvol-0123456789abcdef0";
const unknownSnapshot = "fsvolsnap-0123456789abcdef0";

describe("volumes", () => {
  test("the root volume has the service defaults", async () => {
    const { describeVolume, root } = await withFileSystem();
    expect(await describeVolume(root)).toMatchObject({
      Name: "fsx",
      Lifecycle: "AVAILABLE",
      VolumeType: "OPENZFS",
      OpenZFSConfiguration: {
        VolumePath: "/fsx",
        RecordSizeKiB: 128,
        DataCompressionType: "NONE",
        NfsExports: [{ ClientConfigurations: [{ Clients: "*", Options: ["rw", "crossmnt"] }] }],
        ReadOnly: false,
        CopyTagsToSnapshots: false,
      },
    });
  });

  test("a child volume is CREATING, then AVAILABLE, under the path of its parent", async () => {
    const { create, volume, describeVolume, FileSystemId } = await withFileSystem();
    const parent = await volume("projects", {
      StorageCapacityQuotaGiB: 40,
      StorageCapacityReservationGiB: -1,
    });
    const made = await create("alpha", {
      ParentVolumeId: parent,
      RecordSizeKiB: 16,
      DataCompressionType: "ZSTD",
      StorageCapacityReservationGiB: 10,
    });
    expect(made).toMatchObject({
      FileSystemId,
      Lifecycle: "CREATING",
      OpenZFSConfiguration: {
        ParentVolumeId: parent,
        VolumePath: "/fsx/projects/alpha",
        RecordSizeKiB: 16,
        DataCompressionType: "ZSTD",
        StorageCapacityReservationGiB: 10,
      },
    });
    const id = made.VolumeId ?? "";
    expect(await poll(async () => (await describeVolume(id)).Lifecycle, ["AVAILABLE"])).toEqual([
      "CREATING",
      "AVAILABLE",
    ]);
    const { OpenZFSConfiguration } = await describeVolume(parent);
    expect(OpenZFSConfiguration).not.toHaveProperty("StorageCapacityReservationGiB");
  });

  test("an update is an administrative action, and a new name changes the paths of all descendants", async () => {
    const { fsx, volume, describeVolume } = await withFileSystem();
    const parent = await volume("old", { StorageCapacityQuotaGiB: 10 });
    const child = await volume("child", { ParentVolumeId: parent });
    const { Volume } = await fsx.updateVolume({
      VolumeId: parent,
      Name: "new",
      OpenZFSConfiguration: { DataCompressionType: "LZ4", StorageCapacityQuotaGiB: -1 },
    });
    expect(Volume).toMatchObject({
      Name: "old",
      AdministrativeActions: [
        { AdministrativeActionType: "VOLUME_UPDATE", Status: "PENDING", TargetVolumeValues: { Name: "new" } },
      ],
    });
    await poll(async () => (await describeVolume(parent)).AdministrativeActions?.[0]?.Status, ["COMPLETED"]);
    const { Name, OpenZFSConfiguration } = await describeVolume(parent);
    expect(Name).toBe("new");
    expect(OpenZFSConfiguration).toMatchObject({ DataCompressionType: "LZ4", VolumePath: "/fsx/new" });
    expect(OpenZFSConfiguration).not.toHaveProperty("StorageCapacityQuotaGiB");
    expect((await describeVolume(child)).OpenZFSConfiguration?.VolumePath).toBe("/fsx/new/child");
  });

  test("removing a quota has a target of -1, and the quota disappears when the action completes", async () => {
    const { aws, fsx, volume, describeVolume } = await withFileSystem();
    const VolumeId = await volume("data", { StorageCapacityQuotaGiB: 10, StorageCapacityReservationGiB: 5 });
    const asked = { StorageCapacityQuotaGiB: -1 };
    const { Volume } = await fsx.updateVolume({ VolumeId, OpenZFSConfiguration: asked });
    expect(Volume?.AdministrativeActions?.[0]?.TargetVolumeValues).toEqual({ OpenZFSConfiguration: asked });
    await aws.settle();
    const { AdministrativeActions, OpenZFSConfiguration } = await describeVolume(VolumeId);
    expect(AdministrativeActions?.[0]?.TargetVolumeValues).toEqual({ OpenZFSConfiguration: asked });
    expect(OpenZFSConfiguration).not.toHaveProperty("StorageCapacityQuotaGiB");
    expect(OpenZFSConfiguration?.StorageCapacityReservationGiB).toBe(5);
  });

  test("are deleted with their descendants only on request; the root volume cannot be deleted", async () => {
    const { aws, fsx, root, volume, snapshot } = await withFileSystem();
    const parent = await volume("parent");
    const child = await volume("child", { ParentVolumeId: parent });
    await snapshot(child, "monday");
    const remove = (VolumeId: string, ...Options: "DELETE_CHILD_VOLUMES_AND_SNAPSHOTS"[]) =>
      fsx.deleteVolume({ VolumeId, OpenZFSConfiguration: { Options } });
    expect((await refusal(remove(root, "DELETE_CHILD_VOLUMES_AND_SNAPSHOTS"))).name).toBe("BadRequest");
    expect((await refusal(remove(parent))).name).toBe("BadRequest");
    expect((await refusal(remove(child))).name).toBe("BadRequest");
    const { OntapResponse, Lifecycle } = await remove(parent, "DELETE_CHILD_VOLUMES_AND_SNAPSHOTS");
    expect([OntapResponse, Lifecycle]).toEqual([undefined, "DELETING"]);
    await aws.settle();
    expect((await fsx.describeVolumes({})).Volumes?.map(({ VolumeId }) => VolumeId)).toEqual([root]);
    expect((await fsx.describeSnapshots({})).Snapshots).toEqual([]);
  });

  test("the file system is deleted with its child volumes only on request", async () => {
    const { aws, fsx, FileSystemId, volume } = await withFileSystem();
    await volume("child");
    const SkipFinalBackup = true;
    const plain = fsx.deleteFileSystem({ FileSystemId, OpenZFSConfiguration: { SkipFinalBackup } });
    expect((await refusal(plain)).name).toBe("BadRequest");
    const Options = ["DELETE_CHILD_VOLUMES_AND_SNAPSHOTS" as const];
    await fsx.deleteFileSystem({ FileSystemId, OpenZFSConfiguration: { SkipFinalBackup, Options } });
    await aws.settle();
    expect((await fsx.describeVolumes({})).Volumes).toEqual([]);
  });

  test("inherit the tags of their file system if it copies tags", async () => {
    const { aws, fsx, available } = account();
    const Tags = [{ Key: "team", Value: "sales" }];
    const { OpenZFSConfiguration } = await available("openzfs", {
      Tags,
      OpenZFSConfiguration: { ...requests.openzfs.OpenZFSConfiguration, CopyTagsToVolumes: true },
    });
    const { Volume } = await fsx.createVolume({
      VolumeType: "OPENZFS",
      Name: "child",
      OpenZFSConfiguration: { ParentVolumeId: OpenZFSConfiguration?.RootVolumeId, CopyTagsToSnapshots: true },
    });
    expect(Volume?.Tags).toEqual(Tags);
    await aws.settle();
    const { Snapshot } = await fsx.createSnapshot({ VolumeId: Volume?.VolumeId, Name: "one" });
    expect(Snapshot?.Tags).toEqual(Tags);
  });

  const broken: readonly [why: string, name: string, settings: Settings][] = [
    ["an unknown parent", "x", { ParentVolumeId: unknownVolume }],
    ["a name in use", "taken", {}],
    ["an invalid record size", "x", { RecordSizeKiB: 100 }],
    ["a record size of Intelligent-Tiering", "x", { RecordSizeKiB: 2_048 }],
    ["a reservation beyond the storage", "x", { StorageCapacityReservationGiB: 65 }],
    ["a reservation beyond the quota", "x", { StorageCapacityReservationGiB: 9, StorageCapacityQuotaGiB: 8 }],
    [
      "a snapshot that is not there",
      "x",
      {
        OriginSnapshot: {
          SnapshotARN: `arn:aws:fsx:us-east-1:123456789012:snapshot/fs-00000001/${unknownVolume}/${unknownSnapshot}`,
          CopyStrategy: "CLONE",
        },
      },
    ],
  ];
  test.each(broken)("are refused with %s", async (_why, name, settings) => {
    const { aws, create, volume } = await withFileSystem();
    await volume("taken");
    const before = aws.state;
    expect((await refusal(create(name, settings))).name).toBe("BadRequest");
    expect(aws.state).toBe(before);
  });

  test("a quota may exceed the storage; the root volume has neither a reservation nor another name", async () => {
    const { fsx, root, create } = await withFileSystem();
    const { OpenZFSConfiguration } = await create("x", { StorageCapacityQuotaGiB: 1_000 });
    expect(OpenZFSConfiguration?.StorageCapacityQuotaGiB).toBe(1_000);
    const update = (settings: object) =>
      refusal(fsx.updateVolume({ VolumeId: root, OpenZFSConfiguration: settings }));
    expect((await update({ StorageCapacityReservationGiB: 10 })).name).toBe("BadRequest");
    expect((await update({ RecordSizeKiB: 2_048 })).name).toBe("BadRequest");
    expect((await refusal(fsx.updateVolume({ VolumeId: root, Name: "y" }))).name).toBe("BadRequest");
  });

  test("the quota of a root volume follows the storage if it is the whole storage", async () => {
    const { aws, fsx, root, FileSystemId, describeVolume } = await withFileSystem();
    const quota = async () => (await describeVolume(root)).OpenZFSConfiguration?.StorageCapacityQuotaGiB;
    const grow = async (StorageCapacity: number) => {
      await fsx.updateFileSystem({ FileSystemId, StorageCapacity });
      await aws.clock.advance("6 hours");
    };
    const limit = async (StorageCapacityQuotaGiB: number) => {
      await fsx.updateVolume({ VolumeId: root, OpenZFSConfiguration: { StorageCapacityQuotaGiB } });
      await aws.settle();
    };
    await limit(64);
    await grow(128);
    expect(await quota()).toBe(128);
    await limit(100);
    await grow(256);
    expect(await quota()).toBe(100);
  });

  test("and snapshots of a file system are limited", async () => {
    const { create, root, snapshot, fsx } = await withFileSystem(
      account({ quotas: { fsxOpenZfsVolumes: 2, fsxSnapshots: 1 } }),
    );
    await create("one");
    expect((await refusal(create("two"))).name).toBe("ServiceLimitExceeded");
    await snapshot(root, "one");
    expect((await refusal(fsx.createSnapshot({ VolumeId: root, Name: "two" }))).name).toBe("BadRequest");
  });

  test("are refused without a configuration, and backups of them are refused", async () => {
    const { fsx, root } = await withFileSystem();
    const missing = "MissingVolumeConfiguration";
    expect((await refusal(fsx.createVolume({ VolumeType: "OPENZFS", Name: "x" }))).name).toBe(missing);
    expect((await refusal(fsx.updateVolume({ VolumeId: root }))).name).toBe(missing);
    expect((await refusal(fsx.createBackup({ VolumeId: root }))).name).toBe("UnsupportedOperation");
  });
});

test("a file system restored from a backup has the volumes of the backup", async () => {
  const { aws, fsx, FileSystemId, volume } = await withFileSystem();
  const parent = await volume("parent", { DataCompressionType: "LZ4" });
  await volume("child", { ParentVolumeId: parent });
  const { Backup } = await fsx.createBackup({ FileSystemId });
  await aws.settle();
  const { FileSystem } = await fsx.createFileSystemFromBackup({
    BackupId: Backup?.BackupId,
    SubnetIds: [subnet],
    StorageCapacity: 128,
  });
  await aws.settle();
  const Filters = [{ Name: "file-system-id" as const, Values: [FileSystem?.FileSystemId ?? ""] }];
  const { Volumes } = await fsx.describeVolumes({ Filters });
  expect(
    Volumes?.map(({ Lifecycle, OpenZFSConfiguration }) => [Lifecycle, OpenZFSConfiguration?.VolumePath]),
  ).toEqual([
    ["AVAILABLE", "/fsx"],
    ["AVAILABLE", "/fsx/parent"],
    ["AVAILABLE", "/fsx/parent/child"],
  ]);
  expect(Volumes?.[2]?.OpenZFSConfiguration?.ParentVolumeId).toBe(Volumes?.[1]?.VolumeId);
  expect(Volumes?.[1]?.OpenZFSConfiguration?.DataCompressionType).toBe("LZ4");
});
