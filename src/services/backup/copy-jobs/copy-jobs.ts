import { locate, parseArn } from "../../../core/basics";
import { type BackupView, read, write } from "../account/account";
import {
  insufficientPrivileges,
  invalidParameter,
  invalidRequest,
  limitExceeded,
  notFound,
  pointNotFound,
} from "../account/errors";
import { isReserved, isRoleArn } from "../account/names";
import { pageOfJobs } from "../jobs/job-pages";
import { nextOfUnfinished } from "../jobs/listing";
import { type CopyJob, copyJobs } from "../records/copy-jobs";
import { type VaultAddress, vaultOfArn } from "../records/vaults";
import { lifecycleFault } from "../recovery-points/lifecycle";
import { isClusterState, isContinuous } from "../recovery-points/types";
import { checkVaultPolicy } from "../vaults/vault-guard";
import { createCopyJob } from "./creating";
import { copyRefusal, hasTooManyCopies } from "./faults";

export const startCopyJob = write<"StartCopyJob">((input, account) => {
  const { backup } = account;
  const { SourceBackupVaultName, RecoveryPointArn, DestinationBackupVaultArn, IamRoleArn } = input;
  const token = input.IdempotencyToken;
  const [earlier] = token === undefined ? [] : backup.copyJobs.by("idempotencyToken", token);
  if (earlier) return earlier;
  if (!isRoleArn(IamRoleArn)) throw invalidParameter(`Invalid IAM role ARN: ${IamRoleArn}`);
  const fault = input.Lifecycle && lifecycleFault(input.Lifecycle);
  if (fault !== undefined) throw invalidParameter(fault);
  const destination = vaultToCopyTo(account, DestinationBackupVaultArn);
  if (isReserved(destination.name)) throw insufficientPrivileges();
  const vault = backup.vaults.get(SourceBackupVaultName);
  if (!vault) throw notFound(`Backup vault ${SourceBackupVaultName} does not exist.`);
  checkVaultPolicy(account, vault, "StartCopyJob", RecoveryPointArn);
  const point = backup.recoveryPoints.get(RecoveryPointArn);
  if (point?.BackupVaultName !== SourceBackupVaultName) {
    throw pointNotFound();
  }
  if (isContinuous(point)) {
    throw invalidRequest(
      `Recovery point ${RecoveryPointArn} cannot be copied: it is a continuous backup, of which StartCopyJob makes no copies.`,
    );
  }
  if (isClusterState(point)) {
    throw invalidRequest(
      `Recovery point ${RecoveryPointArn} cannot be copied: the state of an EKS cluster is copied with its composite.`,
    );
  }
  const refusal = copyRefusal(point);
  if (refusal) throw invalidRequest(refusal.fault.message);
  if (hasTooManyCopies(account, point.ResourceArn, destination.place)) {
    throw limitExceeded("There are too many copy jobs running for resource.");
  }
  return createCopyJob(account, {
    point,
    destination,
    roleArn: IamRoleArn,
    lifecycle: input.Lifecycle,
    idempotencyToken: token,
  });
});

/** The address in the ARN of a destination vault. Refuses vaults of other partitions. */
function vaultToCopyTo({ place }: BackupView, text: string): VaultAddress {
  const arn = parseArn(text);
  const address = vaultOfArn(arn);
  if (!arn || !address || locate(arn, place) === "foreign") {
    throw invalidParameter(`Invalid backup vault ARN: ${text}`);
  }
  return address;
}

/** A job as it is shown. The job of a composite point has the states of its members' jobs. */
function shown({ backup }: BackupView, job: CopyJob): CopyJob {
  if (!job.IsParent) return job;
  const counts: Partial<Record<CopyJob["State"], number>> = {};
  for (const { State } of backup.copyJobs.by("parent", job.CopyJobId))
    counts[State] = (counts[State] ?? 0) + 1;
  return { ...job, ChildJobsInState: counts };
}

export const describeCopyJob = read<"DescribeCopyJob">(({ CopyJobId }, account) => {
  const job = account.backup.copyJobs.get(CopyJobId);
  if (!job) throw notFound(`Cannot find copy job with ID: ${CopyJobId}`);
  return { CopyJob: shown(account, job) };
});

export const listCopyJobs = read<"ListCopyJobs">((input, account) => {
  const { items, token, next } = pageOfJobs(account, input, {
    spec: copyJobs,
    tableOf: ({ backup }) => backup.copyJobs,
    groups: [
      ["resource", input.ByResourceArn],
      ["state", input.ByState],
      ["destination", input.ByDestinationVaultArn],
      ["sourcePoint", input.BySourceRecoveryPointArn],
      ["parent", input.ByParentJobId],
    ],
    next: ({ backup }) => nextOfUnfinished(backup.copyJobs.by("unfinished", "yes")),
  });
  const { place } = account;
  const CopyJobs = items.map(job => {
    const { AccountId = place.accountId } = job;
    return shown(
      AccountId === place.accountId ? account : account.at({ ...place, accountId: AccountId }),
      job,
    );
  });
  return { CopyJobs, NextToken: token, next };
});
