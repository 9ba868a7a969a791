import type * as sdk from "@aws-sdk/client-backup";
import type { BackupAccount, BackupShape } from "../services/backup/account/account";
import { backupKinds } from "../services/backup/kinds";
import type { CopyJob } from "../services/backup/records/copy-jobs";
import type { Framework } from "../services/backup/records/frameworks";
import type { LegalHold } from "../services/backup/records/legal-holds";
import type { ReportPlan } from "../services/backup/records/report-plans";
import type { RestoreJob } from "../services/backup/records/restore-jobs";
import type { TestingPlan } from "../services/backup/records/restore-testing-plans";
import type { TestingSelection } from "../services/backup/records/restore-testing-selections";
import type { TieringConfiguration } from "../services/backup/records/tiering-configurations";
import type { Either } from "./collection";
import { insertEndedCopy, insertEndedRestore, setCopyEnd, setRestoreEnd } from "./ended-jobs";
import type { Members } from "./members";
import { replaysOf } from "./replay-collections";

const replay = replaysOf<BackupShape>();

/** Makes the job of an item fail if the item is in a failed state. */
const failing =
  (table: "copyJobs" | "restoreJobs", member: "State" | "Status") =>
  (item: Readonly<Record<string, unknown>>, account: BackupAccount): void => {
    const state = Object.keys(backupKinds[table].failures).find(ending => ending === item[member]);
    if (state === undefined) return;
    account.setNextOutcome(table, { fails: { message: String(item["StatusMessage"] ?? ""), state } });
  };

const isAmong = (states: readonly unknown[], state: unknown): boolean => states.includes(state);

/** A described copy job that is unfinished, in the members of StartCopyJob. */
function toStartInput(item: Members): Members {
  const { SourceRecoveryPointArn, SourceBackupVaultArn, State } = item;
  if (SourceRecoveryPointArn === undefined || !isAmong(["CREATED", "RUNNING"], State)) return item;
  const name = String(SourceBackupVaultArn).split(":").at(-1);
  return { RecoveryPointArn: SourceRecoveryPointArn, SourceBackupVaultName: name, ...item };
}

type TestingSelectionSeed = Either<
  sdk.CreateRestoreTestingSelectionInput,
  sdk.RestoreTestingSelectionForGet & sdk.GetRestoreTestingSelectionOutput
>;

/** The lists of AWS Backup that are seeded by replaying operations. */
export const backupReplays = {
  /** Copy jobs, with the members of StartCopyJob or DescribeCopyJob. */
  copyJobs: replay<Either<sdk.StartCopyJobInput, sdk.CopyJob & sdk.DescribeCopyJobOutput>, CopyJob>({
    operation: "StartCopyJob",
    table: "copyJobs",
    description: backupKinds.copyJobs.description,
    idPath: "CopyJobId",
    reword: toStartInput,
    prepare: failing("copyJobs", "State"),
    adjust: setCopyEnd,
    insertRecord: (item, account) =>
      item["RecoveryPointArn"] === undefined && !isAmong(["CREATED", "RUNNING"], item["State"])
        ? insertEndedCopy(item, account)
        : undefined,
  }),
  /** Restore jobs, with the members of StartRestoreJob or DescribeRestoreJob. */
  restoreJobs: replay<Either<sdk.StartRestoreJobInput, sdk.DescribeRestoreJobOutput>, RestoreJob>({
    operation: "StartRestoreJob",
    table: "restoreJobs",
    description: backupKinds.restoreJobs.description,
    idPath: "RestoreJobId",
    prepare: failing("restoreJobs", "Status"),
    adjust: setRestoreEnd,
    insertRecord: (item, account) =>
      item["Metadata"] === undefined && isAmong(["COMPLETED", "FAILED", "ABORTED"], item["Status"])
        ? insertEndedRestore(item, account)
        : undefined,
  }),
  /** Legal holds, with the members of CreateLegalHold or GetLegalHold. */
  legalHolds: replay<Either<sdk.CreateLegalHoldInput, sdk.GetLegalHoldOutput>, LegalHold>({
    operation: "CreateLegalHold",
    table: "legalHolds",
    description: backupKinds.legalHolds.description,
    idPath: "LegalHoldId",
  }),
  /** Audit frameworks, with the members of CreateFramework or DescribeFramework. */
  frameworks: replay<Either<sdk.CreateFrameworkInput, sdk.DescribeFrameworkOutput>, Framework>({
    operation: "CreateFramework",
    table: "frameworks",
    description: backupKinds.frameworks.description,
    idPath: "FrameworkName",
    unread: ["NumberOfControls"],
    arnWithUuid: "FrameworkArn",
  }),
  /** Report plans, with the members of CreateReportPlan or DescribeReportPlan. */
  reportPlans: replay<
    Either<sdk.CreateReportPlanInput, sdk.ReportPlan & sdk.DescribeReportPlanOutput>,
    ReportPlan
  >({
    operation: "CreateReportPlan",
    table: "reportPlans",
    description: backupKinds.reportPlans.description,
    idPath: "ReportPlanName",
    arnWithUuid: "ReportPlanArn",
  }),
  /** Restore testing plans, with the members of CreateRestoreTestingPlan or GetRestoreTestingPlan, and their `selections`. */
  restoreTestingPlans: replay<
    Either<
      sdk.CreateRestoreTestingPlanInput,
      sdk.RestoreTestingPlanForGet & sdk.GetRestoreTestingPlanOutput
    > & {
      /** The selections of the plan. */
      readonly selections?: readonly TestingSelectionSeed[];
    },
    TestingPlan
  >({
    children: { selections: { list: "restoreTestingSelections", parent: "RestoreTestingPlanName" } },
    operation: "CreateRestoreTestingPlan",
    table: "restoreTestingPlans",
    description: backupKinds.restoreTestingPlans.description,
    idPath: "RestoreTestingPlanName",
    arnWithUuid: "RestoreTestingPlanArn",
  }),
  /** Restore testing selections, with the members of CreateRestoreTestingSelection or GetRestoreTestingSelection. */
  restoreTestingSelections: replay<TestingSelectionSeed, TestingSelection>({
    operation: "CreateRestoreTestingSelection",
    table: "restoreTestingSelections",
    description: backupKinds.restoreTestingSelections.description,
    idPath: "RestoreTestingSelectionName",
    parent: "RestoreTestingPlanName",
  }),
  /** Tiering configurations, with the members of CreateTieringConfiguration or GetTieringConfiguration. */
  tieringConfigurations: replay<
    Either<sdk.CreateTieringConfigurationInput, sdk.TieringConfiguration & sdk.GetTieringConfigurationOutput>,
    TieringConfiguration
  >({
    operation: "CreateTieringConfiguration",
    table: "tieringConfigurations",
    description: backupKinds.tieringConfigurations.description,
    idPath: "TieringConfigurationName",
    arnWithUuid: "TieringConfigurationArn",
  }),
};
