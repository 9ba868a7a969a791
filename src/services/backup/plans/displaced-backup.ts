import type { RuleOfPlan } from "./timetable";

/** A backup that a rule does not make, because another rule makes it. It leaves no record. */
export class DisplacedBackup {
  readonly rule: RuleOfPlan;
  readonly by: RuleOfPlan;
  readonly resourceArn: string;

  constructor(rule: RuleOfPlan, by: RuleOfPlan, resourceArn: string) {
    this.rule = rule;
    this.by = by;
    this.resourceArn = resourceArn;
  }
}
