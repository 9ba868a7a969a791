import { type AnyService, defineService } from "../../core/service";
import type { ServiceRef } from "../../core/shape";
import type { FsxShape } from "./account";
import { actionSteps } from "./administrative-actions";
import { dailyBackupSteps } from "./backups/automatic-backups";
import { backupSteps } from "./backups/backup-steps";
import { associationSteps } from "./data-repositories/associations";
import { taskSteps } from "./data-repositories/tasks";
import { fsxDurations } from "./durations";
import { refuseInput } from "./errors";
import { fileCacheSteps } from "./file-caches/file-caches";
import { aliasSteps } from "./file-systems/aliases";
import { becomeAvailable } from "./file-systems/creating";
import { vanish } from "./file-systems/deleting";
import { joinAgain } from "./file-systems/maintenance";
import { applyUpdate } from "./file-systems/updating";
import type { FsxLinks } from "./links";
import { fsxOperations } from "./operations";
import { fsxQuotas } from "./quotas";
import { s3AccessPointSteps } from "./s3-access-points";
import { fsxTables } from "./tables";
import { vanish as vanishVolume } from "./volumes/deleting";
import { goBack } from "./volumes/going-back";
import { takeOver } from "./volumes/replicating";
import { applySnapshotUpdate, snapshotSteps } from "./volumes/snapshots";
import { machineSteps } from "./volumes/storage-virtual-machines";
import { applyVolumeUpdate } from "./volumes/updating";
import { becomeReady } from "./volumes/volumes";

/** Amazon FSx, joined to AWS Backup, which makes backups of its own here. */
export const fsxService = (links: FsxLinks): AnyService =>
  defineService<FsxShape>({
    ...fsx,
    operations: fsxOperations,
    steps: {
      fileSystems: { becomeAvailable, vanish },
      aliases: aliasSteps,
      administrativeActions: actionSteps({
        FILE_SYSTEM_UPDATE: applyUpdate,
        MISCONFIGURED_STATE_RECOVERY: joinAgain,
        VOLUME_UPDATE: applyVolumeUpdate,
        VOLUME_RESTORE: goBack,
        VOLUME_UPDATE_WITH_SNAPSHOT: takeOver,
        SNAPSHOT_UPDATE: applySnapshotUpdate,
      }),
      storageVirtualMachines: machineSteps,
      volumes: { becomeReady, vanish: vanishVolume },
      snapshots: snapshotSteps,
      backups: backupSteps,
      dailyBackups: dailyBackupSteps,
      associations: associationSteps,
      tasks: taskSteps,
      fileCaches: fileCacheSteps,
      s3AccessPoints: s3AccessPointSteps,
    },
    links,
    durations: fsxDurations,
    quotas: fsxQuotas,
    found: () => {},
    refuse: refuseInput,
  });

/** By which `integrations/` opens what Amazon FSx keeps. */
export const fsx: ServiceRef<FsxShape> = { name: "fsx", tables: fsxTables };
