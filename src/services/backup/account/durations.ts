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

/** The default durations. They follow the samples in AWS's documentation where there are any. */
export const backupDurations = {
  /** From CREATED to RUNNING. */
  backupJobStart: "10 seconds",
  /** From RUNNING to COMPLETED. */
  backupJob: "20 seconds",
  /** From ABORTING to ABORTED. */
  backupJobStop: "1 second",
  /** From CREATED to RUNNING. */
  copyJobStart: "10 seconds",
  /** From RUNNING to COMPLETED. */
  copyJob: "1 minute",
  /** From PENDING to RUNNING. */
  restoreJobStart: "10 seconds",
  /** From RUNNING to COMPLETED. */
  restoreJob: "1 minute",
  /** The additional time of a restore from cold storage. */
  coldRetrieval: "4 hours",
  /** The additional time of a restore from the archive of EBS snapshots. */
  archiveRetrieval: "72 hours",
  /** Until a resource that a restore test restored is deleted. */
  restoreTestDeletion: "1 minute",
  /** From the scheduled run of a restore testing plan until its restore jobs are created. */
  restoreTestStart: "0 seconds",
  /** Until the controls of a framework are deployed, updated or deleted. */
  frameworkDeployment: "1 minute",
  /** Until a report plan is deployed, updated or deleted. */
  reportPlanDeployment: "10 seconds",
  /** From CREATED to RUNNING. */
  reportJobStart: "10 seconds",
  /** From RUNNING to COMPLETED. */
  reportJob: "1 minute",
  /** A logically air-gapped vault, from CREATING to AVAILABLE. */
  airGappedVault: "2 minutes",
  /** Until the name of a deleted logically air-gapped vault is free again. */
  airGappedVaultDeletion: "5 minutes",
  /** Until an approval team approves. With 24 hours or more, the approval session expires. */
  approvalSession: "5 minutes",
  /** From CREATED to RUNNING. */
  scanJobStart: "10 seconds",
  /** From RUNNING to COMPLETED. */
  scanJob: "5 minutes",
  /** The search index of a recovery point, from PENDING to ACTIVE. */
  recoveryPointIndex: "5 minutes",
  /** The search index of a recovery point, from DELETING until it is deleted. */
  recoveryPointIndexDeletion: "10 seconds",
  /** A backup access point, from CREATING to AVAILABLE. */
  accessPoint: "1 minute",
  /** A backup access point, from DELETING until it is deleted. */
  accessPointDeletion: "10 seconds",
  /** A legal hold, from CREATING to ACTIVE, and from CANCELING to CANCELED. */
  legalHold: "10 seconds",
} satisfies Readonly<Record<keyof BackupDurations, Duration>>;

/** The record that the function of each duration is called with. */
export type BackupDurations = {
  readonly backupJobStart: BackupJob;
  readonly backupJob: BackupJob;
  readonly backupJobStop: BackupJob;
  readonly copyJobStart: CopyJob;
  readonly copyJob: CopyJob;
  readonly restoreJobStart: RestoreJob;
  readonly restoreJob: RestoreJob;
  readonly coldRetrieval: RestoreJob;
  readonly archiveRetrieval: RestoreJob;
  readonly restoreTestDeletion: RestoreJob;
  readonly restoreTestStart: PendingTest;
  readonly frameworkDeployment: Framework;
  readonly reportPlanDeployment: ReportPlan;
  readonly reportJobStart: ReportJob;
  readonly reportJob: ReportJob;
  readonly airGappedVault: Pick<Vault, "BackupVaultName">;
  readonly airGappedVaultDeletion: Pick<Vault, "BackupVaultName">;
  readonly approvalSession: Pick<Vault, "BackupVaultName">;
  readonly scanJobStart: ScanJob;
  readonly scanJob: ScanJob;
  readonly recoveryPointIndex: PointIndex;
  readonly recoveryPointIndexDeletion: PointIndex;
  readonly accessPoint: AccessPoint;
  readonly accessPointDeletion: AccessPoint;
  readonly legalHold: LegalHold;
};
