import type { EpochMs } from "../../../core/time";
import type { BackupView } from "../account/account";
import { matchesWildcard } from "../plans/selection-matching";
import type { LegalHold } from "../records/legal-holds";
import type { RecoveryPoint } from "../records/recovery-points";

/** Points in these states are never held. */
const unheldStates: ReadonlySet<string> = new Set(["CREATING", "EXPIRED", "DELETING"]);

/** Whether an identifier matches a point's resource: an ARN, possibly with wildcards, or the name of a resource type. */
const matchesIdentifier = (identifier: string, { ResourceArn, ResourceType }: RecoveryPoint): boolean =>
  identifier === ResourceType || matchesWildcard(identifier, ResourceArn);

/** When a point was made. Copies have the creation date of their original, so their completion counts. */
const madeAt = ({ copyJobId, CreationDate, CompletionDate }: RecoveryPoint): EpochMs =>
  copyJobId === undefined ? CreationDate : (CompletionDate ?? CreationDate);

/**
 * Whether a hold applies to a point. It applies to points that existed when the hold was created, not to later copies of
 * them, or to points that were expiring already.
 */
export function isHeldBy(hold: LegalHold, point: RecoveryPoint): boolean {
  const { VaultNames, ResourceIdentifiers, DateRange } = hold.RecoveryPointSelection ?? {};
  return (
    hold.Status !== "CANCELED" &&
    madeAt(point) <= hold.CreationDate &&
    !unheldStates.has(point.Status) &&
    (!VaultNames?.length || VaultNames.includes(point.BackupVaultName)) &&
    (!ResourceIdentifiers?.length ||
      ResourceIdentifiers.some(identifier => matchesIdentifier(identifier, point))) &&
    (!DateRange || (point.CreationDate >= DateRange.FromDate && point.CreationDate <= DateRange.ToDate))
  );
}

/** Whether any legal hold protects a point from deletion, by hand or by its lifecycle. */
export function isHeld({ backup }: BackupView, point: RecoveryPoint): boolean {
  for (const hold of backup.legalHolds.by("inForce", "yes")) if (isHeldBy(hold, point)) return true;
  return false;
}
