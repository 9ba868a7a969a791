import type { BackupView } from "../account/account";
import { isAwsManagedKey } from "../account/names";
import type { FollowUp } from "../records/backup-jobs";
import { type JobMessage, jobMessage } from "../records/job-messages";
import type { Lifecycle } from "../records/lifecycle";
import type { BackupSource } from "../records/resources";
import { keptLifecycle } from "../recovery-points/lifecycle";
import { can, type ResourceType } from "../resources/resource-types";

/** The vaults that a backup is requested for, and what is to happen to it there. */
interface TargetRequest {
  readonly vaultName: string;
  readonly lifecycle: Lifecycle | undefined;
  readonly followUp?: FollowUp | undefined;
  readonly airGappedVaultName?: string | undefined;
}

/** The vault that a backup goes to, and what happens to it there. */
interface TargetVault {
  readonly vaultName: string;
  /** Whether that vault is logically air-gapped. */
  readonly airGapped: boolean;
  readonly lifecycle: Lifecycle | undefined;
  readonly followUp: FollowUp | undefined;
  /** Why the backup does not go to the logically air-gapped vault that was requested. */
  readonly issue?: JobMessage | undefined;
}

const unsupported = jobMessage(
  "Backup job completed successfully to the target backup vault. This resource type is not supported by logically air-gapped backup vault.",
);
const managedKey = jobMessage(
  "Backup job completed successfully to the target backup vault. This resource is encrypted with an AWS managed key and cannot be copied to a logically air-gapped backup vault.",
);

const airGappedType = "LOGICALLY_AIR_GAPPED_BACKUP_VAULT";

/** A vault that was requested in the role of the other kind of vault. */
export interface UnsuitableVault {
  readonly vaultName: string;
  readonly reason: string;
}

/**
 * The vault that makes a backup impossible: a logically air-gapped vault cannot be the only target, and no other vault
 * can be the logically air-gapped target.
 */
export function unsuitableVault(
  { backup }: BackupView,
  target: Pick<TargetVault, "vaultName" | "airGapped" | "issue">,
  airGappedVaultName: string | undefined,
): UnsuitableVault | undefined {
  const vault = backup.vaults.get(target.vaultName);
  if (vault?.VaultType === airGappedType && !target.airGapped) {
    const reason = "is logically air-gapped: it has to be named as such, along with a backup vault";
    return { vaultName: vault.BackupVaultName, reason };
  }
  if (airGappedVaultName === undefined || target.issue) return undefined;
  const airGapped = backup.vaults.get(airGappedVaultName);
  if (!airGapped || airGapped.VaultType === airGappedType) return undefined;
  return { vaultName: airGapped.BackupVaultName, reason: "is not logically air-gapped" };
}

/** The message of a job that fails because of an unsuitable vault. */
export function targetVaultFault(
  account: BackupView,
  target: TargetVault,
  airGappedVaultName: string | undefined,
): JobMessage | undefined {
  const unsuitable = unsuitableVault(account, target, airGappedVaultName);
  return (
    unsuitable &&
    jobMessage(`Backup job failed because backup vault ${unsuitable.vaultName} ${unsuitable.reason}.`)
  );
}

/**
 * The vault that the backup of a resource goes to. If a logically air-gapped vault is requested, backups that AWS
 * Backup keeps itself go there at once. Snapshots of other services go to the backup vault and are copied from there.
 */
export function targetVaultFor(
  { vaultName, lifecycle, followUp, airGappedVaultName }: TargetRequest,
  source: BackupSource,
  type: ResourceType,
  continuous: boolean,
): TargetVault {
  const plain: TargetVault = { vaultName, airGapped: false, lifecycle: keptLifecycle(lifecycle), followUp };
  if (airGappedVaultName === undefined) return plain;
  if (!can(type, "airGappedVault")) return { ...plain, issue: unsupported };
  if (can(type, "fullyManaged") && !continuous) {
    return { ...plain, vaultName: airGappedVaultName, airGapped: true };
  }
  if (!can(type, "fullyManaged") && isAwsManagedKey(source.encryptionKeyArn)) {
    return { ...plain, issue: managedKey };
  }
  const copied = { ...plain, followUp: { ...followUp, airGappedVaultName } };
  if (continuous) return copied;
  return { ...copied, lifecycle: { ...plain.lifecycle, DeleteAfterEvent: "DELETE_AFTER_COPY" } };
}
