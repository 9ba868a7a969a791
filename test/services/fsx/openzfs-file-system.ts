import type { CreateVolumeCommandInput } from "@aws-sdk/client-fsx";
import { account, type Fixture } from "./account";

export type Settings = Partial<NonNullable<CreateVolumeCommandInput["OpenZFSConfiguration"]>>;

/** An OpenZFS file system with helpers for its volumes and snapshots. */
export async function withFileSystem(fixture: Fixture = account()) {
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
  /** Creates a volume and waits until it is available. */
  const volume = async (Name: string, settings: Settings = {}) => {
    const { VolumeId = "" } = await create(Name, settings);
    await aws.settle();
    return VolumeId;
  };
  const describeVolume = async (id: string) =>
    (await fsx.describeVolumes({ VolumeIds: [id] })).Volumes?.[0] ?? {};
  /** Creates a snapshot and waits until it is available. */
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
