import type { Kind } from "../../../core/world";
import type { BackupShape } from "../account/account";
import type { TestingPlan } from "../records/restore-testing-plans";
import type { TestingSelection } from "../records/restore-testing-selections";
import { planError } from "./plan-validation";
import { nextRun } from "./testing-plans";

export const testingPlanKind = {
  required: ["ScheduleExpressionTimezone", "StartWindowHours"],
  description: {
    by: "GetRestoreTestingPlan.RestoreTestingPlan",
    inputFor: record => ({ RestoreTestingPlanName: record.RestoreTestingPlanName }),
  },
  fault: (_, after, account) => planError(account, after)?.message,
  edited(before, after, account) {
    const isSame =
      before.ScheduleExpression === after.ScheduleExpression &&
      before.ScheduleExpressionTimezone === after.ScheduleExpressionTimezone;
    if (!isSame) account.backup.restoreTestingPlans.change(after, { next: nextRun(account, after) });
  },
} satisfies Kind<BackupShape, TestingPlan>;

export const testingSelectionKind = {
  required: ["ValidationWindowHours"],
  description: {
    by: "GetRestoreTestingSelection.RestoreTestingSelection",
    inputFor: record => ({
      RestoreTestingPlanName: record.RestoreTestingPlanName,
      RestoreTestingSelectionName: record.RestoreTestingSelectionName,
    }),
  },
} satisfies Kind<BackupShape, TestingSelection>;
