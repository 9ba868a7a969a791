import { arn, isAccountId, type Place, parseArn, placeKey, uuidOf } from "../../../core/basics";
import type { Next } from "../../../core/time";
import { type BackupAccount, type BackupView, read, write } from "../account/account";
import {
  accessDenied,
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
import { nextOfSession } from "./approval-sessions";
import { automaticVaultPolicy } from "./policy-document";
import { checkVaultPolicy } from "./vault-guard";

/** The vault that the console creates. Accounts that never used the console do not have it. */
export const defaultVaultName = "Default";

export const vaultArn = (place: Place, name: string): string => arn("backup", place, `backup-vault:${name}`);

/** The AWS managed key of AWS Backup. Every account has one in each Region. */
export const managedKeyArn = (place: Place): string =>
  arn("kms", place, `key/${uuidOf(`aws/backup ${placeKey(place)}`)}`);

/** Adds a vault, with AWS's defaults for omitted members. */
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
    // A logically air-gapped vault is locked in compliance mode from its creation.
    Locked: isAirGapped,
    LockDate: isAirGapped ? CreationDate : undefined,
    EncryptionKeyType: keyType(place, VaultType, EncryptionKeyArn),
    policy: isReserved(BackupVaultName) ? automaticVaultPolicy : undefined,
    ...given,
    VaultType,
    CreationDate,
    // The SDK sends an id if the caller gives none.
    CreatorRequestId: given.CreatorRequestId ?? ids.uuid(),
    EncryptionKeyArn: EncryptionKeyArn ?? (VaultType === "BACKUP_VAULT" ? managedKeyArn(place) : undefined),
    next: given.VaultState === "CREATING" ? nextOfNew(account, BackupVaultName, VaultType) : undefined,
  });
  const source = vaultOfArn(parseArn(vault.SourceBackupVaultArn ?? ""));
  if (source) {
    account.at(source.place).backup.restoreAccesses.insert({
      RestoreAccessBackupVaultArn: vault.BackupVaultArn,
      BackupVaultName: source.name,
    });
  }
  return vault;
}

/** The step that ends the creation of a vault. Restore access has to be approved first. */
const nextOfNew = (account: BackupAccount, BackupVaultName: string, type: Vault["VaultType"]): Next =>
  type === "RESTORE_ACCESS_BACKUP_VAULT"
    ? nextOfSession(account, { BackupVaultName }, "grantAccess")
    : account.inFlight("becomeAvailable", account.duration("airGappedVault", { BackupVaultName }));

/** The owner of a vault's key. Undefined for the AWS managed key, for which the API has no value. */
const keyType = (
  place: Place,
  type: Vault["VaultType"],
  key: string | undefined,
): Vault["EncryptionKeyType"] => {
  if (key !== undefined && key !== managedKeyArn(place)) return "CUSTOMER_MANAGED_KMS_KEY";
  return type === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" ? "AWS_OWNED_KMS_KEY" : undefined;
};

/**
 * The vault with a name. A missing vault has the same error as an inaccessible one, unless the input names the caller's
 * own account id.
 */
export function vaultNamed({ backup, place }: BackupView, name: string, accountId?: string): Vault {
  if (accountId !== undefined && !isAccountId(accountId)) {
    throw invalidParameter(`Invalid account ID: ${accountId}`);
  }
  const vault = backup.vaults.get(name);
  if (!vault && accountId === place.accountId) throw notFound(`Backup vault ${name} does not exist.`);
  // Vaults of other accounts are visible only if shared through AWS RAM, which the mock does not model.
  if (!vault || (accountId ?? place.accountId) !== place.accountId) throw insufficientPrivileges();
  return vault;
}

/** The vault with a name, for a reading action. Throws if the vault's access policy denies the action. */
export function vaultFor(account: BackupView, name: string, action: string, accountId?: string): Vault {
  const vault = vaultNamed(account, name, accountId);
  checkVaultPolicy(account, vault, action);
  return vault;
}

/** Changing actions that were recorded not to disclose that a vault does not exist. */
const discreet: ReadonlySet<string> = new Set(["DeleteBackupVault", "DeleteBackupVaultAccessPolicy"]);

/** The vault with a name, for a changing action. Throws if the vault's access policy denies the action. */
export function vaultToChange(account: BackupAccount, name: string, action: string): Vault {
  const vault = account.backup.vaults.get(name);
  if (!vault && discreet.has(action)) throw insufficientPrivileges();
  if (!vault) throw notFound(`Backup vault ${name} does not exist.`);
  checkVaultPolicy(account, vault, action);
  return vault;
}

/** The vault with a name, for an action that adds recovery points to it. */
export function vaultToFill(account: BackupAccount, name: string, action: string): Vault {
  if (isReserved(name)) throw insufficientPrivileges();
  const vault = vaultToChange(account, name, action);
  if (vault.VaultType === "RESTORE_ACCESS_BACKUP_VAULT") {
    throw invalidRequest(`Restore access backup vault ${name} does not accept recovery points.`);
  }
  return vault;
}

interface CountedVault extends Vault {
  readonly NumberOfRecoveryPoints: number;
}

/** The last output by vault. While the count does not change, the call log shares one object between calls. */
const lastOutputs = new WeakMap<Vault, CountedVault>();

function withCount({ backup }: BackupView, vault: Vault): CountedVault {
  const NumberOfRecoveryPoints = backup.recoveryPoints.by("vault", vault.BackupVaultName).size;
  const before = lastOutputs.get(vault);
  if (before?.NumberOfRecoveryPoints === NumberOfRecoveryPoints) return before;
  const after = { ...vault, NumberOfRecoveryPoints };
  lastOutputs.set(vault, after);
  return after;
}

/** The input that all types of new vaults have in common. */
interface NewVaultInput {
  readonly BackupVaultName: string;
  readonly VaultType: Vault["VaultType"];
  readonly CreatorRequestId?: string | undefined;
  readonly EncryptionKeyArn?: string | undefined;
}

/** Validates a new vault. Returns the existing vault when the same request is repeated. */
export function checkNewVault(account: BackupAccount, input: NewVaultInput): Vault | undefined {
  const { backup } = account;
  const { BackupVaultName, VaultType, CreatorRequestId, EncryptionKeyArn } = input;
  checkRequestId(CreatorRequestId);
  if (BackupVaultName.includes("/")) throw invalidParameter(`Invalid backup vault name: ${BackupVaultName}`);
  if (EncryptionKeyArn !== undefined && !keyForm.test(EncryptionKeyArn)) {
    throw invalidParameter(`Invalid encryption key ARN: ${EncryptionKeyArn}`);
  }
  if (EncryptionKeyArn !== undefined && parseArn(EncryptionKeyArn)?.region !== account.place.region) {
    throw accessDenied(
      "Insufficient privileges to create a backup vault. Creating a backup vault requires backup-storage and KMS permissions.",
    );
  }
  const taken = backup.vaults.get(BackupVaultName);
  const isReplay = CreatorRequestId !== undefined && taken?.CreatorRequestId === CreatorRequestId;
  if (isReplay && taken?.VaultType === VaultType) return taken;
  const holder = taken ?? backup.deletedVaults.get(BackupVaultName);
  if (holder) {
    throw alreadyExists("Backup vault with the same name already exists", {
      Arn: holder.BackupVaultArn,
      CreatorRequestId: holder.CreatorRequestId,
    });
  }
  const limit = account.quota("vaults");
  if (backup.vaults.size >= limit) throw limitExceeded(`The maximum number of backup vaults is ${limit}.`);
  return undefined;
}

/** A key's own ARN is required, not that of an alias. */
const keyForm = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/.+$/;

export const createBackupVault = write<"CreateBackupVault">((input, account) => {
  const { BackupVaultTags, ...vaultInput } = input;
  const replayed = checkNewVault(account, { ...vaultInput, VaultType: "BACKUP_VAULT" });
  if (replayed) return replayed;
  const vault = makeVault(account, vaultInput);
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
  // Vaults are shared through AWS RAM, which the mock does not model: there are no shared vaults.
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
