import type { Failure, Kind } from "../../../core/world";
import type { BackupAccount, BackupShape } from "../account/account";
import { keepListed } from "../jobs/ended-jobs";
import type { BackupJob } from "../records/backup-jobs";
import { categoryOf } from "../records/message-categories";
import { unfinishedChild, unfinishedChildren } from "./child-jobs";
import { discard, finish } from "./running";
import { abortJob, end } from "./transitions";

/** Ends a job, and the jobs of the members of its resource, without a recovery point. */
const failure = (State: "FAILED" | "ABORTED" | "EXPIRED"): Failure<BackupShape, BackupJob> => ({
  from: ["CREATED", "PENDING", "RUNNING", "ABORTING"],
  at: [],
  fail(job: BackupJob, account: BackupAccount, message: string | undefined) {
    for (const child of unfinishedChildren(account, job)) abortJob(account, child);
    discard(account, job);
    const MessageCategory = categoryOf(message ?? "");
    end(account, job, { State, MessageCategory, StatusMessage: message });
  },
});

export const backupJobKind = {
  required: ["StartBy"],
  description: { by: "DescribeBackupJob", inputFor: ({ BackupJobId }) => ({ BackupJobId }) },
  fixed: [
    "BackupVaultName",
    "BackupVaultArn",
    "ResourceArn",
    "ResourceType",
    "RecoveryPointArn",
    "IsParent",
    "ParentJobId",
  ],
  state: "State",
  isJob: true,
  handlesOutcome: true,
  transfers: true,
  works: {
    CREATED: { step: "start", duration: "backupJobStart", phase: "waiting" },
    PENDING: { step: "start", duration: "backupJobStart", phase: "waiting" },
    RUNNING: { step: "complete", duration: "backupJob" },
    ABORTING: { step: "abort", duration: "backupJobStop" },
  },
  requests: { ABORTING: (job, account) => abortJob(account, job) },
  failures: {
    FAILED: failure("FAILED"),
    ABORTED: failure("ABORTED"),
    EXPIRED: failure("EXPIRED"),
    PARTIAL: {
      from: ["RUNNING"],
      at: [],
      fail(job, account, message) {
        if (!unfinishedChild(account, job)) finish(account, job, message ?? "");
      },
    },
  },
  edited: (before, after, account) => keepListed(account, account.backup.backupJobs, before, after),
} satisfies Kind<BackupShape, BackupJob>;
