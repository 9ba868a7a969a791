import type { AnyService } from "../core/service";
import { backupService } from "../services/backup";
import { efsService } from "../services/efs";
import { efsAutomaticBackups } from "./efs-automatic-backups";
import { efsBackupSource } from "./efs-backup-source";

/** All services, joined where one acts on another. */
export function joinedServices(): readonly AnyService[] {
  return [backupService({ services: [efsBackupSource] }), efsService(efsAutomaticBackups)];
}
