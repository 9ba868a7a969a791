import { table } from "../../../core/store";
import type { Next } from "../../../core/time";

/** A rule of an active plan, and its next run. */
export interface PlannedRule {
  readonly BackupPlanId: string;
  readonly BackupPlanArn: string;
  readonly RuleId: string;
  readonly next?: Next | undefined;
}

export const plannedRuleKey = (planId: string, ruleId: string): string => `${planId}/${ruleId}`;

export const plannedRules = table<PlannedRule>(rule => plannedRuleKey(rule.BackupPlanId, rule.RuleId))
  .by("plan", rule => rule.BackupPlanId)
  // `hold` on a plan holds its rules.
  .alias(rule => [rule.BackupPlanId, rule.BackupPlanArn]);
