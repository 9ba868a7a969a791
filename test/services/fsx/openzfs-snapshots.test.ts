import type { SnapshotFilter } from "@aws-sdk/client-fsx";
import { account, poll, refusal } from "./account";
import { withFileSystem } from "./openzfs-file-system";

const unknownVolume = "fsvol-0123456789abcdef0";
const unknownSnapshot = "fsvolsnap-0123456789abcdef0";

describe("snapshots", () => {
  test("are CREATING, then AVAILABLE, and are renamed by an administrative action", async () => {
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

  test("are listed by file system and by volume, page by page", async () => {
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

  test("restore a volume, and on request delete later snapshots and their clones", async () => {
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

  test("are refused with a name in use, for ONTAP volumes, and for unknown ids", async () => {
    const { fsx, root, volume, snapshot } = await withFileSystem();
    await snapshot(root, "a");
    const data = await volume("data");
    const create = (VolumeId: string) => refusal(fsx.createSnapshot({ VolumeId, Name: "a" }));
    expect((await create(root)).name).toBe("BadRequest");
    expect((await create(unknownVolume)).name).toBe("VolumeNotFound");
    const b = await snapshot(root, "b");
    expect((await refusal(fsx.updateSnapshot({ SnapshotId: b.id, Name: "a" }))).name).toBe("BadRequest");
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

  test("with the same token are created once", async () => {
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

  test("can be copied to a new volume, and cannot be cloned", async () => {
    const { create, clone, source } = await withTwo();
    expect((await refusal(create("x", clone(source.arn)))).name).toBe("BadRequest");
    const OriginSnapshot = { SnapshotARN: source.arn, CopyStrategy: "FULL_COPY" } as const;
    const made = await create("x", { OriginSnapshot });
    expect(made).toMatchObject({
      OpenZFSConfiguration: { OriginSnapshot },
      AdministrativeActions: [{ AdministrativeActionType: "VOLUME_INITIALIZE_WITH_SNAPSHOT" }],
    });
  });

  test("updates a volume by a full copy first, then by incremental copies", async () => {
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

describe("while the file system is being deleted", () => {
  test("its volumes and snapshots cannot be changed", async () => {
    const fixture = account();
    const { aws, fsx } = fixture;
    const { volume, snapshot, FileSystemId, describeVolume } = await withFileSystem(fixture);
    const source = await snapshot((await withFileSystem(fixture)).root, "far");
    const VolumeId = await volume("data");
    const { id: SnapshotId } = await snapshot(VolumeId, "monday");
    await fsx.deleteFileSystem({
      FileSystemId,
      OpenZFSConfiguration: { SkipFinalBackup: true, Options: ["DELETE_CHILD_VOLUMES_AND_SNAPSHOTS"] },
    });
    const before = aws.state;
    for (const change of [
      fsx.createSnapshot({ VolumeId, Name: "tuesday" }),
      fsx.updateSnapshot({ SnapshotId, Name: "tuesday" }),
      fsx.updateVolume({ VolumeId, Name: "other" }),
      fsx.restoreVolumeFromSnapshot({ VolumeId, SnapshotId }),
      fsx.copySnapshotAndUpdateVolume({
        VolumeId,
        SourceSnapshotARN: source.arn,
        Options: ["DELETE_INTERMEDIATE_SNAPSHOTS"],
      }),
    ]) {
      const { name, message } = await refusal(change);
      expect([name, message]).toEqual([
        "BadRequest",
        expect.stringMatching(new RegExp(`^Cannot .* while ${FileSystemId} is in DELETING$`)),
      ]);
    }
    expect(aws.state).toBe(before);
    expect((await describeVolume(VolumeId)).AdministrativeActions).toBeUndefined();
  });
});
