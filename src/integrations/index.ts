import type { AnyService } from "../core/service";
import { backupService } from "../services/backup";
import { efsService } from "../services/efs";
import { fsxService } from "../services/fsx";
import { efsAutomaticBackups } from "./efs-automatic-backups";
import { efsBackupSource } from "./efs-backup-source";
import { efsRestore } from "./efs-restore";
import { fsxBackupSource } from "./fsx-backup-source";
import { fsxCopies } from "./fsx-copies";
import { fsxRecoveryPoints } from "./fsx-recovery-points";
import { fsxRestore } from "./fsx-restore";

/** All services, joined where one acts on another. */
export function joinedServices(): readonly AnyService[] {
  return [
    backupService({
      services: [
        { ...efsBackupSource, ...efsRestore },
        { ...fsxBackupSource, ...fsxCopies, ...fsxRestore },
      ],
    }),
    efsService(efsAutomaticBackups),
    fsxService(fsxRecoveryPoints),
  ];
}
