import type {
  CreateOpenZFSVolumeConfiguration,
  OpenZFSCreateRootVolumeConfiguration,
  UpdateOpenZFSVolumeConfiguration,
} from "@aws-sdk/client-fsx";
import type { Draft } from "immer";
import { type Place, parseArn } from "../../../core/basics";
import { edited } from "../../../core/store";
import type { Stored } from "../../../core/world";
import type { FsxView } from "../account/account";
import { unsupported } from "../account/errors";
import { fileSystemWithId } from "../file-systems/file-systems";
import { refuseUnless, refuseUnlessOneOf } from "../file-systems/rules";
import type { FileSystem } from "../records/file-systems";
import type { Snapshot } from "../records/snapshots";
import type { Volume } from "../records/volumes";

type Asked = Stored<CreateOpenZFSVolumeConfiguration>;
type Update = Stored<UpdateOpenZFSVolumeConfiguration>;
export type OpenZfsSettings = NonNullable<Volume["OpenZFSConfiguration"]>;

const recordSizes = [4, 8, 16, 32, 64, 128, 256, 512, 1_024];
const tieringRecordSizes = [128, 256, 512, 1_024, 2_048, 4_096];

/** The default exports: every client can mount the volume. Those of root volumes were recorded from AWS. */
const exportsToAll = [{ ClientConfigurations: [{ Clients: "*", Options: ["crossmnt"] }] }];
const rootExportsToAll = [{ ClientConfigurations: [{ Clients: "*", Options: ["rw", "crossmnt"] }] }];
/** Without quotas, AWS shows quotas of 0 for user 0 and group 0. */
const noQuotas = [
  { Type: "USER", Id: 0, StorageCapacityQuotaGiB: 0 },
  { Type: "GROUP", Id: 0, StorageCapacityQuotaGiB: 0 },
] as const;

function recordSize({ StorageType }: FileSystem, asked: number | undefined): number {
  const isTiering = StorageType === "INTELLIGENT_TIERING";
  const size = asked ?? (isTiering ? 1_024 : 128);
  refuseUnlessOneOf("RecordSizeKiB", size, isTiering ? tieringRecordSizes : recordSizes);
  return size;
}

/** The settings that root volumes and other volumes share. */
const commonSettings = (
  fileSystem: FileSystem,
  asked: Stored<OpenZFSCreateRootVolumeConfiguration>,
): OpenZfsSettings => ({
  RecordSizeKiB: recordSize(fileSystem, asked.RecordSizeKiB),
  DataCompressionType: asked.DataCompressionType ?? "NONE",
  CopyTagsToSnapshots: asked.CopyTagsToSnapshots ?? false,
  ReadOnly: asked.ReadOnly ?? false,
  NfsExports: asked.NfsExports ?? exportsToAll,
  UserAndGroupQuotas: asked.UserAndGroupQuotas ?? noQuotas,
});

export const rootSettings = (
  fileSystem: FileSystem,
  asked: Stored<OpenZFSCreateRootVolumeConfiguration> = {},
): OpenZfsSettings => ({
  VolumePath: "/fsx",
  ...commonSettings(fileSystem, asked),
  NfsExports: asked.NfsExports ?? rootExportsToAll,
  UserAndGroupQuotas: rootQuotas(asked.UserAndGroupQuotas),
});

type Quotas = NonNullable<OpenZfsSettings["UserAndGroupQuotas"]>;

/** The quotas of a root volume: AWS adds those of user 0 and group 0 to the ones given. */
const rootQuotas = (given: Quotas = []): Quotas => [
  ...given,
  ...noQuotas.filter(({ Type, Id }) => !given.some(quota => quota.Type === Type && quota.Id === Id)),
];

/** Gives a volume the new values of an update. */
export function applyOpenZfsUpdate(settings: Draft<OpenZfsSettings>, update: OpenZfsSettings = {}): void {
  const { UserAndGroupQuotas: quotas } = update;
  const isRoot = settings.ParentVolumeId === undefined;
  Object.assign(settings, update, quotas && isRoot ? { UserAndGroupQuotas: rootQuotas(quotas) } : {});
  removeNoCapacities(settings);
}

/** The parent of a new volume. Throws if it cannot have children. */
export function parentOf({ fsx }: FsxView, { ParentVolumeId }: Asked): Volume {
  const parent = fsx.volumes.get(ParentVolumeId);
  refuseUnless(parent !== undefined, `The parent volume ${ParentVolumeId} does not exist.`);
  if (parent.VolumeType !== "OPENZFS") {
    throw unsupported(`Child volumes are not supported for ${parent.VolumeType} volumes.`);
  }
  refuseUnless(
    parent.Lifecycle === "AVAILABLE",
    `Cannot create a volume while ${ParentVolumeId} is in ${parent.Lifecycle}`,
  );
  return parent;
}

export function checkSiblings({ fsx }: FsxView, parentId: string, name: string): void {
  const isTaken = [...fsx.volumes.by("parent", parentId)].some(({ Name }) => Name === name);
  refuseUnless(!isTaken, `The parent volume already has a child volume named ${name}.`);
  refuseUnless(!name.includes("/"), `Invalid volume name: ${name}.`);
}

type Capacities = Pick<Asked, "StorageCapacityReservationGiB" | "StorageCapacityQuotaGiB">;

/** How much storage a volume of a parent can reserve, in GiB; `undefined` if there is no limit. */
function reservable(account: FsxView, parent: Volume, isUpdate: boolean): number | undefined {
  const { ParentVolumeId, StorageCapacityReservationGiB, StorageCapacityQuotaGiB } =
    parent.OpenZFSConfiguration ?? {};
  if (StorageCapacityReservationGiB !== undefined) return StorageCapacityReservationGiB;
  // AWS documents for updates that no volume can reserve more than its parent has reserved.
  if (isUpdate && ParentVolumeId !== undefined) return 0;
  return StorageCapacityQuotaGiB ?? fileSystemWithId(account, parent.FileSystemId).StorageCapacity;
}

function checkCapacities(account: FsxView, parent: Volume, asked: Capacities, isUpdate = false): void {
  const { StorageCapacityReservationGiB: reserved = -1, StorageCapacityQuotaGiB: quota = -1 } = asked;
  const available = reservable(account, parent, isUpdate);
  refuseUnless(
    available === undefined || reserved <= Math.max(available, 0),
    `Cannot reserve more storage than the parent volume has: ${available} GiB.`,
  );
  refuseUnless(quota < 0 || reserved <= quota, "The reservation cannot be greater than the quota.");
}

/** Removes a quota of `-1` and a reservation of `-1` or `0`: the volume then has none. */
export function removeNoCapacities(settings: Draft<OpenZfsSettings>): void {
  const { StorageCapacityReservationGiB: reserved = -1, StorageCapacityQuotaGiB: quota = -1 } = settings;
  if (reserved <= 0) delete settings.StorageCapacityReservationGiB;
  if (quota < 0) delete settings.StorageCapacityQuotaGiB;
}

/** The snapshot with an ARN, in any account and Region. */
export function snapshotByArn(account: FsxView, arn: string): Snapshot | undefined {
  const parts = parseArn(arn);
  if (!parts) return undefined;
  const place: Place = { accountId: parts.accountId, region: parts.region };
  const snapshot = account.at(place).fsx.snapshots.get(parts.resource.split("/").at(-1) ?? "");
  return snapshot?.ResourceARN === arn ? snapshot : undefined;
}

/** Checks the snapshot whose content a new volume gets. */
function checkOrigin(account: FsxView, parent: Volume, asked: Asked): void {
  if (!asked.OriginSnapshot) return;
  const { SnapshotARN, CopyStrategy } = asked.OriginSnapshot;
  const snapshot = snapshotByArn(account, SnapshotARN);
  refuseUnless(snapshot?.Lifecycle === "AVAILABLE", `The snapshot ${SnapshotARN} is not available.`);
  refuseUnless(CopyStrategy !== "INCREMENTAL_COPY", "INCREMENTAL_COPY is not supported for new volumes.");
  refuseUnless(
    CopyStrategy !== "CLONE" || snapshot.fileSystemId === parent.FileSystemId,
    "A snapshot can be cloned on its own file system only.",
  );
}

/** The configuration of a new volume. */
export function openZfsSettings(
  account: FsxView,
  parent: Volume,
  name: string,
  asked: Asked,
): OpenZfsSettings {
  checkSiblings(account, parent.VolumeId, name);
  checkOrigin(account, parent, asked);
  checkCapacities(account, parent, asked);
  return edited<OpenZfsSettings>(
    {
      ParentVolumeId: parent.VolumeId,
      VolumePath: `${parent.OpenZFSConfiguration?.VolumePath}/${name}`,
      StorageCapacityReservationGiB: asked.StorageCapacityReservationGiB,
      StorageCapacityQuotaGiB: asked.StorageCapacityQuotaGiB,
      ...commonSettings(fileSystemWithId(account, parent.FileSystemId), asked),
      OriginSnapshot: asked.OriginSnapshot,
    },
    removeNoCapacities,
  );
}

/** Checks an update of a volume's configuration. */
export function checkOpenZfsUpdate(account: FsxView, volume: Volume, asked: Update): void {
  const { StorageCapacityReservationGiB, StorageCapacityQuotaGiB, RecordSizeKiB } = asked;
  const before = volume.OpenZFSConfiguration ?? {};
  const parent = account.fsx.volumes.get(before.ParentVolumeId ?? "");
  refuseUnless(
    parent !== undefined || StorageCapacityReservationGiB === undefined,
    "The root volume has no reservation.",
  );
  if (parent && (StorageCapacityReservationGiB !== undefined || StorageCapacityQuotaGiB !== undefined)) {
    const reservation = StorageCapacityReservationGiB ?? before.StorageCapacityReservationGiB;
    const isUpdate = StorageCapacityReservationGiB !== undefined;
    const wanted = {
      StorageCapacityReservationGiB: reservation,
      StorageCapacityQuotaGiB: StorageCapacityQuotaGiB ?? before.StorageCapacityQuotaGiB,
    };
    checkCapacities(account, parent, wanted, isUpdate);
  }
  if (RecordSizeKiB !== undefined) recordSize(fileSystemWithId(account, volume.FileSystemId), RecordSizeKiB);
}
