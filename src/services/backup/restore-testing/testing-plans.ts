import { arn } from "../../../core/basics";
import type { Next } from "../../../core/time";
import { type BackupAccount, type BackupView, read, write } from "../account/account";
import {
  alreadyExists,
  conflict,
  invalidParameter,
  invalidRequest,
  limitExceeded,
  notFound,
} from "../account/errors";
import { checkRequestId } from "../account/names";
import { pageOf } from "../account/paging";
import { createdBefore } from "../account/repeated-requests";
import { readSchedule } from "../plans/cron";
import type { PlanSettings, TestingPlan } from "../records/restore-testing-plans";
import { putTags, removeTags } from "../tags/tags";
import { isTestingName, planError, pointSelectionWithDefaults } from "./plan-validation";
import { scheduleTests } from "./restore-tests";

export function testingPlanNamed({ backup }: BackupView, name: string): TestingPlan {
  const plan = backup.restoreTestingPlans.get(name);
  if (!plan) throw notFound(`Cannot find restore testing plan with name: ${name}`);
  return plan;
}

export function nextRun(account: BackupAccount, settings: PlanSettings): Next | undefined {
  const read = readSchedule(settings.ScheduleExpression);
  if (!("schedule" in read)) return undefined;
  const at = read.schedule.nextRun(account.now, settings.ScheduleExpressionTimezone);
  return at === undefined ? undefined : account.planned("run", at);
}

/** Checks the name of a new plan, and that one more plan is allowed. */
function checkNewName(account: BackupView, name: string): void {
  const { restoreTestingPlans } = account.backup;
  if (!isTestingName(name)) throw invalidParameter(`Invalid restore testing plan name: ${name}`);
  const taken = restoreTestingPlans.get(name);
  if (taken) {
    throw alreadyExists(`Restore testing plan with name ${name} already exists.`, {
      Arn: taken.RestoreTestingPlanArn,
    });
  }
  const limit = account.quota("restoreTestingPlans");
  if (restoreTestingPlans.size >= limit) {
    throw limitExceeded(`The maximum number of restore testing plans is ${limit}.`);
  }
}

export const createRestoreTestingPlan = write<"CreateRestoreTestingPlan">((input, account) => {
  const { backup, place, now, ids } = account;
  const { RestoreTestingPlan: given, CreatorRequestId, Tags } = input;
  const { RestoreTestingPlanName, ScheduleExpression } = given;
  checkRequestId(CreatorRequestId);
  const replayed = createdBefore(backup.restoreTestingPlans, "creatorRequestId", CreatorRequestId);
  if (replayed?.RestoreTestingPlanName === RestoreTestingPlanName) return replayed;
  if (replayed) {
    throw conflict(
      `CreatorRequestId ${CreatorRequestId} was used for restore testing plan ${replayed.RestoreTestingPlanName}.`,
    );
  }
  checkNewName(account, RestoreTestingPlanName);
  const settings: PlanSettings = {
    ScheduleExpression,
    ScheduleExpressionTimezone: given.ScheduleExpressionTimezone ?? "Etc/UTC",
    StartWindowHours: given.StartWindowHours ?? 24,
    RecoveryPointSelection: pointSelectionWithDefaults(given.RecoveryPointSelection),
  };
  const error = planError(account, settings);
  if (error) throw error;
  const plan = backup.restoreTestingPlans.insert({
    ...settings,
    RestoreTestingPlanName,
    RestoreTestingPlanArn: arn(
      "backup",
      place,
      `restore-testing-plan:${RestoreTestingPlanName}-${ids.uuid()}`,
    ),
    CreatorRequestId,
    CreationTime: now,
    next: nextRun(account, settings),
  });
  putTags(account, plan.RestoreTestingPlanArn, Tags);
  return plan;
});

export const getRestoreTestingPlan = read<"GetRestoreTestingPlan">((input, account) => ({
  RestoreTestingPlan: testingPlanNamed(account, input.RestoreTestingPlanName),
}));

export const listRestoreTestingPlans = read<"ListRestoreTestingPlans">((input, { backup }) => {
  const { items, token } = pageOf(backup.restoreTestingPlans.all(), input);
  return { RestoreTestingPlans: items, NextToken: token };
});

export const updateRestoreTestingPlan = write<"UpdateRestoreTestingPlan">((input, account) => {
  const plan = testingPlanNamed(account, input.RestoreTestingPlanName);
  const { RecoveryPointSelection: selection, ...given } = input.RestoreTestingPlan;
  const settings: PlanSettings = {
    ScheduleExpression: given.ScheduleExpression ?? plan.ScheduleExpression,
    ScheduleExpressionTimezone: given.ScheduleExpressionTimezone ?? plan.ScheduleExpressionTimezone,
    StartWindowHours: given.StartWindowHours ?? plan.StartWindowHours,
    RecoveryPointSelection: selection ? pointSelectionWithDefaults(selection) : plan.RecoveryPointSelection,
  };
  const error = planError(account, settings);
  if (error) throw error;
  const updated = account.backup.restoreTestingPlans.change(plan, settings, {
    LastUpdateTime: account.now,
    next: nextRun(account, settings),
  });
  return { ...updated, UpdateTime: account.now };
});

export const deleteRestoreTestingPlan = write<"DeleteRestoreTestingPlan">((input, account) => {
  const { backup } = account;
  const name = input.RestoreTestingPlanName;
  const plan = backup.restoreTestingPlans.get(name);
  if (!plan) throw invalidRequest(`Cannot find restore testing plan with name: ${name}`);
  if (backup.restoreTestingSelections.by("plan", name).size > 0) {
    throw invalidRequest(
      "Related recovery point selections must be deleted prior to restore testing plan deletion",
    );
  }
  backup.restoreTestingPlans.remove(name);
  removeTags(account, plan.RestoreTestingPlanArn);
  return {};
});

/** The timed steps of restore testing plans. */
export const restoreTestingPlanSteps = {
  run(plan: TestingPlan, account: BackupAccount): void {
    account.backup.restoreTestingPlans.update(plan.RestoreTestingPlanName, {
      LastExecutionTime: account.now,
      next: nextRun(account, plan),
    });
    scheduleTests(account, plan);
  },
};
