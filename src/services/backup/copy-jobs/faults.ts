import type { Place } from "../../../core/basics";
import type { BackupAccount, BackupView } from "../account/account";
import { isReserved } from "../account/names";
import { boundaryOf, type CopyJob, crossing, quotas } from "../records/copy-jobs";
import type { JobFault } from "../records/job-messages";
import type { Lifecycle } from "../records/lifecycle";
import type { RecoveryPoint } from "../records/recovery-points";
import { type Vault, vaultOfArn } from "../records/vaults";
import { isFinished, typeOfPoint } from "../recovery-points/types";
import { can } from "../resources/resource-types";
import { isEnabled } from "../settings/global-settings";
import { fullVaultFault } from "../vaults/vault-capacity";
import { isDenied } from "../vaults/vault-guard";
import { isOutsideLock } from "../vaults/vault-lock";
import { managedKeyArn } from "../vaults/vaults";
import { lifecycleOfCopy } from "./lifecycle";

/** Where a copy comes to lie. */
interface CopyTarget {
  readonly place: Place;
  readonly vault: Vault;
  readonly lifecycle: Lifecycle | undefined;
}

/** Everything a copy takes, at hand. */
export interface ReadyCopy extends CopyTarget {
  readonly point: RecoveryPoint;
  readonly destination: BackupAccount;
}

const fault = (category: string, message: string): { readonly fault: JobFault } => ({
  fault: { category, message },
});

/** What a copy job needs, as it is at this moment, or why it cannot go on. */
export function readyCopy(account: BackupAccount, job: CopyJob): ReadyCopy | { readonly fault: JobFault } {
  const point = account.backup.recoveryPoints.get(job.SourceRecoveryPointArn);
  if (!point) {
    return fault("RESOURCE_NOT_FOUND", `Cannot find recovery point with ARN: ${job.SourceRecoveryPointArn}`);
  }
  const target = targetOfCopy(account, point, job.DestinationBackupVaultArn, job.lifecycle);
  return "fault" in target ? target : { point, destination: account.at(target.place), ...target };
}

/** Where the copy of a point comes to lie, and for how long, or why it cannot be made. */
export function targetOfCopy(
  account: BackupView,
  point: RecoveryPoint,
  destinationArn: string,
  asked: Lifecycle | undefined,
): CopyTarget | { readonly fault: JobFault } {
  const address = vaultOfArn(destinationArn);
  if (address && isReserved(address.name)) {
    return fault("ACCESS_DENIED", "Insufficient privileges to perform this action.");
  }
  const place = address?.place ?? account.place;
  const destination = account.at(place);
  const crossesAccounts = place.accountId !== account.place.accountId;
  if (crossesAccounts && !areMembers(account, destination)) {
    return fault(
      "FEATURE_NOT_ENABLED",
      "Copy job failed. Both source and destination account must be a member of the same organization.",
    );
  }
  if (crossesAccounts && !isEnabled(account, "isCrossAccountBackupEnabled")) {
    return fault(
      "FEATURE_NOT_ENABLED",
      "Copy job failed. Cross-account copy feature is not enabled for the current organization.",
    );
  }
  const vault = address && destination.backup.vaults.get(address.name);
  if (!vault) {
    return fault(
      "RESOURCE_NOT_FOUND",
      `Copy job failed because backup vault ${destinationArn} does not exist.`,
    );
  }
  if (isDenied(destination, vault, "CopyIntoBackupVault")) {
    return fault("ACCESS_DENIED", "Access Denied trying to call AWS Backup service");
  }
  const lifecycle = lifecycleOfCopy(asked, point.Lifecycle);
  const found =
    copyRefusal(point) ??
    vaultFault(point, vault) ??
    keyFault(account.place, place, point, vault) ??
    retentionFault(vault, lifecycle) ??
    roomFault(destination, vault);
  return found ?? { place, vault, lifecycle };
}

function roomFault(destination: BackupView, vault: Vault): { readonly fault: JobFault } | undefined {
  const full = fullVaultFault(destination, vault);
  return full === undefined ? undefined : fault("LIMIT_EXCEEDED", full);
}

const areMembers = (account: BackupView, { place }: BackupView): boolean =>
  account.links.isMember(account.place.accountId) && account.links.isMember(place.accountId);

/** Why a point cannot be copied, wherever to. */
export function copyRefusal(point: RecoveryPoint): { readonly fault: JobFault } | undefined {
  const type = typeOfPoint(point);
  if (!type || !can(type, "copy")) {
    return fault("UNSUPPORTED_OPERATION", "Feature is not supported for provided resource type.");
  }
  const cannot = `Recovery point ${point.RecoveryPointArn} cannot be copied`;
  if (point.StorageClass === "COLD") return fault("INVALID_STATE", `${cannot}: it is in cold storage.`);
  if (isFinished(point)) return undefined;
  return fault("INVALID_STATE", `${cannot}: its status is ${point.Status}.`);
}

/** Some vaults do not hold everything. */
function vaultFault(point: RecoveryPoint, { VaultType, BackupVaultArn }: Vault) {
  if (VaultType === "RESTORE_ACCESS_BACKUP_VAULT") {
    return fault(
      "UNSUPPORTED_OPERATION",
      `Copy job failed because ${BackupVaultArn} is a restore access backup vault, which holds no recovery points of its own.`,
    );
  }
  const type = typeOfPoint(point);
  if (VaultType !== "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" || (type && can(type, "airGappedVault")))
    return undefined;
  return fault(
    "LOGICALLY_AIR_GAPPED_BACKUP_VAULT_NOT_SUPPORTED",
    "Copy job failed. This resource type is not supported by logically air-gapped backup vault.",
  );
}

/** Snapshots of other services cannot be encrypted anew with a key that AWS Backup manages. */
function keyFault(from: Place, to: Place, point: RecoveryPoint, vault: Vault) {
  if (vault.EncryptionKeyArn !== managedKeyArn(to)) return undefined;
  const type = typeOfPoint(point);
  if (type?.name === "Storage Gateway") {
    return fault(
      "UNSUPPORTED_OPERATION",
      "UnsupportedOperation : Storage Gateway backup copies require a user-created backup vault and key at destination.",
    );
  }
  if (from.accountId === to.accountId || !type || can(type, "fullyManaged")) return undefined;
  return fault(
    "KMS_KEY_ERROR",
    "Copy job failed because the destination Backup vault is encrypted with the default Backup service managed key. The contents of this vault cannot be copied. Only the contents of a Backup vault encrypted by an AWS KMS key may be copied.",
  );
}

const retentionFault = (vault: Vault, lifecycle: Lifecycle | undefined) =>
  isOutsideLock(vault, lifecycle)
    ? fault(
        "INVALID_LIFECYCLE",
        "Copy job failed. The retention specified in the job is not within the range specified for the target Backup Vault.",
      )
    : undefined;

/** Whether as many copies of a resource as may be are on their way across that boundary already. */
export function isCrowded(account: BackupView, resourceArn: string, destinationArn: string): boolean {
  const boundary = boundaryOf(account.place, destinationArn);
  if (!boundary) return false;
  const copies = account.backup.copyJobs.by("unfinishedCrossing", crossing(boundary, resourceArn));
  return copies.size >= account.quota(quotas[boundary]);
}
