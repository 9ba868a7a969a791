import type { EpochMs } from "../../../core/time";
import type { BackupView } from "../account/account";
import { matchesWildcard } from "../plans/selecting";
import type { LegalHold } from "../records/legal-holds";
import type { RecoveryPoint } from "../records/recovery-points";
import { isContinuous } from "../recovery-points/types";

const unheld: ReadonlySet<string> = new Set(["CREATING", "EXPIRED", "DELETING"]);

/** An ARN, one with wildcards, or the name of a type of resource. */
const names = (identifier: string, { ResourceArn, ResourceType }: RecoveryPoint): boolean =>
  identifier === ResourceType || matchesWildcard(identifier, ResourceArn);

/** Copies have the creation date of what they are copies of. */
const madeAt = ({ copyJobId, CreationDate, CompletionDate }: RecoveryPoint): EpochMs =>
  copyJobId === undefined ? CreationDate : (CompletionDate ?? CreationDate);

/**
 * Whether a hold is on a point. It is on the points that were there when it was made, and not on their later copies;
 * nor on continuous backups, nor on what was on its way out already.
 */
export function isHeldBy(hold: LegalHold, point: RecoveryPoint): boolean {
  const { VaultNames, ResourceIdentifiers, DateRange } = hold.RecoveryPointSelection ?? {};
  return (
    hold.Status !== "CANCELED" &&
    madeAt(point) <= hold.CreationDate &&
    !unheld.has(point.Status) &&
    !isContinuous(point) &&
    (!VaultNames?.length || VaultNames.includes(point.BackupVaultName)) &&
    (!ResourceIdentifiers?.length || ResourceIdentifiers.some(identifier => names(identifier, point))) &&
    (!DateRange || (point.CreationDate >= DateRange.FromDate && point.CreationDate <= DateRange.ToDate))
  );
}

/** Whether any legal hold keeps a point from being deleted, by hand or by its lifecycle. */
export function isHeld({ backup }: BackupView, point: RecoveryPoint): boolean {
  for (const hold of backup.legalHolds.by("inForce", "yes")) if (isHeldBy(hold, point)) return true;
  return false;
}
