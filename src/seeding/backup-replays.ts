import type * as sdk from "@aws-sdk/client-backup";
import type { BackupAccount, BackupShape } from "../services/backup/account";
import type { Framework } from "../services/backup/audit/frameworks";
import type { ReportPlan } from "../services/backup/audit/report-plans";
import type { CopyJob } from "../services/backup/jobs/copy-jobs";
import { endingsOf, type FailedState, type JobKind, setOutcome } from "../services/backup/jobs/outcomes";
import type { RestoreJob } from "../services/backup/jobs/restore-jobs";
import type { LegalHold } from "../services/backup/points/holding";
import type { TestingPlan } from "../services/backup/restore-testing/testing-plans";
import type { TestingSelection } from "../services/backup/restore-testing/testing-selections";
import type { TieringConfiguration } from "../services/backup/vaults/tiering";
import { replaysOf } from "./replay";

const replay = replaysOf<BackupShape>("backup");

/** What creating and describing both have, in the words of creating. */
type Seeded<Create, Shown> = Create & Omit<Shown, keyof Create>;

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

/** The lists of AWS Backup whose things are made by the operations that create them. */
export const backupReplays = {
  copyJobs: replay<Seeded<sdk.StartCopyJobInput, sdk.CopyJob>, CopyJob>({
    by: "StartCopyJob",
    table: "copyJobs",
    shownBy: "DescribeCopyJob.CopyJob",
    namedBy: "CopyJobId",
    prepare: failing("copy", "State"),
  }),
  restoreJobs: replay<Seeded<sdk.StartRestoreJobInput, sdk.DescribeRestoreJobOutput>, RestoreJob>({
    by: "StartRestoreJob",
    table: "restoreJobs",
    shownBy: "DescribeRestoreJob",
    namedBy: "RestoreJobId",
    prepare: failing("restore", "Status"),
  }),
  legalHolds: replay<Seeded<sdk.CreateLegalHoldInput, sdk.GetLegalHoldOutput>, LegalHold>({
    by: "CreateLegalHold",
    table: "legalHolds",
    shownBy: "GetLegalHold",
    namedBy: "LegalHoldId",
  }),
  frameworks: replay<Seeded<sdk.CreateFrameworkInput, sdk.DescribeFrameworkOutput>, Framework>({
    by: "CreateFramework",
    table: "frameworks",
    shownBy: "DescribeFramework",
    namedBy: "FrameworkName",
  }),
  reportPlans: replay<Seeded<sdk.CreateReportPlanInput, sdk.ReportPlan>, ReportPlan>({
    by: "CreateReportPlan",
    table: "reportPlans",
    shownBy: "DescribeReportPlan.ReportPlan",
    namedBy: "ReportPlanName",
  }),
  restoreTestingPlans: replay<
    Seeded<sdk.CreateRestoreTestingPlanInput, sdk.RestoreTestingPlanForGet>,
    TestingPlan
  >({
    by: "CreateRestoreTestingPlan",
    table: "restoreTestingPlans",
    shownBy: "GetRestoreTestingPlan.RestoreTestingPlan",
    namedBy: "RestoreTestingPlanName",
  }),
  restoreTestingSelections: replay<
    Seeded<sdk.CreateRestoreTestingSelectionInput, sdk.RestoreTestingSelectionForGet>,
    TestingSelection
  >({
    by: "CreateRestoreTestingSelection",
    table: "restoreTestingSelections",
    shownBy: "GetRestoreTestingSelection.RestoreTestingSelection",
    namedBy: "RestoreTestingSelectionName",
    within: "RestoreTestingPlanName",
  }),
  tieringConfigurations: replay<
    Seeded<sdk.CreateTieringConfigurationInput, sdk.TieringConfiguration>,
    TieringConfiguration
  >({
    by: "CreateTieringConfiguration",
    table: "tieringConfigurations",
    shownBy: "GetTieringConfiguration.TieringConfiguration",
    namedBy: "TieringConfigurationName",
  }),
};
