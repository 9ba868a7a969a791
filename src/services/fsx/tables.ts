import { activeDirectories } from "./active-directories";
import { administrativeActions } from "./administrative-actions";
import { dailyBackups } from "./backups/automatic-backups";
import { backups } from "./backups/backups";
import { associations } from "./data-repositories/associations";
import { tasks } from "./data-repositories/tasks";
import { fileCaches } from "./file-caches/file-caches";
import { aliases } from "./file-systems/aliases";
import { fileSystems } from "./file-systems/file-systems";
import { tokenRequests } from "./idempotency";
import { kmsKeys } from "./kms-keys";
import { s3AccessPoints } from "./s3-access-points";
import { sharedVpcSettings } from "./shared-vpc";
import { snapshots } from "./volumes/snapshots";
import { storageVirtualMachines } from "./volumes/storage-virtual-machines";
import { volumes } from "./volumes/volumes";

/** Everything that Amazon FSx keeps of one account and Region. */
export const fsxTables = {
  fileSystems,
  aliases,
  administrativeActions,
  storageVirtualMachines,
  volumes,
  snapshots,
  backups,
  dailyBackups,
  associations,
  tasks,
  fileCaches,
  s3AccessPoints,
  sharedVpcSettings,
  tokenRequests,
  /** What file systems and virtual machines join, as far as it is known. */
  activeDirectories,
  /** What file systems and backups are encrypted with, as far as it is known. */
  kmsKeys,
};
