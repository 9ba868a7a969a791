import { arn, hash } from "../../../core/basics";
import { day, type EpochMs, hour, minute, type Next } from "../../../core/time";
import { type BackupAccount, type BackupView, read, write } from "../account/account";
import { alreadyExists, conflict, invalidParameter, limitExceeded, notFound } from "../account/errors";
import { pageOf } from "../account/paging";
import type { DeliveryChannel, ReportPlan, ReportSetting } from "../records/report-plans";
import { putTags, removeTags } from "../tags/tags";
import { createReportJob } from "./report-running";
import { channelFault, channelWithDefaults, settingFault, settingWithDefaults } from "./report-setting";

export function reportPlanNamed({ backup }: BackupView, name: string): ReportPlan {
  const plan = backup.reportPlans.get(name);
  if (!plan) throw notFound(`Cannot find report plan with name: ${name}`);
  return plan;
}

/** A report plan that can be changed: no deployment is in progress. */
function changeablePlan(account: BackupView, name: string): ReportPlan {
  const plan = reportPlanNamed(account, name);
  if (plan.DeploymentStatus.endsWith("_IN_PROGRESS")) {
    throw conflict(
      `Report plan ${name} cannot be changed: its deployment status is ${plan.DeploymentStatus}.`,
    );
  }
  return plan;
}

function checkPlan(account: BackupView, setting: ReportSetting, channel: DeliveryChannel): void {
  const fault = settingFault(account, setting) ?? channelFault(channel, setting, account.place);
  if (fault !== undefined) throw invalidParameter(fault);
}

/** The next daily report of a plan. Reports are made between 01:00 and 05:00 UTC, each plan at its own fixed minute. */
function nextReport(planArn: string, after: EpochMs): EpochMs {
  const due = after - (after % day) + hour + (hash(planArn) % (4 * 60)) * minute;
  return due > after ? due : due + day;
}

/** The step that ends a deployment. */
const deploying = (account: BackupAccount, plan: ReportPlan, step: keyof typeof reportPlanSteps): Next =>
  account.inFlight(step, account.duration("reportPlanDeployment", plan));

export const createReportPlan = write<"CreateReportPlan">((input, account) => {
  const { backup, place, now, ids } = account;
  const { ReportPlanName, ReportPlanDescription, ReportSetting, ReportDeliveryChannel } = input;
  const { IdempotencyToken, ReportPlanTags } = input;
  const taken = backup.reportPlans.get(ReportPlanName);
  if (taken && IdempotencyToken !== undefined && taken.idempotencyToken === IdempotencyToken) return taken;
  if (taken) {
    throw alreadyExists(`Report plan with name ${ReportPlanName} already exists.`, {
      Arn: taken.ReportPlanArn,
    });
  }
  const limit = account.quota("reportPlans");
  if (backup.reportPlans.size >= limit)
    throw limitExceeded(`The maximum number of report plans is ${limit}.`);
  checkPlan(account, ReportSetting, ReportDeliveryChannel);
  const ReportPlanArn = arn("backup", place, `report-plan:${ReportPlanName}-${ids.uuid()}`);
  const plan: ReportPlan = {
    ReportPlanArn,
    ReportPlanName,
    ReportPlanDescription,
    ReportSetting: settingWithDefaults(ReportSetting),
    ReportDeliveryChannel: channelWithDefaults(ReportDeliveryChannel),
    DeploymentStatus: "CREATE_IN_PROGRESS",
    CreationTime: now,
    idempotencyToken: IdempotencyToken,
    dueAt: nextReport(ReportPlanArn, now),
  };
  putTags(account, ReportPlanArn, ReportPlanTags);
  return backup.reportPlans.insert({ ...plan, next: deploying(account, plan, "complete") });
});

export const describeReportPlan = read<"DescribeReportPlan">(({ ReportPlanName }, account) => {
  const plan = reportPlanNamed(account, ReportPlanName);
  // A test that waits for a report may poll the plan's last execution time.
  const [unfinished] = account.backup.reportJobs.by("unfinishedOfPlan", ReportPlanName);
  return { ReportPlan: plan, next: unfinished?.next };
});

export const listReportPlans = read<"ListReportPlans">((input, { backup }) => {
  const { items, token } = pageOf(backup.reportPlans.all(), input);
  return { ReportPlans: items, NextToken: token };
});

export const updateReportPlan = write<"UpdateReportPlan">((input, account) => {
  const { ReportPlanName, ReportPlanDescription, ReportSetting, ReportDeliveryChannel, IdempotencyToken } =
    input;
  const current = reportPlanNamed(account, ReportPlanName);
  const { updateTokens = [] } = current;
  if (IdempotencyToken !== undefined && updateTokens.includes(IdempotencyToken)) return current;
  const plan = changeablePlan(account, ReportPlanName);
  const setting = ReportSetting ? settingWithDefaults(ReportSetting) : plan.ReportSetting;
  const channel = ReportDeliveryChannel
    ? channelWithDefaults(ReportDeliveryChannel)
    : plan.ReportDeliveryChannel;
  checkPlan(account, setting, channel);
  return account.backup.reportPlans.change(plan, {
    ReportPlanDescription: ReportPlanDescription ?? plan.ReportPlanDescription,
    ReportSetting: setting,
    ReportDeliveryChannel: channel,
    DeploymentStatus: "UPDATE_IN_PROGRESS",
    updateTokens: IdempotencyToken === undefined ? updateTokens : [...updateTokens, IdempotencyToken],
    next: deploying(account, plan, "complete"),
  });
});

export const deleteReportPlan = write<"DeleteReportPlan">(({ ReportPlanName }, account) => {
  const plan = changeablePlan(account, ReportPlanName);
  account.backup.reportPlans.change(plan, {
    DeploymentStatus: "DELETE_IN_PROGRESS",
    next: deploying(account, plan, "remove"),
  });
  return {};
});

/** The timed steps of report plans. */
export const reportPlanSteps = {
  complete(plan: ReportPlan, account: BackupAccount): void {
    account.backup.reportPlans.change(plan, {
      DeploymentStatus: "COMPLETED",
      next: account.planned("reportDaily", plan.dueAt),
    });
  },

  reportDaily(plan: ReportPlan, account: BackupAccount): void {
    const midnight = account.now - (account.now % day);
    createReportJob(account, plan, { period: { from: midnight - day, until: midnight } });
    const dueAt = nextReport(plan.ReportPlanArn, account.now);
    account.backup.reportPlans.update(plan.ReportPlanName, {
      dueAt,
      next: account.planned("reportDaily", dueAt),
    });
  },

  remove(plan: ReportPlan, account: BackupAccount): void {
    account.backup.reportPlans.remove(plan.ReportPlanName);
    removeTags(account, plan.ReportPlanArn);
  },
};
