import type { CreateVolumeCommandInput, SnapshotFilter } from "@aws-sdk/client-fsx";
import { account, type Fixture, poll, refusal, requests, subnet } from "./account";

const unknownVolume = "fsvol-0123456789abcdef0";
const unknownSnapshot = "fsvolsnap-0123456789abcdef0";

type Settings = Partial<NonNullable<CreateVolumeCommandInput["OpenZFSConfiguration"]>>;

/** An OpenZFS file system, and short words for what is done with it. */
async function withFileSystem(fixture: Fixture = account()) {
  const { aws, fsx, available } = fixture;
  const { FileSystemId, OpenZFSConfiguration } = await available("openzfs");
  const root = OpenZFSConfiguration?.RootVolumeId ?? "";
  const create = async (Name: string, settings: Settings = {}) =>
    (
      await fsx.createVolume({
        VolumeType: "OPENZFS",
        Name,
        OpenZFSConfiguration: { ParentVolumeId: root, ...settings },
      })
    ).Volume ?? {};
  /** A volume that is available. */
  const volume = async (Name: string, settings: Settings = {}) => {
    const { VolumeId = "" } = await create(Name, settings);
    await aws.settle();
    return VolumeId;
  };
  const describeVolume = async (id: string) =>
    (await fsx.describeVolumes({ VolumeIds: [id] })).Volumes?.[0] ?? {};
  /** A snapshot that is available. */
  const snapshot = async (VolumeId: string, Name: string) => {
    const { Snapshot } = await fsx.createSnapshot({ VolumeId, Name });
    await aws.settle();
    return { id: Snapshot?.SnapshotId ?? "", arn: Snapshot?.ResourceARN ?? "" };
  };
  const clone = (SnapshotARN: string): Settings => ({
    OriginSnapshot: { SnapshotARN, CopyStrategy: "CLONE" },
  });
  return { ...fixture, FileSystemId, root, create, volume, describeVolume, snapshot, clone };
}

describe("volumes", () => {
  test("the root volume has the defaults of the service", async () => {
    const { describeVolume, root } = await withFileSystem();
    expect(await describeVolume(root)).toMatchObject({
      Name: "fsx",
      Lifecycle: "AVAILABLE",
      VolumeType: "OPENZFS",
      OpenZFSConfiguration: {
        VolumePath: "/fsx",
        RecordSizeKiB: 128,
        DataCompressionType: "NONE",
        NfsExports: [{ ClientConfigurations: [{ Clients: "*", Options: ["crossmnt"] }] }],
        ReadOnly: false,
        CopyTagsToSnapshots: false,
      },
    });
  });

  test("a child is seen CREATING and AVAILABLE, under its parent's path", async () => {
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

  test("an update is an administrative action, and a new name shows in all paths below", async () => {
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

  test("are deleted with all below only when that is asked for; the root volume never is", async () => {
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

  test("the file system goes with its child volumes only when that is asked for", async () => {
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

  test("take over the tags of their file system where it says so", async () => {
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
    ["a parent that is not there", "x", { ParentVolumeId: unknownVolume }],
    ["a name in use", "taken", {}],
    ["a record size between the steps", "x", { RecordSizeKiB: 100 }],
    ["more reserved than there is", "x", { StorageCapacityReservationGiB: 65 }],
    ["more reserved than its quota", "x", { StorageCapacityReservationGiB: 9, StorageCapacityQuotaGiB: 8 }],
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
  test.each(broken)("with %s are refused", async (_why, name, settings) => {
    const { aws, create, volume } = await withFileSystem();
    await volume("taken");
    const before = aws.state;
    expect((await refusal(create(name, settings))).name).toBe("BadRequest");
    expect(aws.state).toBe(before);
  });

  test("without a configuration are refused, and backups of them", async () => {
    const { fsx, root } = await withFileSystem();
    const missing = "MissingVolumeConfiguration";
    expect((await refusal(fsx.createVolume({ VolumeType: "OPENZFS", Name: "x" }))).name).toBe(missing);
    expect((await refusal(fsx.updateVolume({ VolumeId: root }))).name).toBe(missing);
    expect((await refusal(fsx.createBackup({ VolumeId: root }))).name).toBe("UnsupportedOperation");
  });
});

describe("snapshots", () => {
  test("are seen CREATING and AVAILABLE, and renamed by an administrative action", async () => {
    const { fsx, volume, FileSystemId } = await withFileSystem();
    const VolumeId = await volume("data");
    const { Snapshot: made } = await fsx.createSnapshot({ VolumeId, Name: "monday" });
    const SnapshotId = made?.SnapshotId ?? "";
    expect(made).toMatchObject({
      SnapshotId: expect.stringMatching(/^fsvolsnap-[0-9a-f]{17}$/),
      ResourceARN: `arn:aws:fsx:us-east-1:123456789012:snapshot/${FileSystemId}/${VolumeId}/${SnapshotId}`,
      Name: "monday",
      VolumeId,
      Lifecycle: "CREATING",
    });
    const describe = async () => (await fsx.describeSnapshots({ SnapshotIds: [SnapshotId] })).Snapshots?.[0];
    expect(await poll(async () => (await describe())?.Lifecycle, ["AVAILABLE"])).toEqual([
      "CREATING",
      "AVAILABLE",
    ]);
    await fsx.updateSnapshot({ SnapshotId, Name: "tuesday" });
    await poll(async () => (await describe())?.AdministrativeActions?.[0]?.Status, ["COMPLETED"]);
    expect(await describe()).toMatchObject({
      Name: "tuesday",
      AdministrativeActions: [{ AdministrativeActionType: "SNAPSHOT_UPDATE" }],
    });
  });

  test("are found by file system and by volume, page by page", async () => {
    const { fsx, root, volume, snapshot, FileSystemId } = await withFileSystem();
    const data = await volume("data");
    const [first, second] = [await snapshot(root, "a"), await snapshot(data, "a")];
    const found = async (...Filters: SnapshotFilter[]) =>
      (await fsx.describeSnapshots({ Filters })).Snapshots?.map(({ SnapshotId }) => SnapshotId);
    expect(await found({ Name: "volume-id", Values: [data] })).toEqual([second.id]);
    expect(await found({ Name: "file-system-id", Values: [FileSystemId ?? ""] })).toEqual([
      first.id,
      second.id,
    ]);
    const page = await fsx.describeSnapshots({ MaxResults: 1 });
    expect((await fsx.describeSnapshots({ NextToken: page.NextToken })).Snapshots).toHaveLength(1);
  });

  test("take a volume back, if need be over later ones and their clones", async () => {
    const { aws, fsx, volume, describeVolume, snapshot, clone } = await withFileSystem();
    const VolumeId = await volume("data");
    const monday = await snapshot(VolumeId, "monday");
    const tuesday = await snapshot(VolumeId, "tuesday");
    const copy = await volume("copy", clone(tuesday.arn));
    const restore = (...Options: ("DELETE_INTERMEDIATE_SNAPSHOTS" | "DELETE_CLONED_VOLUMES")[]) =>
      fsx.restoreVolumeFromSnapshot({ VolumeId, SnapshotId: monday.id, Options });
    expect((await refusal(restore())).name).toBe("BadRequest");
    expect((await refusal(restore("DELETE_INTERMEDIATE_SNAPSHOTS"))).name).toBe("BadRequest");
    const answer = await restore("DELETE_INTERMEDIATE_SNAPSHOTS", "DELETE_CLONED_VOLUMES");
    expect(answer).toMatchObject({
      VolumeId,
      Lifecycle: "AVAILABLE",
      AdministrativeActions: [{ AdministrativeActionType: "VOLUME_RESTORE", Status: "PENDING" }],
    });
    await aws.settle();
    expect((await describeVolume(VolumeId)).OpenZFSConfiguration?.RestoreToSnapshot).toBe(monday.id);
    expect((await fsx.describeSnapshots({})).Snapshots?.map(({ Name }) => Name)).toEqual(["monday"]);
    expect((await refusal(fsx.describeVolumes({ VolumeIds: [copy] }))).name).toBe("VolumeNotFound");
  });

  test("cannot be deleted while they have clones", async () => {
    const { aws, fsx, volume, snapshot, clone } = await withFileSystem();
    const { id, arn } = await snapshot(await volume("data"), "monday");
    const copy = await volume("copy", clone(arn));
    expect((await refusal(fsx.deleteSnapshot({ SnapshotId: id }))).message).toContain(copy);
    await fsx.deleteVolume({ VolumeId: copy });
    await aws.settle();
    expect(await fsx.deleteSnapshot({ SnapshotId: id })).toMatchObject({
      SnapshotId: id,
      Lifecycle: "DELETING",
    });
    const seen = await poll(async () => {
      const { Snapshots } = await fsx.describeSnapshots({});
      return Snapshots?.[0]?.Lifecycle ?? "gone";
    }, ["gone"]);
    expect(seen).toEqual(["DELETING", "gone"]);
  });

  test("are refused twice of a name, of ONTAP volumes, and where they are not there", async () => {
    const { fsx, root, volume, snapshot } = await withFileSystem();
    await snapshot(root, "a");
    const data = await volume("data");
    const create = (VolumeId: string) => refusal(fsx.createSnapshot({ VolumeId, Name: "a" }));
    expect((await create(root)).name).toBe("BadRequest");
    expect((await create(unknownVolume)).name).toBe("VolumeNotFound");
    const SnapshotId = unknownSnapshot;
    for (const call of [
      fsx.describeSnapshots({ SnapshotIds: [SnapshotId] }),
      fsx.updateSnapshot({ SnapshotId, Name: "b" }),
      fsx.deleteSnapshot({ SnapshotId }),
    ]) {
      expect(await refusal(call)).toMatchObject({ name: "SnapshotNotFound", message: SnapshotId });
    }
    const restore = (VolumeId: string) => refusal(fsx.restoreVolumeFromSnapshot({ VolumeId, SnapshotId }));
    expect((await restore(unknownVolume)).name).toBe("VolumeNotFound");
    expect((await restore(data)).name).toBe("BadRequest");
  });

  test("with the same token are taken once", async () => {
    const { fsx, root } = await withFileSystem();
    const input = { VolumeId: root, Name: "a", ClientRequestToken: "t" };
    const { Snapshot: first } = await fsx.createSnapshot(input);
    expect((await fsx.createSnapshot(input)).Snapshot).toEqual(first);
    expect(await refusal(fsx.createSnapshot({ ...input, Name: "b" }))).toMatchObject({
      name: "IncompatibleParameterError",
      Parameter: "Name",
    });
  });
});

describe("a snapshot of another file system", () => {
  async function withTwo() {
    const here = await withFileSystem();
    const { OpenZFSConfiguration } = await here.available("openzfs");
    const far = await here.volume("source", { ParentVolumeId: OpenZFSConfiguration?.RootVolumeId ?? "" });
    const source = await here.snapshot(far, "monday");
    return { ...here, far, source };
  }

  test("fills a new volume by a full copy, and cannot be cloned", async () => {
    const { create, clone, source } = await withTwo();
    expect((await refusal(create("x", clone(source.arn)))).name).toBe("BadRequest");
    const OriginSnapshot = { SnapshotARN: source.arn, CopyStrategy: "FULL_COPY" } as const;
    const made = await create("x", { OriginSnapshot });
    expect(made).toMatchObject({
      OpenZFSConfiguration: { OriginSnapshot },
      AdministrativeActions: [{ AdministrativeActionType: "VOLUME_INITIALIZE_WITH_SNAPSHOT" }],
    });
  });

  test("updates a volume, in full first and then by what changed", async () => {
    const { aws, fsx, volume, describeVolume, snapshot, far, source } = await withTwo();
    const VolumeId = await volume("copy");
    const update = (SourceSnapshotARN: string, CopyStrategy: "FULL_COPY" | "INCREMENTAL_COPY" | "CLONE") =>
      fsx.copySnapshotAndUpdateVolume({ VolumeId, SourceSnapshotARN, CopyStrategy });
    expect((await refusal(update(source.arn, "CLONE"))).name).toBe("BadRequest");
    expect((await refusal(update(source.arn, "INCREMENTAL_COPY"))).name).toBe("BadRequest");
    const answer = await update(source.arn, "FULL_COPY");
    expect(answer).toMatchObject({
      VolumeId,
      AdministrativeActions: [{ AdministrativeActionType: "VOLUME_UPDATE_WITH_SNAPSHOT", Status: "PENDING" }],
    });
    await aws.settle();
    const { OpenZFSConfiguration } = await describeVolume(VolumeId);
    expect(OpenZFSConfiguration).toMatchObject({ SourceSnapshotARN: source.arn, CopyStrategy: "FULL_COPY" });
    const { Snapshots } = await fsx.describeSnapshots({
      SnapshotIds: [OpenZFSConfiguration?.DestinationSnapshot ?? ""],
    });
    expect(Snapshots).toMatchObject([{ Name: "monday", VolumeId }]);
    await update((await snapshot(far, "tuesday")).arn, "INCREMENTAL_COPY");
    await aws.settle();
    await snapshot(VolumeId, "mine");
    expect((await refusal(update(source.arn, "INCREMENTAL_COPY"))).message).toContain(
      "DELETE_INTERMEDIATE_SNAPSHOTS",
    );
  });
});

test("a file system restored from a backup has the volumes that there were", async () => {
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
