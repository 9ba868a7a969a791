import type { UpdateVolumeCommandInput } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { type FsxAccount, write } from "../account/account";
import { missingVolumeConfiguration } from "../account/errors";
import { once } from "../account/idempotency";
import { beginAction } from "../administrative-actions/administrative-actions";
import { given, isEmpty } from "../file-systems/changes";
import { refuseUnless } from "../file-systems/rules";
import type { AdministrativeAction } from "../records/administrative-actions";
import type { Volume } from "../records/volumes";
import { changedOntapSettings } from "./ontap-volumes";
import { changedOpenZfsSettings, checkSiblings, withoutNoCapacities } from "./openzfs-volumes";
import { refuseOutOfService, shownVolume, volumeWithId } from "./volumes";

type Input = Stored<UpdateVolumeCommandInput>;

export const updateVolume = write<"UpdateVolume">((input, account) => {
  const volume = once(account, "UpdateVolume", input, {
    act: () => revise(account, volumeWithId(account, input.VolumeId), input),
    nameOf: updated => updated.VolumeId,
    find: id => account.fsx.volumes.get(id),
  });
  return { Volume: shownVolume(account, volume) };
});

function revise(account: FsxAccount, volume: Volume, input: Input): Volume {
  const { VolumeType, Lifecycle, VolumeId } = volume;
  const foreign = VolumeType === "ONTAP" ? "OpenZFSConfiguration" : "OntapConfiguration";
  refuseUnless(
    input[foreign] === undefined,
    `${foreign} cannot be applied to update a ${VolumeType} volume.`,
  );
  refuseUnless(
    Lifecycle === "CREATED" || Lifecycle === "AVAILABLE" || Lifecycle === "MISCONFIGURED",
    `Cannot update ${VolumeId} while it is in ${Lifecycle}`,
  );
  refuseOutOfService(account, volume, `update ${VolumeId}`);
  return VolumeType === "ONTAP" ? reviseOntap(account, volume, input) : reviseOpenZfs(account, volume, input);
}

/** ONTAP changes a volume's settings at once. */
function reviseOntap(
  account: FsxAccount,
  volume: Volume,
  { Name, OntapConfiguration: asked }: Input,
): Volume {
  refuseUnless(Name === undefined, "The name of a ONTAP volume cannot be updated.");
  if (!asked) throw missingVolumeConfiguration("OntapConfiguration is required to update a ONTAP volume.");
  const OntapConfiguration = changedOntapSettings(account, volume.OntapConfiguration ?? {}, asked);
  return account.fsx.volumes.replace({ ...volume, OntapConfiguration });
}

/** OpenZFS takes an administrative action for it. */
function reviseOpenZfs(
  account: FsxAccount,
  volume: Volume,
  { Name, OpenZFSConfiguration: asked }: Input,
): Volume {
  const settings = changedOpenZfsSettings(account, volume, asked ?? {});
  if (Name === undefined && isEmpty(settings)) {
    throw missingVolumeConfiguration("OpenZFSConfiguration is required to update a OPENZFS volume.");
  }
  const parentId = volume.OpenZFSConfiguration?.ParentVolumeId;
  if (Name !== undefined && Name !== volume.Name) {
    refuseUnless(parentId !== undefined, "The name of a root volume cannot be updated.");
    checkSiblings(account, parentId, Name);
  }
  beginAction(account, volume.VolumeId, "VOLUME_UPDATE", {
    TargetVolumeValues: { ...given({ Name }), ...(!isEmpty(settings) && { OpenZFSConfiguration: settings }) },
  });
  return volume;
}

/** Does what a volume's update was to do. A new name is part of the paths of all volumes below. */
export function applyVolumeUpdate(
  { subject, TargetVolumeValues: target }: AdministrativeAction,
  account: FsxAccount,
): void {
  const { volumes } = account.fsx;
  const volume = volumes.get(subject);
  if (!volume) return;
  volumes.replace({
    ...volume,
    Name: target?.Name ?? volume.Name,
    OpenZFSConfiguration: withoutNoCapacities({
      ...volume.OpenZFSConfiguration,
      ...target?.OpenZFSConfiguration,
    }),
  });
  if (target?.Name !== undefined) renamePaths(account, subject);
}

function renamePaths(account: FsxAccount, volumeId: string): void {
  const { volumes } = account.fsx;
  const volume = volumes.get(volumeId);
  const parent = volumes.get(volume?.OpenZFSConfiguration?.ParentVolumeId ?? "");
  if (volume && parent) {
    const VolumePath = `${parent.OpenZFSConfiguration?.VolumePath}/${volume.Name}`;
    volumes.replace({ ...volume, OpenZFSConfiguration: { ...volume.OpenZFSConfiguration, VolumePath } });
  }
  for (const child of [...volumes.by("parent", volumeId)]) renamePaths(account, child.VolumeId);
}
