import type { UpdateVolumeCommandInput } from "@aws-sdk/client-fsx";
import { edited } from "../../../core/store";
import type { Stored } from "../../../core/world";
import { type FsxAccount, write } from "../account/account";
import { areEqual, deleteUnchanged } from "../account/equality";
import { missingVolumeConfiguration } from "../account/errors";
import { once } from "../account/idempotency";
import { beginAction } from "../administrative-actions/administrative-actions";
import { refuseUnless } from "../file-systems/rules";
import type { AdministrativeAction } from "../records/administrative-actions";
import type { Volume } from "../records/volumes";
import { checkVolumeBlocks } from "./blocks";
import { changeOntapSettings } from "./ontap-volumes";
import { applyOpenZfsUpdate, checkOpenZfsUpdate, checkSiblings } from "./openzfs-volumes";
import { refuseOutOfService, shownVolume, volumeWithId } from "./volumes";

type Input = Stored<UpdateVolumeCommandInput>;

export const updateVolume = write<"UpdateVolume">((input, account) => {
  const volume = once(account, "UpdateVolume", input, account.fsx.volumes, () =>
    update(account, volumeWithId(account, input.VolumeId), input),
  );
  return { Volume: shownVolume(account, volume) };
});

function update(account: FsxAccount, volume: Volume, input: Input): Volume {
  const { VolumeType, Lifecycle, VolumeId } = volume;
  checkVolumeBlocks(VolumeType, input, "update");
  refuseUnless(
    Lifecycle === "CREATED" || Lifecycle === "AVAILABLE" || Lifecycle === "MISCONFIGURED",
    `Cannot update ${VolumeId} while it is in ${Lifecycle}`,
  );
  refuseOutOfService(account, volume, `update ${VolumeId}`);
  return VolumeType === "ONTAP" ? updateOntap(account, volume, input) : updateOpenZfs(account, volume, input);
}

/** Begins the update of a volume of ONTAP, which takes effect later, without an administrative action. */
function updateOntap(
  account: FsxAccount,
  volume: Volume,
  { Name, OntapConfiguration: asked }: Input,
): Volume {
  refuseUnless(Name === undefined, "The name of a ONTAP volume cannot be updated.");
  if (!asked) throw missingVolumeConfiguration("OntapConfiguration is required to update a ONTAP volume.");
  refuseUnless(
    volume.updatedConfiguration === undefined,
    "Unable to perform the volume update. There is an update already in progress.",
  );
  const before = volume.OntapConfiguration ?? {};
  const updatedConfiguration = edited(before, draft => changeOntapSettings(account, draft, asked));
  if (areEqual(before, updatedConfiguration)) return volume;
  return account.fsx.volumes.change(volume, {
    updatedConfiguration,
    next: account.inFlight("applyUpdate", account.duration("fsxVolumeUpdate", volume)),
  });
}

/** Completes the update of a volume of ONTAP. */
export function applyOntapUpdate(volume: Volume, { fsx }: FsxAccount): void {
  fsx.volumes.change(volume, {
    OntapConfiguration: volume.updatedConfiguration,
    updatedConfiguration: undefined,
    next: undefined,
  });
}

/** Begins the administrative action that updates a volume of OpenZFS. */
function updateOpenZfs(
  account: FsxAccount,
  volume: Volume,
  { Name, OpenZFSConfiguration: asked }: Input,
): Volume {
  if (Name === undefined && asked === undefined) {
    throw missingVolumeConfiguration("OpenZFSConfiguration is required to update a OPENZFS volume.");
  }
  if (asked) checkOpenZfsUpdate(account, volume, asked);
  const parentId = volume.OpenZFSConfiguration?.ParentVolumeId;
  if (Name !== undefined && Name !== volume.Name) {
    refuseUnless(parentId !== undefined, "The name of a root volume cannot be updated.");
    checkSiblings(account, parentId, Name);
  }
  const settings = edited(asked ?? {}, draft => deleteUnchanged(draft, volume.OpenZFSConfiguration));
  const target = {
    ...(Name !== undefined && Name !== volume.Name && { Name }),
    ...(Object.keys(settings).length > 0 && { OpenZFSConfiguration: settings }),
  };
  if (Object.keys(target).length > 0) {
    beginAction(account, volume.VolumeId, "VOLUME_UPDATE", { TargetVolumeValues: target });
  }
  return volume;
}

/** Completes the update of a volume. A new name changes the paths of all its descendants. */
export function applyVolumeUpdate(
  { subject, TargetVolumeValues: target = {} }: AdministrativeAction,
  { fsx }: FsxAccount,
): void {
  if (!fsx.volumes.has(subject)) return;
  fsx.volumes.update(subject, draft => {
    const { OpenZFSConfiguration: settings } = draft;
    if (target.Name !== undefined) draft.Name = target.Name;
    if (!settings) return;
    applyOpenZfsUpdate(settings, target.OpenZFSConfiguration);
  });
  if (target.Name !== undefined) updatePaths(fsx.volumes, subject);
}

/** Updates the path of a volume and of all its descendants. */
function updatePaths(volumes: FsxAccount["fsx"]["volumes"], volumeId: string): void {
  const { Name, OpenZFSConfiguration: settings } = volumes.get(volumeId) ?? {};
  const parent = volumes.get(settings?.ParentVolumeId ?? "");
  if (parent) {
    volumes.update(volumeId, ({ OpenZFSConfiguration: draft }) => {
      if (draft) draft.VolumePath = `${parent.OpenZFSConfiguration?.VolumePath}/${Name}`;
    });
  }
  for (const { VolumeId } of [...volumes.by("parent", volumeId)]) updatePaths(volumes, VolumeId);
}
