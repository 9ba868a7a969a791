import type { BackupView } from "../account/account";
import type { FollowUp } from "../records/backup-jobs";
import type { JobFault, JobIssue } from "../records/job-messages";
import type { Lifecycle } from "../records/lifecycle";
import type { BackupSource } from "../records/resources";
import { vaultOfArn } from "../records/vaults";
import { keptLifecycle } from "../recovery-points/lifecycle";
import { can, type ResourceType } from "../resources/resource-types";

interface Wish {
  readonly vaultName: string;
  readonly lifecycle: Lifecycle | undefined;
  readonly followUp?: FollowUp | undefined;
  readonly airGappedVaultArn?: string | undefined;
}

/** Where a backup comes to lie, and what becomes of it there. */
interface Landing {
  readonly vaultName: string;
  /** Whether that vault is logically air-gapped. */
  readonly airGapped: boolean;
  readonly lifecycle: Lifecycle | undefined;
  readonly followUp: FollowUp | undefined;
  /** Why it did not come to lie where it was meant to. */
  readonly issue?: JobIssue | undefined;
}

const category = "LOGICALLY_AIR_GAPPED_BACKUP_VAULT_NOT_SUPPORTED";
const unsupported: JobIssue = {
  category,
  message:
    "Backup job completed successfully to the target backup vault. This resource type is not supported by logically air-gapped backup vault.",
};
const managedKey: JobIssue = {
  category,
  message:
    "Backup job completed successfully to the target backup vault. This resource is encrypted with an AWS managed key and cannot be copied to a logically air-gapped backup vault.",
};

const airGappedType = "LOGICALLY_AIR_GAPPED_BACKUP_VAULT";

/** What is wrong about the vaults that are named for a backup, each of a kind that the other ought to be. */
export interface Misplacement {
  readonly vaultName: string;
  readonly reason: string;
}

/**
 * Why a backup cannot come to lie where it is to: a logically air-gapped vault is none to back up to by itself, and
 * no other vault stands in for one.
 */
export function misplacementOf(
  { backup }: BackupView,
  landing: Pick<Landing, "vaultName" | "airGapped" | "issue">,
  airGappedVaultArn: string | undefined,
): Misplacement | undefined {
  const vault = backup.vaults.get(landing.vaultName);
  if (vault?.VaultType === airGappedType && !landing.airGapped) {
    const reason = "is logically air-gapped: it has to be named as such, along with a backup vault";
    return { vaultName: vault.BackupVaultName, reason };
  }
  const target = backup.vaults.get(vaultOfArn(airGappedVaultArn ?? "")?.name ?? "");
  if (!target || target.VaultType === airGappedType || landing.issue) return undefined;
  return { vaultName: target.BackupVaultName, reason: "is not logically air-gapped" };
}

/** The same, as a job says it. */
export function landingFault(
  account: BackupView,
  landing: Landing,
  airGappedVaultArn: string | undefined,
): JobFault | undefined {
  const misplaced = misplacementOf(account, landing, airGappedVaultArn);
  return (
    misplaced && {
      category: "UNSUPPORTED_OPERATION",
      message: `Backup job failed because backup vault ${misplaced.vaultName} ${misplaced.reason}.`,
    }
  );
}

/** The keys that AWS manages are known by their aliases. */
const isAwsManaged = (key: string | undefined): boolean => key?.includes(":alias/aws/") === true;

/**
 * Where the backup of a resource comes to lie that may be meant for a logically air-gapped vault: what AWS Backup keeps
 * itself, right there; a snapshot of another service in the backup vault first, until it has been copied.
 */
export function landingOf(
  { vaultName, lifecycle, followUp, airGappedVaultArn: arn }: Wish,
  source: BackupSource,
  type: ResourceType,
  continuous: boolean,
): Landing {
  const plain: Landing = { vaultName, airGapped: false, lifecycle: keptLifecycle(lifecycle), followUp };
  if (arn === undefined) return plain;
  if (!can(type, "airGappedVault")) return { ...plain, issue: unsupported };
  if (can(type, "fullyManaged") && !continuous) {
    return { ...plain, vaultName: vaultOfArn(arn)?.name ?? vaultName, airGapped: true };
  }
  if (!can(type, "fullyManaged") && isAwsManaged(source.encryptionKeyArn))
    return { ...plain, issue: managedKey };
  const copied = { ...plain, followUp: { ...followUp, airGappedVaultArn: arn } };
  if (continuous) return copied;
  return { ...copied, lifecycle: { ...plain.lifecycle, DeleteAfterEvent: "DELETE_AFTER_COPY" } };
}
