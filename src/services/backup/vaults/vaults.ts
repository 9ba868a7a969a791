import { arn, isAccountId, type Place, placeKey, uuidOf } from "../../../core/basics";
import type { Next } from "../../../core/time";
import { type BackupAccount, type BackupView, read, write } from "../account/account";
import {
  alreadyExists,
  insufficientPrivileges,
  invalidParameter,
  invalidRequest,
  limitExceeded,
  notFound,
} from "../account/errors";
import { emitEvent } from "../account/events";
import { checkRequestId, isReserved } from "../account/names";
import { pageOf } from "../account/paging";
import { type Vault, vaultOfArn } from "../records/vaults";
import { putTags } from "../tags/tags";
import { outcomeOf } from "./approval-sessions";
import { automaticVaultPolicy } from "./policy-document";
import { checkVaultPolicy } from "./vault-guard";

export const defaultVaultName = "Default";

export const vaultArn = (place: Place, name: string): string => arn("backup", place, `backup-vault:${name}`);

/** The AWS managed key of AWS Backup: one per account and Region, there from the start. */
export const managedKeyArn = (place: Place): string =>
  arn("kms", place, `key/${uuidOf(`aws/backup ${placeKey(place)}`)}`);

/** Adds a vault, with AWS's defaults for what is not given. */
export function makeVault(
  account: BackupAccount,
  given: Partial<Vault> & Pick<Vault, "BackupVaultName">,
): Vault {
  const { backup, place, now, ids } = account;
  const { BackupVaultName, VaultType = "BACKUP_VAULT", CreationDate = now, EncryptionKeyArn } = given;
  const isAirGapped = VaultType === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT";
  const vault = backup.vaults.insert({
    BackupVaultArn: vaultArn(place, BackupVaultName),
    VaultState: "AVAILABLE",
    // A logically air-gapped vault is locked in compliance mode from its beginning.
    Locked: isAirGapped,
    LockDate: isAirGapped ? CreationDate : undefined,
    EncryptionKeyType: keyType(place, VaultType, EncryptionKeyArn),
    policy: isReserved(BackupVaultName) ? automaticVaultPolicy : undefined,
    ...given,
    VaultType,
    CreationDate,
    EncryptionKeyArn: EncryptionKeyArn ?? (VaultType === "BACKUP_VAULT" ? managedKeyArn(place) : undefined),
    CreatorRequestId: given.CreatorRequestId ?? ids.uuid(),
    next: given.VaultState === "CREATING" ? nextOfNew(account, BackupVaultName, VaultType) : undefined,
  });
  const source = vaultOfArn(vault.SourceBackupVaultArn ?? "");
  if (source) {
    account.at(source.place).backup.restoreAccesses.insert({
      RestoreAccessBackupVaultArn: vault.BackupVaultArn,
      BackupVaultName: source.name,
    });
  }
  return vault;
}

/** How a vault that is being created goes on: restore access has to be approved first. */
const nextOfNew = (account: BackupAccount, BackupVaultName: string, type: Vault["VaultType"]): Next =>
  type === "RESTORE_ACCESS_BACKUP_VAULT"
    ? outcomeOf(account, { BackupVaultName }, { approved: "grantAccess", expired: "denyAccess" })
    : account.inFlight("becomeAvailable", account.duration("airGappedVault", { BackupVaultName }));

/** Whose key it is. Undefined for the key that AWS manages in the account: the service has no name for that. */
const keyType = (
  place: Place,
  type: Vault["VaultType"],
  key: string | undefined,
): Vault["EncryptionKeyType"] => {
  if (key !== undefined && key !== managedKeyArn(place)) return "CUSTOMER_MANAGED_KMS_KEY";
  return type === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" ? "AWS_OWNED_KMS_KEY" : undefined;
};

/** Every account has the vault `Default`, with `Default` as its creator request id. */
export function createDefaultVault(account: BackupAccount): void {
  makeVault(account, { BackupVaultName: defaultVaultName, CreatorRequestId: "Default" });
}

/**
 * The vault of a name. A vault that is not there is answered like one that the caller may not see, unless it is looked
 * for in the caller's own account by that account's id.
 */
export function vaultNamed({ backup, place }: BackupView, name: string, accountId?: string): Vault {
  if (accountId !== undefined && !isAccountId(accountId)) {
    throw invalidParameter(`Invalid account ID: ${accountId}`);
  }
  const vault = backup.vaults.get(name);
  if (!vault && accountId === place.accountId) throw notFound(`Backup vault ${name} does not exist.`);
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

/** The same for one that is to take in recovery points. */
export function vaultToFill(account: BackupAccount, name: string, action: string): Vault {
  if (isReserved(name)) throw insufficientPrivileges();
  const vault = vaultToChange(account, name, action);
  if (vault.VaultType === "RESTORE_ACCESS_BACKUP_VAULT") {
    throw invalidRequest(`Restore access backup vault ${name} does not take in recovery points.`);
  }
  return vault;
}

interface CountedVault extends Vault {
  readonly NumberOfRecoveryPoints: number;
}

/** What was last answered of a vault: as long as the count is the same, the call log keeps one object for all calls. */
const counted = new WeakMap<Vault, CountedVault>();

function withCount({ backup }: BackupView, vault: Vault): CountedVault {
  const NumberOfRecoveryPoints = backup.recoveryPoints.by("vault", vault.BackupVaultName).size;
  const before = counted.get(vault);
  if (before?.NumberOfRecoveryPoints === NumberOfRecoveryPoints) return before;
  const after = { ...vault, NumberOfRecoveryPoints };
  counted.set(vault, after);
  return after;
}

/** What is asked of every new vault. */
interface NewVault {
  readonly BackupVaultName: string;
  readonly VaultType: Vault["VaultType"];
  readonly CreatorRequestId?: string | undefined;
  readonly EncryptionKeyArn?: string | undefined;
}

/** Whether a vault can be made. Returns the one that the same request has made already. */
export function checkNewVault(account: BackupAccount, asked: NewVault): Vault | undefined {
  const { backup } = account;
  const { BackupVaultName, VaultType, CreatorRequestId, EncryptionKeyArn } = asked;
  checkRequestId(CreatorRequestId);
  if (BackupVaultName.includes("/")) throw invalidParameter(`Invalid backup vault name: ${BackupVaultName}`);
  if (EncryptionKeyArn !== undefined && !keyForm.test(EncryptionKeyArn)) {
    throw invalidParameter(`Invalid encryption key ARN: ${EncryptionKeyArn}`);
  }
  const taken = backup.vaults.get(BackupVaultName);
  const isReplay = CreatorRequestId !== undefined && taken?.CreatorRequestId === CreatorRequestId;
  if (isReplay && taken?.VaultType === VaultType) return taken;
  if (taken) {
    throw alreadyExists("Backup vault with the same name already exists", {
      Arn: taken.BackupVaultArn,
      CreatorRequestId: taken.CreatorRequestId,
    });
  }
  const limit = account.quota("vaults");
  if (backup.vaults.size >= limit) throw limitExceeded(`The maximum number of backup vaults is ${limit}.`);
  return undefined;
}

/** A key has to be named by its own ARN, not by that of an alias. */
const keyForm = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/.+$/;

export const createBackupVault = write<"CreateBackupVault">((input, account) => {
  const { BackupVaultTags, ...asked } = input;
  const replayed = checkNewVault(account, { ...asked, VaultType: "BACKUP_VAULT" });
  if (replayed) return replayed;
  const vault = makeVault(account, asked);
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

export function emitVaultChange(
  account: BackupAccount,
  vault: Vault,
  state: "CREATED" | "MODIFIED" | "DELETED",
): void {
  emitEvent(account, "Backup Vault State Change", [vault.BackupVaultArn], vault, vault => ({
    backupVaultName: vault.BackupVaultName,
    state,
    isLocked: state === "MODIFIED" ? String(vault.Locked === true) : undefined,
  }));
}
