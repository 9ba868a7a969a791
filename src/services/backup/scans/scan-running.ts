import { minute } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import type { RecoveryPoint } from "../records/recovery-points";
import type { ScanJob } from "../records/scan-jobs";
import { isContinuous } from "../recovery-points/types";
import { findSource } from "../resources/sources";
import { changeScan, endScan } from "./scan-creating";
import { scanFault } from "./scannable";

const retryAfter = minute;

/** Documented texts, the first as AWS has it; of a failure only who caused it knows more. */
const messages = {
  FAILED: "Scan job failed.",
  COMPLETED: "An AWS Backup scan job was successful completed.",
  COMPLETED_WITH_ISSUES: "Scan job partially completed. View more details in Amazon GuardDuty",
  CANCELED: "Scan job was stopped by user.",
};

/** What the states that a test can have a job end in are called here. */
const endings = {
  FAILED: "FAILED",
  EXPIRED: "FAILED",
  PARTIAL: "COMPLETED_WITH_ISSUES",
  ABORTED: "CANCELED",
} as const;

/** What happens to scan jobs by themselves. */
export const scanJobSteps = {
  start(job: ScanJob, account: BackupAccount): void {
    const { scanJobs, recoveryPoints } = account.backup;
    const point = recoveryPoints.get(job.RecoveryPointArn);
    const fault = point ? scanFault(point) : missing(job);
    const isBusy =
      scanJobs.by("state", "RUNNING").size >= account.quota("runningScans") ||
      scanJobs.by("runningOnResource", job.ResourceArn).size >= account.quota("runningScansPerResource");
    if (fault !== undefined) {
      endScan(account, job, { State: "FAILED", StatusMessage: fault });
    } else if (isBusy) {
      scanJobs.update(job.ScanJobId, { next: account.inFlight("start", retryAfter) });
    } else {
      changeScan(account, job, {
        State: "RUNNING",
        ScanId: account.ids.hex(32),
        next: account.inFlight("complete", job.outcome?.takes ?? account.duration("scanJob", job)),
      });
    }
  },

  complete(job: ScanJob, account: BackupAccount): void {
    const { fails } = job.outcome ?? {};
    const point = account.backup.recoveryPoints.get(job.RecoveryPointArn);
    const State = !point ? "FAILED" : fails ? endings[fails.state] : "COMPLETED";
    const isThrough = State === "COMPLETED" || State === "COMPLETED_WITH_ISSUES";
    const threatened = point !== undefined && isInfected(account, job, point);
    endScan(account, job, {
      State,
      StatusMessage: point ? fails?.message || messages[State] : missing(job),
      ScanResult: isThrough
        ? { ScanResultStatus: threatened ? "THREATS_FOUND" : "NO_THREATS_FOUND" }
        : undefined,
    });
    if (point) keepResult(account, point, job, State, isThrough && threatened);
  },

  forget(job: ScanJob, account: BackupAccount): void {
    account.backup.scanJobs.remove(job.ScanJobId);
  },
};

const missing = (job: ScanJob): string => `Cannot find recovery point with ARN: ${job.RecoveryPointArn}`;

/** A continuous backup goes on with its resource; and what was clean in the base of a scan is not looked at again. */
function isInfected(account: BackupAccount, job: ScanJob, point: RecoveryPoint): boolean {
  if (isContinuous(point) && findSource(account, job.ResourceArn)?.infected === true) return true;
  if (point.infected !== true) return false;
  const base = account.backup.recoveryPoints.get(job.ScanBaseRecoveryPointArn ?? "");
  return base?.infected !== true;
}

/** What the latest scan found stays with the point, longer than its job. */
function keepResult(
  account: BackupAccount,
  point: RecoveryPoint,
  job: ScanJob,
  state: "COMPLETED" | "COMPLETED_WITH_ISSUES" | "FAILED" | "CANCELED",
  threatened: boolean,
): void {
  account.backup.recoveryPoints.update(point.RecoveryPointArn, {
    ScanResults: [
      {
        MalwareScanner: job.MalwareScanner,
        ScanJobState: state,
        LastScanTimestamp: account.now,
        Findings: threatened ? ["MALWARE"] : [],
      },
    ],
  });
}
