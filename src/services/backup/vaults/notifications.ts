import { parseArn } from "../../../core/basics";
import { type BackupAccount, read, write } from "../account/account";
import { invalidParameter, notFound } from "../account/errors";
import { sentEvents, type VaultEvent } from "../records/vaults";
import { vaultFor, vaultToChange } from "./vaults";

const isSent = (event: string): event is VaultEvent => sentEvents.some(sent => sent === event);

/** Accepts standard topics of the same account only (Developer Guide, "Notification options with AWS Backup"). */
function checkTopic({ place }: BackupAccount, topic: string): void {
  const arn = parseArn(topic);
  if (arn?.service !== "sns") throw invalidParameter(`Invalid SNS topic ARN: ${topic}`);
  if (arn.accountId !== place.accountId) {
    throw invalidParameter(`SNS topic ${topic} must belong to account ${place.accountId}.`);
  }
  if (arn.resource.endsWith(".fifo")) throw invalidParameter(`FIFO topics are not supported: ${topic}`);
}

export const putBackupVaultNotifications = write<"PutBackupVaultNotifications">((input, account) => {
  const vault = vaultToChange(account, input.BackupVaultName, "PutBackupVaultNotifications");
  const { SNSTopicArn } = input;
  const BackupVaultEvents = input.BackupVaultEvents.filter(isSent);
  if (BackupVaultEvents.length === 0 || BackupVaultEvents.length < input.BackupVaultEvents.length) {
    throw invalidParameter(`Please select from the following list of notifications ${sentEvents.join(", ")}`);
  }
  checkTopic(account, SNSTopicArn);
  account.backup.vaults.change(vault, { notifications: { SNSTopicArn, BackupVaultEvents } });
  return {};
});

export const getBackupVaultNotifications = read<"GetBackupVaultNotifications">((input, account) => {
  const vault = vaultFor(account, input.BackupVaultName, "GetBackupVaultNotifications");
  if (!vault.notifications) {
    throw notFound(`Failed reading notifications from database for Backup vault ${vault.BackupVaultName}`, {
      Code: "ERROR_2106",
    });
  }
  return { ...vault.notifications, ...vault };
});

export const deleteBackupVaultNotifications = write<"DeleteBackupVaultNotifications">((input, account) => {
  const vault = vaultToChange(account, input.BackupVaultName, "DeleteBackupVaultNotifications");
  account.backup.vaults.change(vault, { notifications: undefined });
  return {};
});
