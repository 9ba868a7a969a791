import type { Place } from "../../../core/basics";
import type { BackupAccount, BackupView } from "../account/account";
import { noPoint } from "../account/errors";
import { isAwsManagedKey, isReserved } from "../account/names";
import { type CopyJob, leftBy, sharedKey } from "../records/copy-jobs";
import { type Fault, fault } from "../records/job-messages";
import type { Lifecycle } from "../records/lifecycle";
import type { RecoveryPoint } from "../records/recovery-points";
import type { Vault } from "../records/vaults";
import { isFinished, typeOfPoint } from "../recovery-points/types";
import { can } from "../resources/resource-types";
import { isEnabled } from "../settings/global-settings";
import { fullVaultFault } from "../vaults/vault-capacity";
import { admitsCopiesFrom, isDenied } from "../vaults/vault-guard";
import { isOutsideLock } from "../vaults/vault-lock";
import { managedKeyArn, vaultArn } from "../vaults/vaults";
import { lifecycleOfCopy } from "./lifecycle";

/** The vault that a copy goes to, and the copy's lifecycle. */
interface CopyTarget {
  readonly place: Place;
  readonly vault: Vault;
  readonly lifecycle: Lifecycle | undefined;
}

/** The point, the vault and the lifecycle that a copy needs. */
export interface ReadyCopy extends CopyTarget {
  readonly point: RecoveryPoint;
  readonly destination: BackupAccount;
}

/** Finds what a copy job needs, or why the job fails. */
export function readyCopy(account: BackupAccount, job: CopyJob): ReadyCopy | Fault {
  const point = account.backup.recoveryPoints.get(job.SourceRecoveryPointArn);
  if (!point) {
    return fault(noPoint, "VaultMissing");
  }
  const target = targetOfCopy(account, point, job);
  return "fault" in target ? target : { point, destination: account.at(target.place), ...target };
}

/** What is requested of a copy. */
export type RequestedCopy = Pick<CopyJob, "destination" | "lifecycle" | "IamRoleArn">;

/** The vault and lifecycle of a point's copy, or why the copy fails. */
export function targetOfCopy(
  account: BackupView,
  point: RecoveryPoint,
  { destination: { place, name }, lifecycle: requested, IamRoleArn }: RequestedCopy,
): CopyTarget | Fault {
  if (isReserved(name)) return fault("Insufficient privileges to perform this action.", "Denied");
  const destination = account.at(place);
  const crossesAccounts = place.accountId !== account.place.accountId;
  if (crossesAccounts && !areMembers(account, destination)) {
    return fault(
      "Copy job failed. Both source and destination account must be a member of the same organization.",
      "NotEnabled",
    );
  }
  if (crossesAccounts && !isEnabled(account, "isCrossAccountBackupEnabled")) {
    return fault(
      "Copy job failed. Cross-account copy feature is not enabled for the current organization.",
      "NotEnabled",
    );
  }
  const vault = destination.backup.vaults.get(name);
  if (!vault) {
    return fault(
      `Copy job failed because backup vault ${vaultArn(place, name)} does not exist.`,
      "VaultMissing",
    );
  }
  const isRefused = crossesAccounts
    ? !admitsCopiesFrom(vault, account.place, IamRoleArn)
    : isDenied(destination, vault, "CopyIntoBackupVault");
  if (isRefused) {
    return fault("Access Denied trying to call AWS Backup service", "Denied");
  }
  const lifecycle = lifecycleOfCopy(requested, point.Lifecycle);
  const found =
    copyRefusal(point) ??
    vaultFault(point, vault) ??
    keyFault(account.place, place, point, vault) ??
    retentionFault(vault, lifecycle) ??
    roomFault(destination, vault);
  return found ?? { place, vault, lifecycle };
}

function roomFault(destination: BackupView, vault: Vault): Fault | undefined {
  const full = fullVaultFault(destination, vault);
  return full === undefined ? undefined : fault(full);
}

const areMembers = (account: BackupView, { place }: BackupView): boolean =>
  account.links.isMember(account.place.accountId) && account.links.isMember(place.accountId);

/** Why a point cannot be copied to any vault. */
export function copyRefusal(point: RecoveryPoint): Fault | undefined {
  const type = typeOfPoint(point);
  if (!type || !can(type, "copy")) {
    return fault("Feature is not supported for provided resource type.", "Unsupported");
  }
  const cannot = `Recovery point ${point.RecoveryPointArn} cannot be copied`;
  if (point.StorageClass === "COLD") return fault(`${cannot}: it is in cold storage.`);
  if (isFinished(point)) return undefined;
  return fault(`${cannot}: its status is ${point.Status}.`);
}

/** A logically air-gapped vault takes copies of smaller volumes only (Developer Guide, "Logically air-gapped vault"). */
const largestAirGappedVolume = 16 * 1024 ** 4;

/** Why a vault does not accept a point, because of the vault's type. */
function vaultFault(point: RecoveryPoint, { VaultType, BackupVaultArn }: Vault) {
  if (VaultType === "RESTORE_ACCESS_BACKUP_VAULT") {
    return fault(
      `Copy job failed because ${BackupVaultArn} is a restore access backup vault, which holds no recovery points of its own.`,
      "Unsupported",
    );
  }
  if (VaultType !== "LOGICALLY_AIR_GAPPED_BACKUP_VAULT") return undefined;
  const type = typeOfPoint(point);
  const isTooLarge = type?.name === "EBS" && (point.resourceSize ?? 0) >= largestAirGappedVolume;
  if (isTooLarge) {
    return fault(
      "Copy job failed. Volumes of 16 TiB and more are not supported by logically air-gapped backup vault.",
      "Unsupported",
    );
  }
  if (type && can(type, "airGappedVault")) return undefined;
  return fault(
    "Copy job failed. This resource type is not supported by logically air-gapped backup vault.",
    "Unsupported",
  );
}

const managedKeyNotShared =
  "Snapshots encrypted with the AWS managed key can't be shared. Specify another snapshot.";
const ebsKeyNotShared = "Encrypted snapshots with Amazon EBS default key cannot be shared";

/** The texts of the services that refuse to share snapshots with an AWS managed key. */
const notShared: Readonly<Record<string, string>> = {
  EBS: ebsKeyNotShared,
  EC2: ebsKeyNotShared,
  "Storage Gateway": ebsKeyNotShared,
};

/**
 * Snapshots of other services are shared with the other account, which an AWS managed key prevents. They cannot be
 * encrypted again with an AWS managed key of AWS Backup.
 */
function keyFault(from: Place, to: Place, point: RecoveryPoint, vault: Vault) {
  const type = typeOfPoint(point);
  const shares = from.accountId !== to.accountId && type && !can(type, "fullyManaged");
  if (shares && isAwsManagedKey(point.EncryptionKeyArn)) {
    return fault(notShared[type.name] ?? managedKeyNotShared, "KeyUnsuitable");
  }
  if (vault.EncryptionKeyArn !== managedKeyArn(to)) return undefined;
  if (type?.name === "Storage Gateway") {
    return fault(
      "UnsupportedOperation : Storage Gateway backup copies require a user-created backup vault and key at destination.",
      "Unsupported",
    );
  }
  if (!shares) return undefined;
  return fault(
    "Copy job failed because the destination Backup vault is encrypted with the default Backup service managed key. The contents of this vault cannot be copied. Only the contents of a Backup vault encrypted by an AWS KMS key may be copied.",
    "KeyUnsuitable",
  );
}

const retentionFault = (vault: Vault, lifecycle: Lifecycle | undefined) =>
  isOutsideLock(vault, lifecycle)
    ? fault(
        "Copy job failed. The retention specified in the job is not within the range specified for the target Backup Vault.",
        "RetentionOutsideLock",
      )
    : undefined;

/** Whether the quota of copies of a resource to other accounts is used up. */
export function hasTooManyCopies(account: BackupView, resourceArn: string, destination: Place): boolean {
  if (leftBy(account.place, destination) !== "account") return false;
  const copies = account.backup.copyJobs.by("unfinishedShared", sharedKey(destination.region, resourceArn));
  return copies.size >= account.quota("crossAccountCopiesPerResource");
}
