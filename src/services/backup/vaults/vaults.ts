import type { DescribeBackupVaultOutput } from "@aws-sdk/client-backup";
import { uuidOf } from "../../../core/ids";
import type { Next } from "../../../core/next";
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
  notFound,
} from "../errors";
import { emitEvent } from "../events";
import { pageOf } from "../paging";
import { isReserved } from "../reserved";
import { putTags, removeTags } from "../tags";
import type { Notifications } from "./notifications";
import { automaticVaultPolicy } from "./policy-document";
import { checkVaultPolicy } from "./vault-guard";

/** A backup vault in AWS's own words. How many recovery points it holds is counted, not kept. */
export interface Vault extends Omit<Stored<DescribeBackupVaultOutput>, "NumberOfRecoveryPoints"> {
  readonly BackupVaultName: string;
  readonly BackupVaultArn: string;
  readonly VaultType: NonNullable<DescribeBackupVaultOutput["VaultType"]>;
  readonly CreationDate: number;
  /** The access policy, as it was put. */
  readonly policy?: string | undefined;
  readonly notifications?: Notifications | undefined;
  readonly next?: Next | undefined;
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
    policy: given.policy ?? (isReserved(given.BackupVaultName) ? automaticVaultPolicy : undefined),
  };
  return backup.vaults.insert(vault);
}

/** Every account has the vault `Default`, with `Default` as its creator request id. */
export function foundDefaultVault(account: BackupAccount): void {
  makeVault(account, { BackupVaultName: defaultVaultName, CreatorRequestId: "Default" });
}

/** The vault of a name. A vault that is not there is answered like one that the caller may not see. */
export function vaultNamed({ backup, place }: BackupView, name: string, accountId?: string): Vault {
  const vault = backup.vaults.get(name);
  // A vault of another account is seen only where it is shared through AWS RAM, which this account does not have.
  if (!vault || (accountId ?? place.accountId) !== place.accountId) throw insufficientPrivileges();
  return vault;
}

/** The vault of a name, to be looked at by an action that the vault's own access policy does not deny. */
export function vaultFor(account: BackupView, name: string, action: string, accountId?: string): Vault {
  const vault = vaultNamed(account, name, accountId);
  checkVaultPolicy(account, vault, action);
  return vault;
}

/** The same for an action that changes the vault. */
export function vaultToChange(account: BackupAccount, name: string, action: string): Vault {
  const vault = account.backup.vaults.get(name);
  if (!vault) throw notFound(`Backup vault ${name} does not exist.`);
  checkVaultPolicy(account, vault, action);
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

export const describeBackupVault = read<"DescribeBackupVault">((input, account) => {
  const { BackupVaultName, BackupVaultAccountId } = input;
  return withCount(account, vaultFor(account, BackupVaultName, "DescribeBackupVault", BackupVaultAccountId));
});

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
  const vault = vaultToChange(account, input.BackupVaultName, "DeleteBackupVault");
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
  emitEvent(account, "Backup Vault State Change", [vault.BackupVaultArn], () => ({
    backupVaultName: vault.BackupVaultName,
    state,
    isLocked: state === "MODIFIED" ? String(vault.Locked === true) : undefined,
  }));
}
