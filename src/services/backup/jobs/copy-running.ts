import type { Timed } from "../../../core/next";
import { day, hour, minute } from "../../../core/time";
import type { BackupAccount } from "../account";
import { keptLifecycle, type Lifecycle } from "../points/lifecycle";
import type { RecoveryPoint } from "../points/recovery-points";
import { vaultOfArn } from "../vaults/vault-arn";
import { lockState } from "../vaults/vault-lock";
import { type Vault, vaultArn } from "../vaults/vaults";
import type { BackupJob } from "./backup-jobs";
import { runningOn } from "./busy";
import { makeCopy } from "./copied-points";
import { emitCopyChange } from "./copy-events";
import { type JobFault, readyCopy } from "./copy-faults";
import type { CopyJob } from "./copy-jobs";
import { expectCopy, stopExpectingCopy } from "./incoming-copies";
import { takeOutcome } from "./outcomes";

/** What is to be copied where, whoever asks for it. */
export interface CopyRequest {
  readonly point: RecoveryPoint;
  readonly destinationArn: string;
  readonly roleArn: string;
  readonly lifecycle: Lifecycle | undefined;
  readonly idempotencyToken?: string | undefined;
  /** The backup job after which a plan's rule, or the service itself, makes the copy. */
  readonly after?: BackupJob | undefined;
}

const retriedFor = 2 * hour;
const retryAfter = 10 * minute;
const listedFor = 30 * day;

const destinationOf = (account: BackupAccount, arn: string) => {
  const address = vaultOfArn(arn);
  return address && { address, vault: account.at(address.place).backup.vaults.get(address.name) };
};

const shownOf = (vault: Vault | undefined): Partial<CopyJob> => ({
  DestinationVaultType: vault?.VaultType,
  DestinationVaultLockState: lockState(vault),
});

/** Puts a copy job on the list; from there on it runs by itself. */
export function createCopyJob(account: BackupAccount, request: CopyRequest): CopyJob {
  const { backup, place, now, ids } = account;
  const { point, destinationArn, after } = request;
  const destination = destinationOf(account, destinationArn);
  const job: CopyJob = {
    AccountId: place.accountId,
    CopyJobId: ids.uuid().toUpperCase(),
    SourceBackupVaultArn: vaultArn(place, point.BackupVaultName),
    SourceRecoveryPointArn: point.RecoveryPointArn,
    DestinationBackupVaultArn: destinationArn,
    ...shownOf(destination?.vault),
    ResourceArn: point.ResourceArn,
    ResourceType: point.ResourceType,
    ResourceName: point.ResourceName,
    CreationDate: now,
    State: "CREATED",
    IamRoleArn: request.roleArn,
    CreatedBy: after?.CreatedBy,
    CreatedByBackupJobId: after?.BackupJobId,
    IsParent: point.IsParent === true,
    CompositeMemberIdentifier: point.CompositeMemberIdentifier,
    lifecycle: keptLifecycle(request.lifecycle),
    idempotencyToken: request.idempotencyToken,
    outcome: takeOutcome(account, "copy", {
      resourceArn: point.ResourceArn,
      resourceType: point.ResourceType,
      backupVaultName: destination?.address.name,
    }),
  };
  const created = backup.copyJobs.insert({
    ...job,
    next: account.inFlight("start", account.duration("copyJobStart", job)),
  });
  expectCopy(account, created);
  emitCopyChange(account, created);
  return created;
}

/** Makes the copies that a plan's rule wants of what a backup job has made. */
export function copyByRule(account: BackupAccount, job: BackupJob, point: RecoveryPoint): void {
  for (const { DestinationBackupVaultArn, Lifecycle } of job.copyActions ?? []) {
    createCopyJob(account, {
      point,
      destinationArn: DestinationBackupVaultArn,
      roleArn: point.IamRoleArn ?? "",
      lifecycle: Lifecycle,
      after: job,
    });
  }
}

/** Replaces members of a job that goes on to another state, and says so on the event bus. */
function change(account: BackupAccount, job: CopyJob, members: Partial<CopyJob>): void {
  emitCopyChange(account, account.backup.copyJobs.replace({ ...job, next: undefined, ...members }));
}

/** A job that has come to its end stays listed for 30 days. */
function end(account: BackupAccount, job: CopyJob, members: Partial<CopyJob>): void {
  change(account, job, {
    CompletionDate: account.now,
    ...members,
    next: account.planned("forget", account.now + listedFor),
  });
  stopExpectingCopy(account, job);
}

const fail = (account: BackupAccount, job: CopyJob, { category, message }: JobFault): void =>
  end(account, job, { State: "FAILED", MessageCategory: category, StatusMessage: message });

/** What happens to copy jobs by themselves. */
export const copyJobSteps = {
  start(job: CopyJob, account: BackupAccount): void {
    const ready = readyCopy(account, job);
    const other = runningOn(account, job.ResourceArn);
    if ("fault" in ready) fail(account, job, ready.fault);
    else if (other) waitFor(account, job, other);
    else {
      change(account, job, {
        State: "RUNNING",
        ...shownOf(ready.vault),
        DestinationRecoveryPointLifecycle: ready.lifecycle,
        BackupSizeInBytes: job.outcome?.transfers ?? ready.point.BackupSizeInBytes,
        next: account.inFlight("complete", job.outcome?.takes ?? account.duration("copyJob", job)),
      });
    }
  },

  complete(job: CopyJob, account: BackupAccount): void {
    const { fails } = job.outcome ?? {};
    if (fails && fails.state !== "PARTIAL") {
      fail(account, job, { category: "FATAL_ERROR", message: fails.message });
      return;
    }
    const ready = readyCopy(account, job);
    if ("fault" in ready) {
      fail(account, job, ready.fault);
      return;
    }
    const copy = makeCopy(account, job, ready);
    end(account, job, {
      State: fails ? "PARTIAL" : "COMPLETED",
      StatusMessage: fails?.message,
      MessageCategory: fails ? "MISCELLANEOUS" : "SUCCESS",
      DestinationRecoveryPointArn: copy.RecoveryPointArn,
      DestinationEncryptionKeyArn: copy.EncryptionKeyArn,
    });
  },

  forget(job: CopyJob, account: BackupAccount): void {
    account.backup.copyJobs.remove(job.CopyJobId);
  },
};

/** One job per resource: the other ones try again, for two hours. */
function waitFor(account: BackupAccount, job: CopyJob, { next }: Timed): void {
  const left = job.CreationDate + retriedFor - account.now;
  if (left <= 0) {
    fail(account, job, {
      category: "CONCURRENT_JOB",
      message: "There are too many copy jobs running for resource.",
    });
    return;
  }
  const wait = next && !next.held ? next.at - account.now : retryAfter;
  account.backup.copyJobs.update(job.CopyJobId, { next: account.inFlight("start", Math.min(wait, left)) });
}
