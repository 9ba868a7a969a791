import { minute } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import { noPoint } from "../account/errors";
import type { RecoveryPoint } from "../records/recovery-points";
import type { ScanJob } from "../records/scan-jobs";
import { isContinuous } from "../recovery-points/types";
import { sourceOf } from "../resources/sources";
import { changeScan, endScan } from "./scan-creating";
import { scanFault } from "./scannable";

const retryAfter = minute;

/** Documented status messages. A test can set a more specific one for a failure. */
const statusMessages = {
  FAILED: "Scan job failed.",
  COMPLETED: "An AWS Backup scan job was successful completed.",
  COMPLETED_WITH_ISSUES: "Scan job partially completed. View more details in Amazon GuardDuty",
  CANCELED: "Scan job was stopped by user.",
};

/** The timed steps of scan jobs. */
export const scanJobSteps = {
  start(job: ScanJob, account: BackupAccount): void {
    const { scanJobs, recoveryPoints } = account.backup;
    const point = recoveryPoints.get(job.RecoveryPointArn);
    const fault = point ? scanFault(point) : noPoint;
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
    const State = !point ? "FAILED" : (fails?.state ?? "COMPLETED");
    const hasResult = State === "COMPLETED" || State === "COMPLETED_WITH_ISSUES";
    const hasThreats = point !== undefined && isInfected(account, job, point);
    endScan(account, job, {
      State,
      StatusMessage: point ? fails?.message || statusMessages[State] : noPoint,
      ScanResult: hasResult
        ? { ScanResultStatus: hasThreats ? "THREATS_FOUND" : "NO_THREATS_FOUND" }
        : undefined,
    });
    if (point) saveResult(account, point, job, State, hasResult && hasThreats);
  },

  forget(job: ScanJob, account: BackupAccount): void {
    account.backup.scanJobs.remove(job.ScanJobId);
  },
};

/** A continuous backup follows its resource. An incremental scan does not find what its base already contained. */
function isInfected(account: BackupAccount, job: ScanJob, point: RecoveryPoint): boolean {
  if (isContinuous(point) && sourceOf(account, job)?.infected === true) return true;
  if (point.infected !== true) return false;
  const base = account.backup.recoveryPoints.get(job.ScanBaseRecoveryPointArn ?? "");
  return base?.infected !== true;
}

/** Stores the result in the recovery point, where it outlives the job. */
function saveResult(
  account: BackupAccount,
  point: RecoveryPoint,
  job: ScanJob,
  state: "COMPLETED" | "COMPLETED_WITH_ISSUES" | "FAILED" | "CANCELED",
  hasThreats: boolean,
): void {
  account.backup.recoveryPoints.update(point.RecoveryPointArn, {
    ScanResults: [
      {
        MalwareScanner: job.MalwareScanner,
        ScanJobState: state,
        LastScanTimestamp: account.now,
        Findings: hasThreats ? ["MALWARE"] : [],
      },
    ],
  });
}
