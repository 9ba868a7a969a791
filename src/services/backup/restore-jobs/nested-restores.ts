import { isObject } from "../../../model";
import type { BackupAccount, BackupView } from "../account/account";
import { noPoint } from "../account/errors";
import type { RecoveryPoint } from "../records/recovery-points";
import { isUnfinishedRestore, type RestoreJob } from "../records/restore-jobs";
import { type Metadata, RestoreMetadata } from "../records/restore-metadata";
import { restoreMetadataOf } from "../recovery-points/restore-metadata";
import { isFinished } from "../recovery-points/types";
import { holderOf } from "../vaults/restore-access";
import { createRestoreJob, failRestoreJob } from "./creating";
import { metadataFault } from "./metadata";

/** The metadata key of a composite's restore that holds the metadata of each point in it, by ARN. */
const key = "nestedRestoreJobs";

/** Metadata values are texts. Other JSON values are converted. */
const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

const metadataOf = (value: object): Metadata =>
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, textOf(member)]));

/** The metadata of a member, given as an object or as JSON text. */
function readMetadata(value: unknown): Metadata | undefined {
  const read = typeof value === "string" ? new RestoreMetadata({ value }).json("value") : value;
  return isObject(read) ? metadataOf(read) : undefined;
}

/** Creates a restore job for each point of a composite that its metadata names. Returns why the metadata is refused. */
export function restoreNested(account: BackupAccount, job: RestoreJob): string | undefined {
  const requested = new RestoreMetadata(job.metadata).json(key);
  // Metadata that is not JSON makes the composite's own restore fail.
  if (!isObject(requested)) return undefined;
  const holder = holderOf(account, job.RecoveryPointArn);
  const { recoveryPoints } = holder.backup;
  const orders: { readonly point: RecoveryPoint; readonly metadata: Metadata }[] = [];
  for (const [arn, value] of Object.entries(requested)) {
    const point = recoveryPoints.get(arn);
    if (point?.ParentRecoveryPointArn !== job.RecoveryPointArn || !isFinished(point)) {
      return noPoint;
    }
    const metadata = readMetadata(value);
    if (!metadata) return "Restore metadata is invalid.";
    orders.push({ point, metadata });
  }
  const { IamRoleArn: roleArn, copiesTags, RestoreJobId: parentJobId } = job;
  for (const { point, metadata } of orders) {
    const nested = createRestoreJob(account, { point, metadata, roleArn, copiesTags, parentJobId });
    const fault = metadataFault(point, metadata, restoreMetadataOf(holder, point));
    if (fault !== undefined) failRestoreJob(account, nested, fault);
  }
  return undefined;
}

const nestedIn = ({ backup }: BackupView, { IsParent, RestoreJobId }: RestoreJob): Iterable<RestoreJob> =>
  IsParent ? backup.restoreJobs.by("parent", RestoreJobId) : [];

/** An unfinished nested job, which the composite's job waits for. */
export function unfinishedNested(account: BackupView, job: RestoreJob): RestoreJob | undefined {
  for (const nested of nestedIn(account, job)) if (isUnfinishedRestore(nested)) return nested;
  return undefined;
}

/** The failure of a composite's restore if not all nested jobs completed. */
export function nestedFailure(account: BackupView, job: RestoreJob): string | undefined {
  let failed = 0;
  for (const { Status } of nestedIn(account, job)) if (Status !== "COMPLETED") failed++;
  return failed === 0 ? undefined : `${failed} of the nested restore jobs failed.`;
}
