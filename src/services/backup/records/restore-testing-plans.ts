import type { RestoreTestingPlanForGet, RestoreTestingRecoveryPointSelection } from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** A restore testing plan. */
export interface TestingPlan
  extends Omit<Stored<RestoreTestingPlanForGet>, keyof PlanSettings>,
    PlanSettings {
  readonly CreationTime: EpochMs;
  /** Its next run. */
  readonly next?: Next | undefined;
}

export const restoreTestingPlans = table<TestingPlan>(plan => plan.RestoreTestingPlanName)
  .by("arn", plan => plan.RestoreTestingPlanArn)
  .by("creatorRequestId", plan => plan.CreatorRequestId)
  .alias(plan => [plan.RestoreTestingPlanArn]);

export type PointSelection = Stored<RestoreTestingRecoveryPointSelection>;

/** The part of a restore testing plan that can be changed. */
export interface PlanSettings {
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone: string;
  readonly StartWindowHours: number;
  readonly RecoveryPointSelection: PointSelection;
}
