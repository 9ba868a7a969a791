import { AwsError } from "../../../core/basics";
import { minute } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import type { BackupJob } from "../records/backup-jobs";
import type { BackupSource } from "../records/resources";
import { removePoint } from "../recovery-points/removing";
import { sourceToBackUp } from "../resources/sources";
import { createJob } from "./creating";

const deepestNesting = 10;

/** Backs up what a composite resource consists of, each by a job of its own; what cannot be backed up is left out. */
export function backUpMembers(
  account: BackupAccount,
  job: BackupJob,
  source: BackupSource,
): Partial<BackupJob> {
  if (!job.IsParent) return {};
  let NumberOfChildJobs = 0;
  let leftOut = 0;
  if (job.ResourceType === "EKS") {
    backUpMember(account, job, source, true);
    NumberOfChildJobs++;
  }
  for (const memberArn of source.members ?? []) {
    const member = memberArn === source.arn ? undefined : memberOf(account, memberArn);
    if (member && (job.membership?.depth ?? 0) < deepestNesting) {
      backUpMember(account, job, member, false);
      NumberOfChildJobs++;
    } else leftOut++;
  }
  return { NumberOfChildJobs, leftOut };
}

/** The resource, if it is there and of a type that can be backed up. */
function memberOf(account: BackupAccount, arn: string): BackupSource | undefined {
  try {
    return sourceToBackUp(account, arn);
  } catch (refusal) {
    if (refusal instanceof AwsError) return undefined;
    throw refusal;
  }
}

/** Members get snapshots only, and no copies of their own: those come with the composite's. */
function backUpMember(
  account: BackupAccount,
  job: BackupJob,
  member: BackupSource,
  clusterState: boolean,
): void {
  const { BackupJobId, IamRoleArn = "", pointArn, asked, followUp, CreationDate } = job;
  createJob(account, {
    vaultName: asked?.vaultName ?? job.BackupVaultName,
    airGappedVaultArn: job.issue ? undefined : asked?.airGappedVaultArn,
    lifecycle: asked?.lifecycle,
    resourceArn: member.arn,
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
      memberId: member.name ?? member.arn.split(/[/:]/).at(-1) ?? member.arn,
      clusterState,
      depth: (job.membership?.depth ?? 0) + 1,
    },
  });
}

/** Takes away the points that members have got already; their jobs may be too old to be listed by now. */
export function discardMembers(account: BackupAccount, { pointArn }: BackupJob): void {
  for (const point of [...account.backup.recoveryPoints.by("parent", pointArn)]) {
    if (point.Status !== "CREATING") removePoint(account, point);
  }
}
