import type { CreateAndAttachS3AccessPointCommandInput } from "@aws-sdk/client-fsx";
import { arn } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { type FsxAccount, read, write } from "../account/account";
import {
  accessPointOwned,
  attachmentNotFound,
  badRequest,
  invalidAccessPointRequest,
  tooManyAccessPoints,
  unsupported,
} from "../account/errors";
import { once } from "../account/idempotency";
import { type Filterable, pageOfDescribed, passing } from "../account/listing";
import { existing } from "../account/lookup";
import { isHighlyAvailable } from "../file-systems/availability";
import { fileSystemWithId } from "../file-systems/file-systems";
import { maxAccessPoints } from "../file-systems/openzfs-limits";
import type { S3AccessPoint } from "../records/s3-access-points";
import type { Volume } from "../records/volumes";
import { volumeWithId } from "../volumes/volumes";

type Input = Stored<CreateAndAttachS3AccessPointCommandInput>;

export const createAndAttachS3AccessPoint = write<"CreateAndAttachS3AccessPoint">((input, account) => {
  const S3AccessPointAttachment = once(
    account,
    "CreateAndAttachS3AccessPoint",
    input,
    account.fsx.s3AccessPoints,
    () => attach(account, input),
  );
  return { S3AccessPointAttachment };
});

/** The configuration block of the requested type. Throws if it is missing or not the only one. */
function blockOf({ Type, OntapConfiguration, OpenZFSConfiguration }: Input) {
  const [own, foreign] =
    Type === "ONTAP"
      ? [OntapConfiguration, OpenZFSConfiguration]
      : [OpenZFSConfiguration, OntapConfiguration];
  if (!own || foreign) {
    throw invalidAccessPointRequest(`Exactly the configuration for the type ${Type} is required.`);
  }
  const { FileSystemIdentity: identity } = own;
  const names: readonly string[] = Object.keys(identity).filter(name => name !== "Type");
  const user = { UNIX: "UnixUser", WINDOWS: "WindowsUser", POSIX: "PosixUser" }[identity.Type];
  if (names.length !== 1 || names[0] !== user) {
    throw badRequest(`Exactly ${user} is required for an identity of type ${identity.Type}.`);
  }
  return own;
}

function checkVolume(account: FsxAccount, volume: Volume, type: Input["Type"]): void {
  const { VolumeId, VolumeType, FileSystemId, Lifecycle } = volume;
  if (VolumeType !== type) throw invalidAccessPointRequest(`Volume ${VolumeId} is not of type ${type}.`);
  const { OpenZFSConfiguration: settings, Lifecycle: ofFileSystem } = fileSystemWithId(account, FileSystemId);
  if (settings && !isHighlyAvailable(settings.DeploymentType)) {
    throw unsupported("S3 access points are supported for highly available OPENZFS file systems only.");
  }
  if (Lifecycle !== "AVAILABLE" && Lifecycle !== "CREATED") {
    throw badRequest(`Cannot attach an S3 access point while ${VolumeId} is in ${Lifecycle}`);
  }
  if (ofFileSystem === "DELETING" || isMachineBeingDeleted(account, volume)) {
    throw badRequest(
      `Cannot attach an S3 access point to ${VolumeId} while its file system or storage virtual machine is being deleted.`,
    );
  }
}

/** Whether the storage virtual machine of a volume is being deleted, and the volume with it. */
const isMachineBeingDeleted = ({ fsx }: FsxAccount, { OntapConfiguration: settings }: Volume): boolean =>
  fsx.storageVirtualMachines.get(settings?.StorageVirtualMachineId ?? "")?.Lifecycle === "DELETING";

const reservedSuffix = "-ext-s3alias";

function checkAccessPoint({ Name, S3AccessPoint: asked }: Input): void {
  if (Name.endsWith(reservedSuffix)) {
    throw invalidAccessPointRequest(`Access point names cannot end with ${reservedSuffix}.`);
  }
  if (asked?.Policy !== undefined && !isJsonObject(asked.Policy)) {
    throw invalidAccessPointRequest("The access point policy is not valid JSON.");
  }
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Refuses more access points than the account, or a file system of OpenZFS by its throughput, can have. */
function checkLimits(account: FsxAccount, { FileSystemId }: Volume): void {
  const { s3AccessPoints, fileSystems } = account.fsx;
  const limit = account.quota("fsxS3AccessPoints");
  if (s3AccessPoints.size >= limit) throw tooManyAccessPoints(limit);
  const { ThroughputCapacity } = fileSystems.get(FileSystemId)?.OpenZFSConfiguration ?? {};
  if (ThroughputCapacity === undefined) return;
  const most = maxAccessPoints(ThroughputCapacity);
  if (s3AccessPoints.by("fileSystem", FileSystemId).size >= most) throw tooManyAccessPoints(most);
}

/** How much of the name an alias contains. An alias has at most 63 characters. */
const nameLengthInAlias = 16;
const aliasLetters = "abcdefghijklmnopqrstuvwxyz0123456789";

function attach(account: FsxAccount, input: Input): S3AccessPoint {
  const { fsx, place, now, ids } = account;
  const { Name, Type, S3AccessPoint: asked } = input;
  const block = blockOf(input);
  checkAccessPoint(input);
  const volume = volumeWithId(account, block.VolumeId);
  checkVolume(account, volume, Type);
  if (fsx.s3AccessPoints.has(Name)) throw accessPointOwned(Name);
  checkLimits(account, volume);
  const suffix = Array.from({ length: 34 }, () => aliasLetters[ids.below(aliasLetters.length)]).join("");
  const point: S3AccessPoint = {
    Lifecycle: "CREATING",
    CreationTime: now,
    Name,
    Type,
    OpenZFSConfiguration: input.OpenZFSConfiguration,
    OntapConfiguration: input.OntapConfiguration,
    S3AccessPoint: {
      ResourceARN: arn("s3", place, `accesspoint/${Name}`),
      Alias: `${Name.slice(0, nameLengthInAlias)}-${suffix}${reservedSuffix}`,
      VpcConfiguration: asked?.VpcConfiguration,
    },
    volumeId: volume.VolumeId,
    fileSystemId: volume.FileSystemId,
  };
  const next = account.inFlight("becomeAvailable", account.duration("fsxS3AccessPoint", point));
  return fsx.s3AccessPoints.insert(point, { next });
}

const filterable: Filterable<S3AccessPoint> = {
  "file-system-id": point => point.fileSystemId,
  "volume-id": point => point.volumeId,
  type: point => point.Type,
};

export const describeS3AccessPointAttachments = read<"DescribeS3AccessPointAttachments">((input, { fsx }) => {
  const { items, token } = pageOfDescribed(input, fsx.s3AccessPoints, {
    ids: input.Names,
    where: passing(input.Filters, filterable),
    maxSize: 1_000,
    notFound: attachmentNotFound,
  });
  return { S3AccessPointAttachments: items, NextToken: token };
});

export const detachAndDeleteS3AccessPoint = write<"DetachAndDeleteS3AccessPoint">((input, account) => {
  const { s3AccessPoints } = account.fsx;
  const { Name, Lifecycle } = once(account, "DetachAndDeleteS3AccessPoint", input, s3AccessPoints, () => {
    const point = existing(s3AccessPoints, input.Name, attachmentNotFound);
    if (point.Lifecycle === "DELETING") throw badRequest(`${input.Name} is already being deleted.`);
    const next = account.inFlight("remove", account.duration("fsxS3AccessPoint", point));
    return s3AccessPoints.change(point, { Lifecycle: "DELETING", next });
  });
  return { Name, Lifecycle };
});

/** The steps of S3 access points. */
export const s3AccessPointSteps = {
  becomeAvailable(point: S3AccessPoint, { fsx }: FsxAccount): void {
    fsx.s3AccessPoints.change(point, { Lifecycle: "AVAILABLE", next: undefined });
  },

  remove({ Name }: S3AccessPoint, { fsx }: FsxAccount): void {
    fsx.s3AccessPoints.remove(Name);
  },
};
