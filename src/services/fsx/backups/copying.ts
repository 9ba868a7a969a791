import type { CopyBackupCommandInput } from "@aws-sdk/client-fsx";
import { arn, isKnownRegion, type Place, samePartition } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { type FsxAccount, write } from "../account/account";
import {
  incompatibleRegion,
  invalidDestinationKey,
  invalidRegion,
  invalidSourceKey,
  limitExceeded,
  sourceUnavailable,
  unsupported,
} from "../account/errors";
import { once } from "../account/idempotency";
import { isUsableKey, usableKey } from "../external-resources/kms-keys";
import { hasMultiAz } from "../file-systems/multi-az";
import { type Backup, fileSystemTypeOf } from "../records/backups";
import { addTags, newTags, userTags } from "../tags/tags";
import { backupWithId, shownBackup } from "./backups";
import { checkBackupLimit } from "./user-backups";

type Input = Stored<CopyBackupCommandInput>;

export const copyBackup = write<"CopyBackup">((input, account) => {
  const backup = once(account, "CopyBackup", input, account.fsx.backups, () => beginCopy(account, input));
  return { Backup: shownBackup(account, backup) };
});

/** The place of the source backup: this Region or another one of the same partition. */
function sourcePlace({ accountId, region: here }: Place, region = here): Place {
  const isReachable = region === here || (isKnownRegion(region) && samePartition(region, here));
  if (!isReachable) {
    throw invalidRegion(`Invalid source Region: ${region}`);
  }
  return { accountId, region };
}

function beginCopy(account: FsxAccount, input: Input): Backup {
  const { fsx, place, now, ids } = account;
  const from = sourcePlace(place, input.SourceRegion);
  const source = backupWithId(account.at(from), input.SourceBackupId);
  checkSource(source, place);
  if (source.KmsKeyId !== undefined && !isUsableKey(account.at(from), source.KmsKeyId)) {
    throw invalidSourceKey(`Invalid KMS key of backup ${source.BackupId}: ${source.KmsKeyId}`);
  }
  const KmsKeyId = usableKey(account, input.KmsKeyId, invalidDestinationKey);
  checkLimits(account, source);
  const inherited = input.CopyTags ? userTags(source.Tags) : [];
  const BackupId = `backup-${ids.hex(17)}`;
  const made: Backup = {
    ...source,
    BackupId,
    Lifecycle: "COPYING",
    Type: "USER_INITIATED",
    ProgressPercent: undefined,
    CreationTime: now,
    KmsKeyId,
    ResourceARN: arn("fsx", place, `backup/${BackupId}`),
    Tags: input.Tags ? addTags(inherited, input.Tags) : newTags(undefined, inherited),
    OwnerId: place.accountId,
    SourceBackupId: source.BackupId,
    SourceBackupRegion: from.region,
    daysKept: undefined,
    copiesUnderWay: undefined,
  };
  account.at(from).fsx.backups.update(source.BackupId, { copiesUnderWay: (source.copiesUnderWay ?? 0) + 1 });
  return fsx.backups.insert(made, {
    next: account.inFlight("completeCopy", account.duration("fsxBackupCopy", made)),
  });
}

function checkSource(source: Backup, { region }: Place): void {
  const { BackupId, Lifecycle, ofFileSystem, ofVolume } = source;
  if (ofVolume) throw unsupported("Copying backups of ONTAP volumes is not supported.");
  if (Lifecycle !== "AVAILABLE") throw sourceUnavailable(BackupId, Lifecycle);
  const isMultiAz = ofFileSystem?.WindowsConfiguration?.DeploymentType === "MULTI_AZ_1";
  if (isMultiAz && !hasMultiAz("WINDOWS", region)) {
    throw incompatibleRegion(`Multi-AZ file systems are not supported in Region ${region}.`);
  }
}

function checkLimits(account: FsxAccount, source: Backup): void {
  checkBackupLimit(account, fileSystemTypeOf(source));
  const limit = account.quota("fsxBackupCopies");
  if (account.fsx.backups.by("state", "COPYING").size >= limit) {
    throw limitExceeded(
      "TOTAL_IN_PROGRESS_COPY_BACKUPS",
      `The maximum number of backup copies in progress to a Region is ${limit}.`,
    );
  }
}

/** Completes a copy. Its source can be deleted again once no other copy of it is in progress. */
export function completeCopy(backup: Backup, account: FsxAccount): void {
  account.fsx.backups.change(backup, { Lifecycle: "AVAILABLE", ProgressPercent: 100, next: undefined });
  releaseSource(backup, account);
}

/** Ends the use of a copy's source. */
export function releaseSource(backup: Backup, account: FsxAccount): void {
  const { SourceBackupId = "", SourceBackupRegion: region = account.place.region } = backup;
  const { backups } = account.at({ ...account.place, region }).fsx;
  const source = backups.get(SourceBackupId);
  if (source) backups.update(SourceBackupId, { copiesUnderWay: (source.copiesUnderWay ?? 1) - 1 });
}
