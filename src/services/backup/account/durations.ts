import type { Duration } from "../../../core/time";
import type { AccessPoint } from "../records/access-points";
import type { BackupJob } from "../records/backup-jobs";
import type { CopyJob } from "../records/copy-jobs";
import type { Framework } from "../records/frameworks";
import type { LegalHold } from "../records/legal-holds";
import type { PendingTest } from "../records/pending-restore-tests";
import type { PointIndex } from "../records/recovery-point-indexes";
import type { ReportJob } from "../records/report-jobs";
import type { ReportPlan } from "../records/report-plans";
import type { RestoreJob } from "../records/restore-jobs";
import type { ScanJob } from "../records/scan-jobs";
import type { Vault } from "../records/vaults";

/** The default durations: those of the samples in AWS's documentation. */
export const backupDurations = {
  backupJobStart: "10 seconds",
  backupJob: "20 seconds",
  backupJobStop: "1 second",
  copyJobStart: "10 seconds",
  copyJob: "1 minute",
  restoreJobStart: "10 seconds",
  restoreJob: "1 minute",
  coldRetrieval: "4 hours",
  archiveRetrieval: "72 hours",
  restoreTestDeletion: "1 minute",
  restoreTestStart: "0 seconds",
  frameworkDeployment: "1 minute",
  reportPlanDeployment: "10 seconds",
  reportJobStart: "10 seconds",
  reportJob: "1 minute",
  airGappedVault: "2 minutes",
  airGappedVaultDeletion: "5 minutes",
  approvalSession: "5 minutes",
  scanJobStart: "10 seconds",
  scanJob: "5 minutes",
  recoveryPointIndex: "5 minutes",
  recoveryPointIndexDeletion: "10 seconds",
  accessPoint: "1 minute",
  accessPointDeletion: "10 seconds",
  legalHold: "10 seconds",
} satisfies Readonly<Record<keyof BackupDurations, Duration>>;

/** The kinds of durations, each with the record that a function of the `durations` option receives. */
export type BackupDurations = {
  /** A backup job, from `CREATED` to `RUNNING`. Default: 10 seconds. */
  readonly backupJobStart: BackupJob;
  /** A backup job, from `RUNNING` to `COMPLETED`. Default: 20 seconds. */
  readonly backupJob: BackupJob;
  /** A backup job, from `ABORTING` to `ABORTED`. Default: 1 second. */
  readonly backupJobStop: BackupJob;
  /** A copy job, from `CREATED` to `RUNNING`. Default: 10 seconds. */
  readonly copyJobStart: CopyJob;
  /** A copy job, from `RUNNING` to `COMPLETED`. Default: 1 minute. */
  readonly copyJob: CopyJob;
  /** A restore job, from `PENDING` to `RUNNING`. Default: 10 seconds. */
  readonly restoreJobStart: RestoreJob;
  /** A restore job, from `RUNNING` to `COMPLETED`. Default: 1 minute. */
  readonly restoreJob: RestoreJob;
  /** Added to a restore from cold storage. Default: 4 hours. */
  readonly coldRetrieval: RestoreJob;
  /** Added to a restore from the archive of EBS snapshots. Default: 72 hours. */
  readonly archiveRetrieval: RestoreJob;
  /** The deletion of what a restore test restored. Default: 1 minute. */
  readonly restoreTestDeletion: RestoreJob;
  /** From the scheduled time of a restore testing plan until its restore jobs are created. Default: 0 seconds. */
  readonly restoreTestStart: PendingTest;
  /** The deployment of a framework's controls, and their update or removal. Default: 1 minute. */
  readonly frameworkDeployment: Framework;
  /** The deployment of a report plan, and its update or removal. Default: 10 seconds. */
  readonly reportPlanDeployment: ReportPlan;
  /** A report job, from `CREATED` to `RUNNING`. Default: 10 seconds. */
  readonly reportJobStart: ReportJob;
  /** A report job, from `RUNNING` to `COMPLETED`. Default: 1 minute. */
  readonly reportJob: ReportJob;
  /** A logically air-gapped vault, from `CREATING` to `AVAILABLE`. Default: 2 minutes. */
  readonly airGappedVault: Pick<Vault, "BackupVaultName">;
  /** The deletion of a logically air-gapped vault, until its name is free again. Default: 5 minutes. */
  readonly airGappedVaultDeletion: Pick<Vault, "BackupVaultName">;
  /** Until an approval team approves. With 24 hours or more, the session expires. Default: 5 minutes. */
  readonly approvalSession: Pick<Vault, "BackupVaultName">;
  /** A scan job, from `CREATED` to `RUNNING`. Default: 10 seconds. */
  readonly scanJobStart: ScanJob;
  /** A scan job, from `RUNNING` to `COMPLETED`. Default: 5 minutes. */
  readonly scanJob: ScanJob;
  /** The search index of a recovery point, from `PENDING` to `ACTIVE`. Default: 5 minutes. */
  readonly recoveryPointIndex: PointIndex;
  /** The search index of a recovery point, from `DELETING` to deleted. Default: 10 seconds. */
  readonly recoveryPointIndexDeletion: PointIndex;
  /** A backup access point, from `CREATING` to `AVAILABLE`. Default: 1 minute. */
  readonly accessPoint: AccessPoint;
  /** A backup access point, from `DELETING` to deleted. Default: 10 seconds. */
  readonly accessPointDeletion: AccessPoint;
  /** A legal hold, from `CREATING` to `ACTIVE`, and from `CANCELING` to `CANCELED`. Default: 10 seconds. */
  readonly legalHold: LegalHold;
};
