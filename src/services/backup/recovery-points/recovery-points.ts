import { hour, type Next } from "../../../core/time";
import { isAccessed } from "../access-points/protection";
import { type BackupAccount, type BackupView, read, write } from "../account/account";
import { invalidState, pointNotFound } from "../account/errors";
import { pageOf } from "../account/paging";
import { indexStatusOf } from "../indexing/index-status";
import { isBeingWritten, isInUse } from "../jobs/busy";
import { isInGroups, type RequestedGroups, smallestGroup } from "../jobs/listing";
import { isHeld } from "../legal-holds/holding";
import { type RecoveryPoint, recoveryPoints } from "../records/recovery-points";
import type { Vault } from "../records/vaults";
import { readResourceArn } from "../resources/resource-input";
import { aggregatedScan } from "../scans/scan-results";
import { vaultBehind } from "../vaults/restore-access";
import { checkVaultPolicy, isDenied } from "../vaults/vault-guard";
import { vaultFor, vaultNamed } from "../vaults/vaults";
import { checkAlterable } from "./alteration-guard";
import { postponesExpiry } from "./composite-lifetimes";
import { disableContinuous } from "./enabling-continuous";
import { emitPointChange } from "./events";
import { calculatedLifecycleOf } from "./lifecycle";
import { nextIntoVault, nextOfPoint } from "./next-steps";
import { checkMembership, removePoint } from "./removing";

/** The next lifecycle step of a finished point. */
export function nextByLifecycle(account: BackupAccount, point: RecoveryPoint): Next | undefined {
  const dates = calculatedLifecycleOf(point);
  if (dates?.MoveToColdStorageAt !== undefined && point.StorageClass !== "COLD") {
    return account.planned("moveToColdStorage", dates.MoveToColdStorageAt);
  }
  return dates?.DeleteAt === undefined ? undefined : account.planned("expire", dates.DeleteAt);
}

/** The type of a point's key, if it is the vault's key. */
export const keyTypeIn = (vault: Vault | undefined, { IsEncrypted, EncryptionKeyArn }: RecoveryPoint) =>
  IsEncrypted && vault?.EncryptionKeyArn === EncryptionKeyArn ? vault?.EncryptionKeyType : undefined;

/** A point as the service shows it. Without a lifecycle, both lifecycles are empty. */
const shown = (account: BackupView, point: RecoveryPoint, vault: Vault) => ({
  ...point,
  EncryptionKeyType: keyTypeIn(vault, point),
  ...indexStatusOf(account, point.RecoveryPointArn),
  AggregatedScanResult: aggregatedScan(point),
  Lifecycle: point.Lifecycle ?? {},
  CalculatedLifecycle: calculatedLifecycleOf(point) ?? {},
  next: nextOfPoint(account, point),
});

/** The point of an ARN in a named vault. */
export function pointIn(account: BackupView, vaultName: string, arn: string): RecoveryPoint {
  const vault = vaultNamed(account, vaultName);
  const point = account.backup.recoveryPoints.get(arn);
  if (point?.BackupVaultName !== vault.BackupVaultName) {
    throw pointNotFound();
  }
  return point;
}

export const describeRecoveryPoint = read<"DescribeRecoveryPoint">((input, account) => {
  const { BackupVaultName, RecoveryPointArn, BackupVaultAccountId } = input;
  const named = vaultNamed(account, BackupVaultName, BackupVaultAccountId);
  const { account: holder, vault } = vaultBehind(account, named);
  checkVaultPolicy(holder, vault, "DescribeRecoveryPoint", RecoveryPointArn);
  return shown(holder, pointIn(holder, vault.BackupVaultName, RecoveryPointArn), vault);
});

export const listRecoveryPointsByBackupVault = read<"ListRecoveryPointsByBackupVault">((input, account) => {
  const { BackupVaultName, BackupVaultAccountId } = input;
  const named = vaultFor(account, BackupVaultName, "ListRecoveryPointsByBackupVault", BackupVaultAccountId);
  const { account: holder, vault } = vaultBehind(account, named);
  const { ByResourceArn, ByResourceType, ByBackupPlanId, ByParentRecoveryPointArn } = input;
  const { ByCreatedBefore, ByCreatedAfter } = input;
  if (ByResourceArn !== undefined) readResourceArn(ByResourceArn);
  const groups: RequestedGroups<"vault" | "resource" | "parent"> = [
    ["vault", vault.BackupVaultName],
    ["resource", ByResourceArn],
    ["parent", ByParentRecoveryPointArn],
  ];
  const isOfGroups = isInGroups(recoveryPoints, groups);
  const where = (point: RecoveryPoint) =>
    isOfGroups(point) &&
    (ByResourceType === undefined || point.ResourceType === ByResourceType) &&
    (ByBackupPlanId === undefined || point.CreatedBy?.BackupPlanId === ByBackupPlanId) &&
    (ByCreatedBefore === undefined || point.CreationDate < ByCreatedBefore) &&
    (ByCreatedAfter === undefined || point.CreationDate > ByCreatedAfter);
  const list = smallestGroup(holder.backup.recoveryPoints, groups);
  const { items, token } = pageOf(list, input, { where, newestFirst: true });
  return {
    RecoveryPoints: items.map(point => shown(holder, point, vault)),
    NextToken: token,
    next: nextIntoVault(holder, vault.BackupVaultName),
  };
});

export const deleteRecoveryPoint = write<"DeleteRecoveryPoint">((input, account) => {
  const point = pointIn(account, input.BackupVaultName, input.RecoveryPointArn);
  if (point.Status === "CREATING") {
    throw invalidState(
      `Recovery point ${point.RecoveryPointArn} cannot be deleted while it is being created.`,
    );
  }
  checkAlterable(account, point, "DeleteRecoveryPoint");
  if (isInUse(account, point)) {
    throw invalidState(
      `Recovery point ${point.RecoveryPointArn} cannot be deleted while it is being backed up to, copied, restored, scanned or indexed.`,
    );
  }
  checkMembership(account, point);
  disableContinuous(account, point);
  removePoint(account, point);
  return {};
});

/** A legal hold, or an access point at the expiry, stops a point's lifecycle until it is gone. */
function holdBack({ backup }: BackupAccount, point: RecoveryPoint): void {
  backup.recoveryPoints.change(point, { heldBack: true, next: undefined });
}

export const recoveryPointSteps = {
  moveToColdStorage(point: RecoveryPoint, account: BackupAccount): void {
    if (isHeld(account, point)) {
      holdBack(account, point);
      return;
    }
    const { recoveryPoints } = account.backup;
    const cold = recoveryPoints.change(point, { StorageClass: "COLD", next: undefined });
    account.tally("recoveryPoints", "movedToColdStorage");
    recoveryPoints.change(cold, { next: nextByLifecycle(account, cold) });
  },

  expire(point: RecoveryPoint, account: BackupAccount): void {
    if (isHeld(account, point) || isAccessed(account, point)) {
      holdBack(account, point);
    } else if (postponesExpiry(account, point)) {
      return;
    } else if (isBeingWritten(account, point)) {
      // The job extends the retention of a continuous backup when it completes.
      account.backup.recoveryPoints.change(point, { next: account.planned("expire", account.now + hour) });
    } else if (isKeptFromExpiring(account, point)) {
      const StatusMessage =
        "The access policy of the backup vault denies the deletion of the recovery point.";
      const members = { Status: "EXPIRED", StatusMessage, next: undefined } as const;
      emitPointChange(account, account.backup.recoveryPoints.change(point, members));
    } else {
      disableContinuous(account, point);
      removePoint(account, point);
      account.tally("recoveryPoints", "expired");
    }
  },
};

/** A vault policy that denies deletion also denies it to AWS Backup, except for the service-linked role. */
function isKeptFromExpiring(account: BackupAccount, point: RecoveryPoint): boolean {
  const vault = account.backup.vaults.get(point.BackupVaultName);
  if (!vault || point.IamRoleArn?.includes(":role/aws-service-role/")) return false;
  return isDenied(account, vault, "DeleteRecoveryPoint", point.RecoveryPointArn);
}
