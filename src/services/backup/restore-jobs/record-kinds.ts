import type { Failure, Kind } from "../../../core/world";
import type { BackupAccount, BackupShape } from "../account/account";
import { keepListed } from "../jobs/ended-jobs";
import type { LatestRestore } from "../records/latest-restores";
import type { PendingTest } from "../records/pending-restore-tests";
import type { RestoreJob } from "../records/restore-jobs";
import { endRestore } from "./creating";
import { endDeletion } from "./validation";

const failure = (Status: "FAILED" | "ABORTED"): Failure<BackupShape, RestoreJob> => ({
  from: ["PENDING", "RUNNING"],
  at: [],
  fail(job: RestoreJob, account: BackupAccount, message: string | undefined) {
    endRestore(account, job, { Status, StatusMessage: message });
  },
});

export const restoreJobKind = {
  description: { by: "DescribeRestoreJob", inputFor: ({ RestoreJobId }) => ({ RestoreJobId }) },
  fixed: [
    "RecoveryPointArn",
    "SourceResourceArn",
    "ResourceType",
    "BackupVaultArn",
    "IsParent",
    "ParentJobId",
  ],
  state: "Status",
  isJob: true,
  handlesOutcome: true,
  transfers: true,
  works: {
    PENDING: { step: "start", duration: "restoreJobStart", phase: "waiting" },
    RUNNING: { step: "complete", duration: "restoreJob" },
  },
  sideWorks: { deleteRestored: { member: "DeletionStatus", duration: "restoreTestDeletion" } },
  failures: {
    FAILED: {
      ...failure("FAILED"),
      at: ["deleteRestored"],
      fail(job, account, message) {
        if (job.next?.step === "deleteRestored") endDeletion(account, job, message ?? "");
        else endRestore(account, job, { Status: "FAILED", StatusMessage: message });
      },
    },
    ABORTED: failure("ABORTED"),
  },
  edited: (before, after, account) => keepListed(account, account.backup.restoreJobs, before, after),
} satisfies Kind<BackupShape, RestoreJob>;

export const latestRestoreKind = {
  required: ["LatestRestoreExecutionTimeMinutes", "LatestRestoreJobCreationDate"],
  description: {
    by: "DescribeProtectedResource",
    inputFor: ({ ResourceArn }) => ({ ResourceArn }),
  },
} satisfies Kind<BackupShape, LatestRestore>;

/** A restore test whose job does not exist yet. Only its delay can be set. */
export const pendingTestKind = {
  stateOf: () => "PENDING",
  works: { PENDING: { step: "start", duration: "restoreTestStart" } },
} satisfies Kind<BackupShape, PendingTest>;
