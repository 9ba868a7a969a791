import type { Kind } from "../../../core/world";
import type { BackupShape } from "../account/account";
import type { Framework } from "../records/frameworks";
import type { ReportJob } from "../records/report-jobs";
import type { ReportPlan } from "../records/report-plans";
import { failReportJob, listedFor } from "./report-running";

const inProgress = ["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS"];
const deploymentStates = [...inProgress, "COMPLETED", "FAILED"];

export const frameworkKind = {
  required: ["FrameworkControls"],
  description: { by: "DescribeFramework", inputFor: ({ FrameworkName }) => ({ FrameworkName }) },
  state: "DeploymentStatus",
  states: deploymentStates,
  works: {
    CREATE_IN_PROGRESS: { step: "complete", duration: "frameworkDeployment" },
    UPDATE_IN_PROGRESS: { step: "complete", duration: "frameworkDeployment" },
    DELETE_IN_PROGRESS: { step: "remove", duration: "frameworkDeployment", phase: "removal" },
  },
  failures: {
    FAILED: {
      from: inProgress,
      at: ["complete", "remove"],
      // A description of a framework has no member for a message.
      fail(framework, { backup }) {
        backup.frameworks.change(framework, { DeploymentStatus: "FAILED", next: undefined });
      },
    },
  },
} satisfies Kind<BackupShape, Framework>;

export const reportPlanKind = {
  required: ["ReportSetting", "ReportDeliveryChannel"],
  description: {
    by: "DescribeReportPlan.ReportPlan",
    inputFor: ({ ReportPlanName }) => ({ ReportPlanName }),
  },
  state: "DeploymentStatus",
  states: deploymentStates,
  works: {
    CREATE_IN_PROGRESS: { step: "complete", duration: "reportPlanDeployment" },
    UPDATE_IN_PROGRESS: { step: "complete", duration: "reportPlanDeployment" },
    DELETE_IN_PROGRESS: { step: "remove", duration: "reportPlanDeployment", phase: "removal" },
  },
  failures: {
    FAILED: {
      from: inProgress,
      at: ["complete", "remove"],
      /** A plan that was deployed before goes on reporting. */
      fail(plan, account) {
        const wasDeployed = plan.DeploymentStatus !== "CREATE_IN_PROGRESS";
        const next = wasDeployed ? account.planned("reportDaily", plan.dueAt) : undefined;
        account.backup.reportPlans.change(plan, { DeploymentStatus: "FAILED", next });
      },
    },
  },
  edited(before, after, account) {
    if (after.DeploymentStatus !== "COMPLETED" || before.DeploymentStatus === "COMPLETED") return;
    account.backup.reportPlans.change(after, { next: account.planned("reportDaily", after.dueAt) });
  },
} satisfies Kind<BackupShape, ReportPlan>;

export const reportJobKind = {
  description: { by: "DescribeReportJob.ReportJob", inputFor: ({ ReportJobId }) => ({ ReportJobId }) },
  fixed: ["ReportPlanArn"],
  state: "Status",
  states: ["CREATED", "RUNNING", "COMPLETED", "FAILED"],
  isJob: true,
  works: {
    CREATED: { step: "start", duration: "reportJobStart", phase: "waiting" },
    RUNNING: { step: "complete", duration: "reportJob" },
  },
  failures: { FAILED: { from: ["CREATED", "RUNNING"], at: ["complete"], fail: failReportJob } },
  edited(before, after, account) {
    const { CompletionTime, next } = after;
    const isMoved = CompletionTime !== undefined && CompletionTime !== before.CompletionTime;
    if (!isMoved || next?.step !== "forget") return;
    account.backup.reportJobs.change(after, { next: account.planned("forget", CompletionTime + listedFor) });
  },
} satisfies Kind<BackupShape, ReportJob>;
