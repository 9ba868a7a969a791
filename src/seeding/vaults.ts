import type {
  CreateBackupVaultInput,
  DescribeBackupVaultOutput,
  PutBackupVaultAccessPolicyInput,
  PutBackupVaultNotificationsInput,
} from "@aws-sdk/client-backup";
import type { BackupAccount } from "../services/backup/account/account";
import { isReserved } from "../services/backup/account/names";
import type { Vault } from "../services/backup/records/vaults";
import { putTags } from "../services/backup/tags/tags";
import { putBackupVaultAccessPolicy } from "../services/backup/vaults/access-policy";
import { putBackupVaultNotifications } from "../services/backup/vaults/notifications";
import { defaultVaultName, makeVault } from "../services/backup/vaults/vaults";
import { consoleDefault } from "./backup-items";
import { alreadyExists, type Item, required } from "./collection";

export type VaultSeed = CreateBackupVaultInput &
  DescribeBackupVaultOutput &
  Partial<PutBackupVaultAccessPolicyInput & PutBackupVaultNotificationsInput>;

export function makeVaultOf(item: Item<VaultSeed>, account: BackupAccount): Vault {
  const { BackupVaultTags, Policy, SNSTopicArn, BackupVaultEvents, ...rest } = item;
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
