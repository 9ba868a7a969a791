import { type AnyService, defineService, type ServiceRef } from "../../core/world";
import type { FsxLinks, FsxShape } from "./account/account";
import { fsxDurations } from "./account/durations";
import { refuseInput } from "./account/errors";
import { fsxQuotas } from "./account/quotas";
import { administrativeActionSteps } from "./administrative-actions/steps";
import { dailyBackupSteps } from "./backups/automatic-backups";
import { backupSteps } from "./backups/backup-steps";
import { associationSteps } from "./data-repositories/associations";
import { taskSteps } from "./data-repositories/tasks";
import { fileCacheSteps } from "./file-caches/file-caches";
import { aliasSteps } from "./file-systems/aliases";
import { fileSystemSteps } from "./file-systems/file-system-steps";
import { fsxKinds } from "./kinds";
import { fsxOperations } from "./operations";
import { fsxTables } from "./records";
import { s3AccessPointSteps } from "./s3-access-points/s3-access-points";
import { snapshotSteps } from "./volumes/snapshots";
import { machineSteps } from "./volumes/storage-virtual-machines";
import { volumeSteps } from "./volumes/volume-steps";

/** Amazon FSx, linked to AWS Backup, which also makes backups here. */
export const fsxService = (links: FsxLinks): AnyService =>
  defineService<FsxShape>({
    ...fsx,
    operations: fsxOperations,
    steps: {
      fileSystems: fileSystemSteps,
      aliases: aliasSteps,
      administrativeActions: administrativeActionSteps,
      storageVirtualMachines: machineSteps,
      volumes: volumeSteps,
      snapshots: snapshotSteps,
      backups: backupSteps,
      dailyBackups: dailyBackupSteps,
      associations: associationSteps,
      tasks: taskSteps,
      fileCaches: fileCacheSteps,
      s3AccessPoints: s3AccessPointSteps,
    },
    kinds: fsxKinds,
    links,
    durations: fsxDurations,
    quotas: fsxQuotas,
    refuse: refuseInput,
  });

/** The key with which `integrations/` opens the tables of Amazon FSx. */
export const fsx: ServiceRef<FsxShape> = { name: "fsx", tables: fsxTables };
