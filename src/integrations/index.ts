import type { AnyService } from "../core/world";
import { backupService } from "../services/backup";
import { efsService } from "../services/efs";
import { fsxService } from "../services/fsx";
import { efsAutomaticBackups } from "./efs-automatic-backups";
import { efsBackupSource } from "./efs-backup-source";
import { efsRestore } from "./efs-restore";
import { fsxBackupSource } from "./fsx-backup-source";
import { fsxCopies } from "./fsx-copies";
import { fsxNetwork } from "./fsx-network";
import { fsxRecoveryPoints } from "./fsx-recovery-points";
import { fsxRestore } from "./fsx-restore";

interface Organization {
  /** The member accounts. Default: every account is a member. */
  readonly organization?: readonly string[] | undefined;
  /** The mock's own account. */
  readonly accountId: string;
}

/** All services, connected where one acts on another. */
export function joinedServices(
  { organization, accountId: managementAccountId }: Organization = { accountId: "" },
): readonly AnyService[] {
  return [
    backupService({
      isMember: accountId => organization?.includes(accountId) ?? true,
      managementAccountId,
      services: [
        { ...efsBackupSource, ...efsRestore },
        { ...fsxBackupSource, ...fsxCopies, ...fsxRestore },
      ],
    }),
    efsService(efsAutomaticBackups),
    fsxService({ ...fsxRecoveryPoints, ...fsxNetwork }),
  ];
}
