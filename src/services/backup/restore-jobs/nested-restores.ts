import { isObject } from "../../../model";
import type { BackupAccount, BackupView } from "../account/account";
import type { RecoveryPoint } from "../records/recovery-points";
import { isUnfinishedRestore, type RestoreJob } from "../records/restore-jobs";
import { type Metadata, RestoreMetadata } from "../records/restore-metadata";
import { isFinished } from "../recovery-points/types";
import { holderOf } from "../vaults/restore-access";
import { createRestoreJob, failRestoreJob } from "./creating";
import { metadataFault } from "./metadata";

/** What a restore of a composite says of the recovery points in it: by their ARNs, what each is restored with. */
const key = "nestedRestoreJobs";

/** Metadata are texts; other values, as JSON has them, are taken for theirs. */
const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

const metadataOf = (value: object): Metadata =>
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, textOf(member)]));

/** What a member is restored with, be it written as an object or as its JSON. */
function readMetadata(value: unknown): Metadata | undefined {
  const read = typeof value === "string" ? new RestoreMetadata({ value }).json("value") : value;
  return isObject(read) ? metadataOf(read) : undefined;
}

/**
 * Restores the recovery points in a composite that its metadata name, each by a job of its own. Returns why nothing can
 * be restored with such metadata.
 */
export function restoreNested(account: BackupAccount, job: RestoreJob): string | undefined {
  const asked = new RestoreMetadata(job.metadata).json(key);
  // What is no JSON is found when the job itself restores.
  if (!isObject(asked)) return undefined;
  const { recoveryPoints } = holderOf(account, job.RecoveryPointArn).backup;
  const orders: { readonly point: RecoveryPoint; readonly metadata: Metadata }[] = [];
  for (const [arn, value] of Object.entries(asked)) {
    const point = recoveryPoints.get(arn);
    if (point?.ParentRecoveryPointArn !== job.RecoveryPointArn || !isFinished(point)) {
      return `Cannot find recovery point with ARN: ${arn}`;
    }
    const metadata = readMetadata(value);
    if (!metadata) return "Restore metadata is invalid.";
    orders.push({ point, metadata });
  }
  const { IamRoleArn: roleArn, copiesTags, RestoreJobId: parentJobId } = job;
  for (const { point, metadata } of orders) {
    const nested = createRestoreJob(account, { point, metadata, roleArn, copiesTags, parentJobId });
    const fault = metadataFault(point, metadata);
    if (fault !== undefined) failRestoreJob(account, nested, fault);
  }
  return undefined;
}

const nestedIn = ({ backup }: BackupView, { IsParent, RestoreJobId }: RestoreJob): Iterable<RestoreJob> =>
  IsParent ? backup.restoreJobs.by("parent", RestoreJobId) : [];

/** A nested job that the one of the composite has to wait for. */
export function unfinishedNested(account: BackupView, job: RestoreJob): RestoreJob | undefined {
  for (const nested of nestedIn(account, job)) if (isUnfinishedRestore(nested)) return nested;
  return undefined;
}

/** Why a composite is not restored whose members were not all restored. */
export function nestedFailure(account: BackupView, job: RestoreJob): string | undefined {
  let failed = 0;
  for (const { Status } of nestedIn(account, job)) if (Status !== "COMPLETED") failed++;
  return failed === 0 ? undefined : `${failed} of the nested restore jobs failed.`;
}
