import { activeDirectories } from "./active-directories";
import { administrativeActions } from "./administrative-actions";
import { aliases } from "./aliases";
import { backups } from "./backups";
import { dailyBackups } from "./daily-backups";
import { associations } from "./data-repository-associations";
import { tasks } from "./data-repository-tasks";
import { fileCaches } from "./file-caches";
import { fileSystems } from "./file-systems";
import { kmsKeys } from "./kms-keys";
import { s3AccessPoints } from "./s3-access-points";
import { sharedVpcSettings } from "./shared-vpc-settings";
import { snapshots } from "./snapshots";
import { storageVirtualMachines } from "./storage-virtual-machines";
import { tokenRequests } from "./token-requests";
import { volumes } from "./volumes";

/** The tables of Amazon FSx in one account and Region. */
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
  /** Directories that file systems and storage virtual machines join, if seeded. */
  activeDirectories,
  /** Keys that encrypt file systems and backups, if seeded. */
  kmsKeys,
};
