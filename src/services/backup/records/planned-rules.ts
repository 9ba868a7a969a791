import { table } from "../../../core/store";
import type { Next } from "../../../core/time";

/** A rule of a plan in force, and when it runs next. */
export interface PlannedRule {
  readonly BackupPlanId: string;
  readonly BackupPlanArn: string;
  readonly RuleId: string;
  readonly next?: Next | undefined;
}

export const keyOf = (planId: string, ruleId: string): string => `${planId}/${ruleId}`;

export const plannedRules = table<PlannedRule>(rule => keyOf(rule.BackupPlanId, rule.RuleId))
  .by("plan", rule => rule.BackupPlanId)
  // `hold` of a plan holds its rules.
  .alias(rule => [rule.BackupPlanId, rule.BackupPlanArn]);
