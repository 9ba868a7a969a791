import type { CreateOntapVolumeConfiguration } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { type FsxAccount, write } from "../account/account";
import { badRequest, missingVolumeConfiguration } from "../account/errors";
import { once } from "../account/idempotency";
import { beginAction } from "../administrative-actions/administrative-actions";
import { backupWithId } from "../backups/backups";
import { fileSystemWithId } from "../file-systems/file-systems";
import { refuseUnless } from "../file-systems/rules";
import type { Backup } from "../records/backups";
import type { Volume } from "../records/volumes";
import { makeOntapVolume, type VolumeRequest } from "./creating";
import type { OntapSettings } from "./ontap-volumes";
import { shownVolume } from "./volumes";

export const createVolumeFromBackup = write<"CreateVolumeFromBackup">((input, account) => {
  const volume = once(account, "CreateVolumeFromBackup", input, account.fsx.volumes, () =>
    restoreVolume(account, backupWithId(account, input.BackupId), input),
  );
  return { Volume: shownVolume(account, volume) };
});

type Asked = Stored<CreateOntapVolumeConfiguration>;

/** The settings of the volume that was backed up, overridden by a request. */
function inherited(source: OntapSettings, asked: Asked): Asked {
  const isSized = asked.SizeInBytes !== undefined || asked.SizeInMegabytes !== undefined;
  return {
    SecurityStyle: source.SecurityStyle,
    ...(!isSized && { SizeInBytes: source.SizeInBytes }),
    StorageEfficiencyEnabled: source.StorageEfficiencyEnabled,
    TieringPolicy: source.TieringPolicy,
    SnapshotPolicy: source.SnapshotPolicy,
    CopyTagsToBackups: source.CopyTagsToBackups,
    ...asked,
  };
}

/** Creates a volume of ONTAP from a backup, on any storage virtual machine. */
export function restoreVolume(
  account: FsxAccount,
  backup: Backup,
  request: Pick<VolumeRequest, "Name" | "OntapConfiguration" | "Tags">,
): Volume {
  const { BackupId, Lifecycle, ofVolume: source } = backup;
  const { OntapConfiguration: asked } = request;
  if (!source?.OntapConfiguration) {
    throw badRequest("A volume can be created from a backup of an ONTAP volume only.");
  }
  if (!asked) throw missingVolumeConfiguration("OntapConfiguration is required to create a ONTAP volume.");
  refuseUnless(
    Lifecycle === "AVAILABLE",
    `Backup ${BackupId} cannot be restored while it is in ${Lifecycle}`,
  );
  refuseUnless((asked.OntapVolumeType ?? "RW") === "RW", "Only RW volumes can be created from a backup.");
  const OntapConfiguration = inherited(source.OntapConfiguration, asked);
  const volume = makeOntapVolume(account, { ...request, OntapConfiguration }, BackupId);
  const { OntapConfiguration: settings } = fileSystemWithId(account, volume.FileSystemId);
  // On second-generation file systems, the volume becomes available before its data is restored.
  if (settings?.DeploymentType?.endsWith("_2")) {
    beginAction(account, volume.VolumeId, "DOWNLOAD_DATA_FROM_BACKUP");
  }
  return volume;
}
