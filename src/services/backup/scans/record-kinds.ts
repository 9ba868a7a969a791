import type { Failure, Kind } from "../../../core/world";
import type { BackupAccount, BackupShape } from "../account/account";
import { keepListed } from "../jobs/ended-jobs";
import type { ScanJob } from "../records/scan-jobs";
import { endScan } from "./scan-creating";
import { scanJobSteps } from "./scan-running";

/** A scan that has begun saves its result in the recovery point. */
const failure = (
  state: "FAILED" | "CANCELED" | "COMPLETED_WITH_ISSUES",
  from: readonly string[],
): Failure<BackupShape, ScanJob> => ({
  from,
  at: [],
  fail(job: ScanJob, account: BackupAccount, message: string | undefined) {
    if (job.State === "CREATED") {
      endScan(account, job, { State: state, StatusMessage: message });
      return;
    }
    const outcome = { fails: { state, message: message ?? "" } };
    scanJobSteps.complete(account.backup.scanJobs.change(job, { outcome }), account);
  },
});

export const scanJobKind = {
  description: { by: "DescribeScanJob", inputFor: ({ ScanJobId }) => ({ ScanJobId }) },
  fixed: ["BackupVaultName", "BackupVaultArn", "RecoveryPointArn", "ResourceArn", "ResourceType"],
  state: "State",
  isJob: true,
  handlesOutcome: true,
  works: {
    CREATED: { step: "start", duration: "scanJobStart", phase: "waiting" },
    RUNNING: { step: "complete", duration: "scanJob" },
  },
  failures: {
    FAILED: failure("FAILED", ["CREATED", "RUNNING"]),
    COMPLETED_WITH_ISSUES: failure("COMPLETED_WITH_ISSUES", ["RUNNING"]),
    CANCELED: failure("CANCELED", ["CREATED", "RUNNING"]),
  },
  edited: (before, after, account) => keepListed(account, account.backup.scanJobs, before, after),
} satisfies Kind<BackupShape, ScanJob>;
