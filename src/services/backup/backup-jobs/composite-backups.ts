import { type Arn, AwsError, parseArn } from "../../../core/basics";
import { minute } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import type { BackupJob } from "../records/backup-jobs";
import type { BackupSource } from "../records/resources";
import { removePoint } from "../recovery-points/removing";
import { sourceToBackUp } from "../resources/sources";
import { createJob } from "./creating";

const deepestNesting = 10;

/** Creates a job for each member of a composite resource. Members that cannot be backed up are left out. */
export function backUpMembers(
  account: BackupAccount,
  job: BackupJob,
  source: BackupSource,
): Partial<BackupJob> {
  if (!job.IsParent) return {};
  let NumberOfChildJobs = 0;
  let membersLeftOut = 0;
  if (job.ResourceType === "EKS") {
    const cluster = parseArn(source.arn);
    if (cluster) backUpMember(account, job, { source, arn: cluster }, true);
    NumberOfChildJobs++;
  }
  for (const text of source.members ?? []) {
    const member = text === source.arn ? undefined : memberOf(account, text);
    if (member && (job.membership?.depth ?? 0) < deepestNesting) {
      backUpMember(account, job, member, false);
      NumberOfChildJobs++;
    } else membersLeftOut++;
  }
  return { NumberOfChildJobs, membersLeftOut };
}

/** A member of a composite resource. */
interface Member {
  readonly source: BackupSource;
  readonly arn: Arn;
}

/** The member of an ARN, if it exists and its type can be backed up. */
function memberOf(account: BackupAccount, text: string): Member | undefined {
  const arn = parseArn(text);
  try {
    return arn && { arn, source: sourceToBackUp(account, arn) };
  } catch (refusal) {
    if (refusal instanceof AwsError) return undefined;
    throw refusal;
  }
}

/** Creates the job of a member. Members get snapshots only, and no copies: copying the composite copies them. */
function backUpMember(
  account: BackupAccount,
  job: BackupJob,
  { source, arn }: Member,
  clusterState: boolean,
): void {
  const { BackupJobId, IamRoleArn = "", pointArn, compositeRequest, followUp, CreationDate } = job;
  createJob(account, {
    vaultName: compositeRequest?.vaultName ?? job.BackupVaultName,
    airGappedVaultName: job.issue ? undefined : compositeRequest?.airGappedVaultName,
    lifecycle: compositeRequest?.lifecycle,
    resource: arn,
    roleArn: IamRoleArn,
    startWindowMinutes: (job.StartBy - CreationDate) / minute,
    completionWindowMinutes: job.completionWindowMinutes,
    tags: job.pointTags,
    options: undefined,
    idempotencyToken: undefined,
    createdBy: job.CreatedBy,
    followUp: followUp && { index: followUp.index === true, scans: followUp.scans ?? [] },
    membership: {
      parentJobId: BackupJobId,
      parentPointArn: pointArn,
      memberId: source.name ?? arn.resource.split(/[/:]/).at(-1) ?? arn.text,
      clusterState,
      depth: (job.membership?.depth ?? 0) + 1,
    },
  });
}

/**
 * Removes the finished points of members. They are found by their composite, since their jobs may no longer be
 * listed.
 */
export function discardMembers(account: BackupAccount, { pointArn }: BackupJob): void {
  for (const point of [...account.backup.recoveryPoints.by("parent", pointArn)]) {
    if (point.Status !== "CREATING") removePoint(account, point);
  }
}
