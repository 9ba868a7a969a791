import type { DescribeBackupVaultOutput } from "@aws-sdk/client-backup";
import { uuidOf } from "../../../core/ids";
import { arn, type Place, placeKey } from "../../../core/place";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table";
import { type BackupAccount, type BackupView, read, write } from "../account";
import {
  alreadyExists,
  insufficientPrivileges,
  invalidParameter,
  invalidRequest,
  limitExceeded,
} from "../errors";
import { emitEvent } from "../events";
import { pageOf } from "../paging";
import { isReserved } from "../reserved";
import { putTags, removeTags } from "../tags";

/** A backup vault in AWS's own words. How many recovery points it holds is counted, not kept. */
export interface Vault extends Omit<Stored<DescribeBackupVaultOutput>, "NumberOfRecoveryPoints"> {
  readonly BackupVaultName: string;
  readonly BackupVaultArn: string;
  readonly VaultType: NonNullable<DescribeBackupVaultOutput["VaultType"]>;
  readonly CreationDate: number;
}

export const vaults = table<Vault>(vault => vault.BackupVaultName)
  .by("type", vault => vault.VaultType)
  .alias(vault => [vault.BackupVaultArn]);

export const defaultVaultName = "Default";

export const vaultArn = (place: Place, name: string): string => arn("backup", place, `backup-vault:${name}`);

/** The AWS managed key of AWS Backup: one per account and Region, there from the start. */
export const managedKeyArn = (place: Place): string =>
  arn("kms", place, `key/${uuidOf(`aws/backup ${placeKey(place)}`)}`);

/** Adds a vault, with AWS's defaults for what is not given. */
export function makeVault(
  { backup, place, now, ids }: BackupAccount,
  given: Partial<Vault> & Pick<Vault, "BackupVaultName">,
): Vault {
  const vault: Vault = {
    BackupVaultArn: vaultArn(place, given.BackupVaultName),
    VaultType: "BACKUP_VAULT",
    VaultState: "AVAILABLE",
    CreationDate: now,
    Locked: false,
    ...given,
    EncryptionKeyArn: given.EncryptionKeyArn ?? managedKeyArn(place),
    CreatorRequestId: given.CreatorRequestId ?? ids.uuid(),
  };
  backup.vaults.insert(vault);
  return vault;
}

/** Every account has the vault `Default`, with `Default` as its creator request id. */
export function foundDefaultVault(account: BackupAccount): void {
  makeVault(account, { BackupVaultName: defaultVaultName, CreatorRequestId: "Default" });
}

/** The vault of a name. A vault that is not there is answered like one that the caller may not see. */
export function vaultNamed({ backup }: BackupView, name: string): Vault {
  const vault = backup.vaults.get(name);
  if (!vault) throw insufficientPrivileges();
  return vault;
}

const withCount = ({ backup }: BackupView, vault: Vault) => ({
  ...vault,
  NumberOfRecoveryPoints: backup.recoveryPoints.by("vault", vault.BackupVaultName).size,
});

export const createBackupVault = write<"CreateBackupVault">((input, account) => {
  const { backup } = account;
  const { BackupVaultName, BackupVaultTags, EncryptionKeyArn, CreatorRequestId } = input;
  if (BackupVaultName.includes("/")) throw invalidParameter(`Invalid backup vault name: ${BackupVaultName}`);
  const taken = backup.vaults.get(BackupVaultName);
  if (taken && CreatorRequestId !== undefined && taken.CreatorRequestId === CreatorRequestId) return taken;
  if (taken) {
    throw alreadyExists("Backup vault with the same name already exists", {
      Arn: taken.BackupVaultArn,
      CreatorRequestId: taken.CreatorRequestId,
    });
  }
  const limit = account.quota("vaults");
  if (backup.vaults.size >= limit) throw limitExceeded(`The maximum number of backup vaults is ${limit}.`);
  const vault = makeVault(account, { BackupVaultName, EncryptionKeyArn, CreatorRequestId });
  putTags(account, vault.BackupVaultArn, BackupVaultTags);
  emitVaultChange(account, vault, "CREATED");
  return vault;
});

export const describeBackupVault = read<"DescribeBackupVault">((input, account) =>
  withCount(account, vaultNamed(account, input.BackupVaultName)),
);

export const listBackupVaults = read<"ListBackupVaults">((input, account) => {
  const { backup } = account;
  const { ByVaultType, ByShared } = input;
  // Vaults are shared through AWS RAM, which this account does not have: none is shared with it.
  const where = ByShared ? () => false : undefined;
  const list = ByVaultType === undefined ? backup.vaults.all() : backup.vaults.by("type", ByVaultType);
  const { items, token } = pageOf(list, input, { where });
  return { BackupVaultList: items.map(vault => withCount(account, vault)), NextToken: token };
});

export const deleteBackupVault = write<"DeleteBackupVault">((input, account) => {
  const { backup } = account;
  const vault = vaultNamed(account, input.BackupVaultName);
  const points = backup.recoveryPoints.by("vault", vault.BackupVaultName).size;
  if (points > 0) {
    throw invalidRequest("Backup vault cannot be deleted because it contains recovery points.", {
      Code: "ERROR_9101",
      Context: String(points),
    });
  }
  if (vault.BackupVaultName === defaultVaultName || isReserved(vault.BackupVaultName)) {
    throw invalidRequest(`Backup vault ${vault.BackupVaultName} cannot be deleted.`);
  }
  backup.vaults.remove(vault.BackupVaultName);
  removeTags(account, vault.BackupVaultArn);
  emitVaultChange(account, vault, "DELETED");
  return {};
});

export function emitVaultChange(
  account: BackupAccount,
  vault: Vault,
  state: "CREATED" | "MODIFIED" | "DELETED",
): void {
  emitEvent(account, "Backup Vault State Change", [vault.BackupVaultArn], {
    backupVaultName: vault.BackupVaultName,
    state,
    isLocked: state === "MODIFIED" ? String(vault.Locked === true) : undefined,
  });
}
