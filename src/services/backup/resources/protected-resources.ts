import { type BackupView, read } from "../account/account";
import { notFound } from "../account/errors";
import { pageOfComputed } from "../account/paging";
import { nextOfBackups } from "../backup-jobs/backup-jobs";
import type { RecoveryPoint } from "../records/recovery-points";
import { nextIntoVault, nextOfResource } from "../recovery-points/next-steps";
import { isFinished } from "../recovery-points/types";
import { vaultBehind } from "../vaults/restore-access";
import { vaultArn, vaultFor } from "../vaults/vaults";
import { readResourceArn } from "./resource-input";

/** The newest finished point of a resource that counts. */
function newestOf(
  { backup }: BackupView,
  resourceArn: string,
  counts: (point: RecoveryPoint) => boolean = () => true,
): RecoveryPoint | undefined {
  for (const point of backup.recoveryPoints.by("resource", resourceArn).newest()) {
    if (isFinished(point) && counts(point)) return point;
  }
  return undefined;
}

/** A protected resource, as its newest point describes it. */
const protectedBy = ({ place }: BackupView, point: RecoveryPoint) => ({
  ResourceArn: point.ResourceArn,
  ResourceType: point.ResourceType,
  ResourceName: point.ResourceName,
  LastBackupTime: point.renewedAt ?? point.CreationDate,
  LastBackupVaultArn: vaultArn(place, point.BackupVaultName),
  LastRecoveryPointArn: point.RecoveryPointArn,
});

/** All resources with a point that counts, ordered by ARN. */
function protectedResources(account: BackupView, counts?: (point: RecoveryPoint) => boolean) {
  const found: ReturnType<typeof protectedBy>[] = [];
  for (const [resourceArn] of account.backup.recoveryPoints.groups("resource")) {
    const point = newestOf(account, resourceArn, counts);
    if (point) found.push(protectedBy(account, point));
  }
  return found;
}

const arnOf = ({ ResourceArn }: ReturnType<typeof protectedBy>): string => ResourceArn;

export const describeProtectedResource = read<"DescribeProtectedResource">(({ ResourceArn }, account) => {
  readResourceArn(ResourceArn);
  const point = newestOf(account, ResourceArn);
  if (!point) throw notFound(`Resource ${ResourceArn} is not protected by AWS Backup.`);
  return {
    ...account.backup.latestRestores.get(ResourceArn),
    ...protectedBy(account, point),
    next: nextOfResource(account, ResourceArn),
  };
});

export const listProtectedResources = read<"ListProtectedResources">((input, account) => {
  const { items, token } = pageOfComputed(protectedResources(account), input, arnOf);
  return { Results: items, NextToken: token, next: nextOfBackups(account) };
});

export const listProtectedResourcesByBackupVault = read<"ListProtectedResourcesByBackupVault">(
  (input, account) => {
    const { BackupVaultName, BackupVaultAccountId } = input;
    const action = "ListProtectedResourcesByBackupVault";
    const named = vaultFor(account, BackupVaultName, action, BackupVaultAccountId);
    const { account: holder, vault } = vaultBehind(account, named);
    const isInVault = (point: RecoveryPoint): boolean => point.BackupVaultName === vault.BackupVaultName;
    const { items, token } = pageOfComputed(protectedResources(holder, isInVault), input, arnOf);
    return { Results: items, NextToken: token, next: nextIntoVault(holder, vault.BackupVaultName) };
  },
);
