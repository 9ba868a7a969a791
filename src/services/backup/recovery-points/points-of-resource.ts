import { type Arn, parseArn } from "../../../core/basics";
import { type BackupView, type OwnBackup, read } from "../account/account";
import { pageOf, pageOfComputed } from "../account/paging";
import { indexStatusOf } from "../indexing/index-status";
import type { RecoveryPoint } from "../records/recovery-points";
import { checkResource } from "../resources/resource-input";
import { serviceOwning } from "../resources/sources";
import { aggregatedScan } from "../scans/scan-results";
import { nextOfPoint, nextOfResource } from "./next-steps";
import { keyTypeIn } from "./recovery-points";

export const listRecoveryPointsByResource = read<"ListRecoveryPointsByResource">((input, account) => {
  const { ResourceArn, ManagedByAWSBackupOnly } = input;
  checkResource(account, ResourceArn);
  const arn = parseArn(ResourceArn);
  const list = account.backup.recoveryPoints.by("resource", ResourceArn);
  const own = arn && !ManagedByAWSBackupOnly ? ownBackupsOf(account, arn) : [];
  // Sorting them together takes a list of all points, so it is left out where there is nothing to sort.
  const { items, token } =
    own.length === 0
      ? pageOf(list, input, { newestFirst: true })
      : pageOfComputed(newestFirst([...list, ...own]), input, arnOf);
  return {
    RecoveryPoints: items.map(item => ("arn" in item ? shownBackup(item) : shownPoint(account, item))),
    NextToken: token,
    next: nextOfResource(account, ResourceArn),
  };
});

type Listed = RecoveryPoint | OwnBackup;

const arnOf = (item: Listed): string => ("arn" in item ? item.arn : item.RecoveryPointArn);
const createdAt = (item: Listed): number => ("arn" in item ? item.createdAt : item.CreationDate);
const newestFirst = (items: readonly Listed[]): readonly Listed[] =>
  items.toReversed().sort((a, b) => createdAt(b) - createdAt(a));

const ownBackupsOf = (account: BackupView, arn: Arn): readonly OwnBackup[] =>
  serviceOwning(account, arn)?.ownBackups?.(account, arn.text) ?? [];

const shownPoint = (account: BackupView, { BackupSizeInBytes, ...point }: RecoveryPoint) => ({
  ...point,
  ...indexStatusOf(account, point.RecoveryPointArn),
  EncryptionKeyType: keyTypeIn(account.backup.vaults.get(point.BackupVaultName), point),
  AggregatedScanResult: aggregatedScan(point),
  BackupSizeBytes: BackupSizeInBytes,
  next: nextOfPoint(account, point),
});

/** No vault holds it. */
const shownBackup = ({ arn, createdAt: CreationDate, isMade, encryptionKeyArn, next }: OwnBackup) => ({
  RecoveryPointArn: arn,
  CreationDate,
  Status: isMade ? ("COMPLETED" as const) : ("CREATING" as const),
  EncryptionKeyArn: encryptionKeyArn,
  IsParent: false,
  next,
});
