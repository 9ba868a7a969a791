import type { BackupAccount } from "../account/account";
import { emitEvent, isoDate } from "../account/events";
import type { ScanJob } from "../records/scan-jobs";

/** Emits the event for a scan job's current state, in the form of the Developer Guide's samples. */
export function emitScanChange(account: BackupAccount, job: ScanJob): void {
  emitEvent(account, "Scan Job State Change", [job.RecoveryPointArn], job, job => ({
    accountId: job.AccountId,
    backupVaultArn: job.BackupVaultArn,
    backupVaultName: job.BackupVaultName,
    createdBy: creatorDetail(job),
    creationDate: isoDate(job.CreationDate),
    completionDate: isoDate(job.CompletionDate),
    iamRoleArn: job.IamRoleArn,
    scannerRoleArn: job.ScannerRoleArn,
    recoveryPointArn: job.RecoveryPointArn,
    scanBaseRecoveryPointArn: job.ScanBaseRecoveryPointArn,
    resourceArn: job.ResourceArn,
    resourceType: job.ResourceType,
    scanId: job.ScanId,
    scanJobId: job.ScanJobId,
    malwareScanner: job.MalwareScanner,
    scanResult: job.ScanResult && { scanResultStatus: job.ScanResult.ScanResultStatus },
    state: job.State,
    statusMessage: job.StatusMessage,
  }));
}

/** Differs from the events of other jobs: these call the rule `backupRuleId`. */
const creatorDetail = ({ CreatedBy }: ScanJob) =>
  CreatedBy && {
    backupPlanArn: CreatedBy.BackupPlanArn,
    backupPlanId: CreatedBy.BackupPlanId,
    backupPlanVersion: CreatedBy.BackupPlanVersion,
    backupRuleId: CreatedBy.BackupRuleId,
  };
