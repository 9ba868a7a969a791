import type { CreateVolumeCommandInput } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { type FsxAccount, write } from "../account/account";
import { limitExceeded, missingVolumeConfiguration } from "../account/errors";
import { once } from "../account/idempotency";
import { newVolumeId } from "../account/lookup";
import { beginAction } from "../administrative-actions/administrative-actions";
import { fileSystemWithId, isInService } from "../file-systems/file-systems";
import { refuseUnless } from "../file-systems/rules";
import type { Volume } from "../records/volumes";
import { newTags } from "../tags/tags";
import { checkVolumeBlocks } from "./blocks";
import { machineFor, ontapSettings } from "./ontap-volumes";
import { openZfsSettings, parentOf, snapshotByArn } from "./openzfs-volumes";
import { shownVolume, volumeArn } from "./volumes";

export type VolumeRequest = Omit<Stored<CreateVolumeCommandInput>, "ClientRequestToken">;

export const createVolume = write<"CreateVolume">((input, account) => {
  const volume = once(account, "CreateVolume", input, account.fsx.volumes, () =>
    input.VolumeType === "ONTAP" ? makeOntapVolume(account, input) : makeOpenZfsVolume(account, input),
  );
  return { Volume: shownVolume(account, volume) };
});

/** Adds a new volume of any type. */
function insert(
  account: FsxAccount,
  volume: Pick<
    Volume,
    | "FileSystemId"
    | "Name"
    | "Tags"
    | "VolumeType"
    | "OntapConfiguration"
    | "OpenZFSConfiguration"
    | "restoredFrom"
  >,
): Volume {
  const { fsx, place, now } = account;
  const { FileSystemId } = volume;
  checkFileSystem(account, FileSystemId);
  const VolumeId = newVolumeId(account);
  const made: Volume = {
    CreationTime: now,
    Lifecycle: "CREATING",
    ResourceARN: volumeArn(place, FileSystemId, VolumeId),
    VolumeId,
    ...volume,
  };
  const next = account.inFlight("becomeAvailable", account.duration("fsxVolume", made));
  return fsx.volumes.insert(made, { next });
}

function checkFileSystem(account: FsxAccount, id: string): void {
  const fileSystem = fileSystemWithId(account, id);
  refuseUnless(isInService(fileSystem), `Cannot create a volume while ${id} is in ${fileSystem.Lifecycle}`);
  const limit = account.quota(fileSystem.FileSystemType === "ONTAP" ? "fsxVolumes" : "fsxOpenZfsVolumes");
  if (account.fsx.volumes.by("fileSystem", id).size >= limit) {
    throw limitExceeded(
      "VOLUMES_PER_FILE_SYSTEM",
      `The maximum number of volumes on a file system is ${limit}.`,
    );
  }
}

/** Creates a volume of an ONTAP file system, empty or from a backup. */
export function makeOntapVolume(
  account: FsxAccount,
  request: Pick<VolumeRequest, "Name" | "OntapConfiguration" | "OpenZFSConfiguration" | "Tags">,
  restoredFrom?: string,
): Volume {
  const { Name, OntapConfiguration: asked } = request;
  checkVolumeBlocks("ONTAP", request, "create");
  if (!asked) throw missingVolumeConfiguration("OntapConfiguration is required to create a ONTAP volume.");
  const machine = machineFor(account, asked, Name);
  return insert(account, {
    FileSystemId: machine.FileSystemId,
    Name,
    Tags: newTags(request.Tags),
    VolumeType: "ONTAP",
    OntapConfiguration: ontapSettings(account, machine, asked),
    restoredFrom,
  });
}

function makeOpenZfsVolume(account: FsxAccount, request: VolumeRequest): Volume {
  const { Name, OpenZFSConfiguration: asked } = request;
  checkVolumeBlocks("OPENZFS", request, "create");
  if (!asked) {
    throw missingVolumeConfiguration("OpenZFSConfiguration is required to create a OPENZFS volume.");
  }
  const parent = parentOf(account, asked);
  const { FileSystemId } = parent;
  const fileSystem = fileSystemWithId(account, FileSystemId);
  const inherited = fileSystem.OpenZFSConfiguration?.CopyTagsToVolumes ? fileSystem.Tags : [];
  const volume = insert(account, {
    FileSystemId,
    Name,
    Tags: newTags(request.Tags, inherited),
    VolumeType: "OPENZFS",
    OpenZFSConfiguration: openZfsSettings(account, parent, Name, asked),
  });
  const origin = asked.OriginSnapshot && snapshotByArn(account, asked.OriginSnapshot.SnapshotARN);
  if (origin && origin.fileSystemId !== FileSystemId) {
    beginAction(account, volume.VolumeId, "VOLUME_INITIALIZE_WITH_SNAPSHOT");
  }
  return volume;
}
