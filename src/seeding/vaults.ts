import type {
  CreateBackupVaultInput,
  DescribeBackupVaultOutput,
  PutBackupVaultAccessPolicyInput,
  PutBackupVaultLockConfigurationInput,
  PutBackupVaultNotificationsInput,
} from "@aws-sdk/client-backup";
import type { BackupAccount } from "../services/backup/account/account";
import { isReserved } from "../services/backup/account/names";
import type { Vault } from "../services/backup/records/vaults";
import { putTags } from "../services/backup/tags/tags";
import { putBackupVaultAccessPolicy } from "../services/backup/vaults/access-policy";
import { shortestAirGappedRetention } from "../services/backup/vaults/air-gapped-vaults";
import { putBackupVaultNotifications } from "../services/backup/vaults/notifications";
import { checkRetentionRange, putBackupVaultLockConfiguration } from "../services/backup/vaults/vault-lock";
import { defaultVaultName, makeVault } from "../services/backup/vaults/vaults";
import { consoleDefault } from "./backup-items";
import { alreadyExists, type Item, required } from "./collection";

export type VaultSeed = CreateBackupVaultInput &
  DescribeBackupVaultOutput &
  Partial<
    PutBackupVaultAccessPolicyInput & PutBackupVaultLockConfigurationInput & PutBackupVaultNotificationsInput
  >;

export function makeVaultOf(item: Item<VaultSeed>, account: BackupAccount): Vault {
  const { BackupVaultTags, Policy, SNSTopicArn, BackupVaultEvents, ChangeableForDays, ...rest } = item;
  const {
    NumberOfRecoveryPoints: _counted,
    BackupVaultArn: _ofName,
    EncryptionKeyType: _ofKey,
    ...members
  } = rest;
  const BackupVaultName = required(item.BackupVaultName, "BackupVaultName");
  const existing = account.backup.vaults.get(BackupVaultName);
  if (existing && BackupVaultName !== defaultVaultName && !isReserved(BackupVaultName)) {
    throw alreadyExists(`backup vault ${BackupVaultName}`);
  }
  const vault = existing
    ? account.backup.vaults.change(existing, { ...members, VaultType: existing.VaultType })
    : makeVault(account, {
        ...(BackupVaultName === defaultVaultName && consoleDefault),
        ...members,
        BackupVaultName,
      });
  putTags(account, vault.BackupVaultArn, BackupVaultTags);
  checkRetention(vault, ChangeableForDays, account);
  if (Policy !== undefined) putBackupVaultAccessPolicy.handle({ BackupVaultName, Policy }, account);
  if (SNSTopicArn !== undefined || BackupVaultEvents !== undefined) {
    const notifications = {
      SNSTopicArn: required(SNSTopicArn, "SNSTopicArn"),
      BackupVaultEvents: required(BackupVaultEvents, "BackupVaultEvents"),
    };
    putBackupVaultNotifications.handle({ BackupVaultName, ...notifications }, account);
  }
  return account.backup.vaults.get(BackupVaultName) ?? vault;
}

/** Locks a vault that is to have a lock, or checks the retention of one that is locked already. */
function checkRetention(
  { BackupVaultName, VaultType, Locked, LockDate, MinRetentionDays, MaxRetentionDays }: Vault,
  ChangeableForDays: number | undefined,
  account: BackupAccount,
): void {
  if (VaultType === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT") {
    checkRetentionRange(MinRetentionDays, MaxRetentionDays, shortestAirGappedRetention);
  } else if (ChangeableForDays !== undefined || (Locked === true && LockDate === undefined)) {
    const range = { MinRetentionDays, MaxRetentionDays };
    putBackupVaultLockConfiguration.handle({ BackupVaultName, ...range, ChangeableForDays }, account);
  }
}
