import type * as sdk from "@aws-sdk/client-backup";
import type { BackupAccount, BackupShape } from "../services/backup/account/account";
import { setOutcome } from "../services/backup/jobs/outcomes";
import type { CopyJob } from "../services/backup/records/copy-jobs";
import type { Framework } from "../services/backup/records/frameworks";
import type { LegalHold } from "../services/backup/records/legal-holds";
import { endingsOf, type FailedState, type JobKind } from "../services/backup/records/outcomes";
import type { ReportPlan } from "../services/backup/records/report-plans";
import type { RestoreJob } from "../services/backup/records/restore-jobs";
import type { TestingPlan } from "../services/backup/records/restore-testing-plans";
import type { TestingSelection } from "../services/backup/records/restore-testing-selections";
import type { TieringConfiguration } from "../services/backup/records/tiering-configurations";
import type { Either } from "./collection";
import { dateCopy, dateRestore, recordCopy, recordRestore } from "./ended-jobs";
import type { Members } from "./members";
import { replaysOf } from "./replay";

const replay = replaysOf<BackupShape>("backup");

/** A job that is to have failed is made to fail. */
const failing =
  (kind: JobKind, member: "State" | "Status") =>
  (item: Readonly<Record<string, unknown>>, account: BackupAccount): void => {
    const endings: readonly FailedState[] = endingsOf[kind];
    const state = endings.find(ending => ending === item[member]);
    if (state === undefined) return;
    const message = String(item["StatusMessage"] ?? "");
    setOutcome(account, { id: account.ids.uuid(), type: kind, fails: { message, state } });
  };

const isAmong = (states: readonly unknown[], state: unknown): boolean => states.includes(state);

/** A copy job that is still to run, in the words of starting it. */
function inWordsOfStarting(item: Members): Members {
  const { SourceRecoveryPointArn, SourceBackupVaultArn, State } = item;
  if (SourceRecoveryPointArn === undefined || !isAmong(["CREATED", "RUNNING"], State)) return item;
  const name = String(SourceBackupVaultArn).split(":").at(-1);
  return { RecoveryPointArn: SourceRecoveryPointArn, SourceBackupVaultName: name, ...item };
}

/** The lists of AWS Backup whose things are made by the operations that create them. */
export const backupReplays = {
  /** Copy jobs, with the members of StartCopyJob or DescribeCopyJob. */
  copyJobs: replay<Either<sdk.StartCopyJobInput, sdk.CopyJob>, CopyJob>({
    by: "StartCopyJob",
    table: "copyJobs",
    shownBy: "DescribeCopyJob.CopyJob",
    namedBy: "CopyJobId",
    reword: inWordsOfStarting,
    prepare: failing("copy", "State"),
    arrange: dateCopy,
    recorded: (item, account) =>
      item["RecoveryPointArn"] === undefined && !isAmong(["CREATED", "RUNNING"], item["State"])
        ? recordCopy(item, account)
        : undefined,
  }),
  /** Restore jobs, with the members of StartRestoreJob or DescribeRestoreJob. */
  restoreJobs: replay<Either<sdk.StartRestoreJobInput, sdk.DescribeRestoreJobOutput>, RestoreJob>({
    by: "StartRestoreJob",
    table: "restoreJobs",
    shownBy: "DescribeRestoreJob",
    namedBy: "RestoreJobId",
    prepare: failing("restore", "Status"),
    arrange: dateRestore,
    recorded: (item, account) =>
      item["Metadata"] === undefined && isAmong(["COMPLETED", "FAILED", "ABORTED"], item["Status"])
        ? recordRestore(item, account)
        : undefined,
  }),
  /** Legal holds, with the members of CreateLegalHold or GetLegalHold. */
  legalHolds: replay<Either<sdk.CreateLegalHoldInput, sdk.GetLegalHoldOutput>, LegalHold>({
    by: "CreateLegalHold",
    table: "legalHolds",
    shownBy: "GetLegalHold",
    namedBy: "LegalHoldId",
  }),
  /** Audit frameworks, with the members of CreateFramework or DescribeFramework. */
  frameworks: replay<Either<sdk.CreateFrameworkInput, sdk.DescribeFrameworkOutput>, Framework>({
    by: "CreateFramework",
    table: "frameworks",
    shownBy: "DescribeFramework",
    namedBy: "FrameworkName",
    arnEndsInId: "FrameworkArn",
  }),
  /** Report plans, with the members of CreateReportPlan or DescribeReportPlan. */
  reportPlans: replay<Either<sdk.CreateReportPlanInput, sdk.ReportPlan>, ReportPlan>({
    by: "CreateReportPlan",
    table: "reportPlans",
    shownBy: "DescribeReportPlan.ReportPlan",
    namedBy: "ReportPlanName",
    arnEndsInId: "ReportPlanArn",
  }),
  /** Restore testing plans, with the members of CreateRestoreTestingPlan or GetRestoreTestingPlan. */
  restoreTestingPlans: replay<
    Either<sdk.CreateRestoreTestingPlanInput, sdk.RestoreTestingPlanForGet>,
    TestingPlan
  >({
    by: "CreateRestoreTestingPlan",
    table: "restoreTestingPlans",
    shownBy: "GetRestoreTestingPlan.RestoreTestingPlan",
    namedBy: "RestoreTestingPlanName",
    arnEndsInId: "RestoreTestingPlanArn",
  }),
  /** Restore testing selections, with the members of CreateRestoreTestingSelection or GetRestoreTestingSelection. */
  restoreTestingSelections: replay<
    Either<sdk.CreateRestoreTestingSelectionInput, sdk.RestoreTestingSelectionForGet>,
    TestingSelection
  >({
    by: "CreateRestoreTestingSelection",
    table: "restoreTestingSelections",
    shownBy: "GetRestoreTestingSelection.RestoreTestingSelection",
    namedBy: "RestoreTestingSelectionName",
    within: "RestoreTestingPlanName",
  }),
  /** Tiering configurations, with the members of CreateTieringConfiguration or GetTieringConfiguration. */
  tieringConfigurations: replay<
    Either<sdk.CreateTieringConfigurationInput, sdk.TieringConfiguration>,
    TieringConfiguration
  >({
    by: "CreateTieringConfiguration",
    table: "tieringConfigurations",
    shownBy: "GetTieringConfiguration.TieringConfiguration",
    namedBy: "TieringConfigurationName",
    arnEndsInId: "TieringConfigurationArn",
  }),
};
