import type { Kind } from "../../../core/world";
import type { BackupShape } from "../account/account";
import { keepListed } from "../jobs/ended-jobs";
import type { CopyJob } from "../records/copy-jobs";
import { jobMessage } from "../records/job-messages";
import { copyJobSteps, failCopy } from "./running";

export const copyJobKind = {
  description: { by: "DescribeCopyJob.CopyJob", inputFor: ({ CopyJobId }) => ({ CopyJobId }) },
  fixed: [
    "SourceBackupVaultArn",
    "SourceRecoveryPointArn",
    "DestinationBackupVaultArn",
    "DestinationRecoveryPointArn",
    "ResourceArn",
    "ResourceType",
    "IsParent",
    "ParentJobId",
  ],
  state: "State",
  isJob: true,
  handlesOutcome: true,
  transfers: true,
  works: {
    CREATED: { step: "start", duration: "copyJobStart", phase: "waiting" },
    RUNNING: { step: "complete", duration: "copyJob" },
  },
  failures: {
    FAILED: {
      from: ["CREATED", "RUNNING"],
      at: [],
      fail(job, account, message) {
        failCopy(account, job, jobMessage(message ?? ""));
      },
    },
    PARTIAL: {
      from: ["RUNNING"],
      at: [],
      fail(job, account, message = "") {
        const outcome = { fails: { state: "PARTIAL", message } } as const;
        copyJobSteps.complete(account.backup.copyJobs.change(job, { outcome }), account);
      },
    },
  },
  edited: (before, after, account) => keepListed(account, account.backup.copyJobs, before, after),
} satisfies Kind<BackupShape, CopyJob>;
