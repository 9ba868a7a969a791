import { uuidOf } from "../../../core/basics";

/** A plan template that AWS offers. */
export interface PlanTemplate {
  readonly BackupPlanTemplateId: string;
  readonly BackupPlanTemplateName: string;
  /** The plan as JSON, without its name and vaults. */
  readonly json: string;
}

const rule = (RuleName: string, ScheduleExpression: string, Lifecycle: object) => ({
  RuleName,
  ScheduleExpression,
  StartWindowMinutes: 480,
  Lifecycle,
});

const daily = rule("DailyBackups", "cron(0 5 ? * * *)", { DeleteAfterDays: 35 });
const weekly = rule("WeeklyBackups", "cron(0 5 ? * 7 *)", { DeleteAfterDays: 90 });
const monthly = (MoveToColdStorageAfterDays: number, years: number) =>
  rule("MonthlyBackups", "cron(0 5 1 * ? *)", {
    MoveToColdStorageAfterDays,
    DeleteAfterDays: years * 365,
  });

const template = (
  BackupPlanTemplateName: string,
  Rules: readonly object[],
  BackupPlanTemplateId = uuidOf(BackupPlanTemplateName),
): PlanTemplate => ({ BackupPlanTemplateId, BackupPlanTemplateName, json: JSON.stringify({ Rules }) });

/** The templates of the console. The first has AWS's id and rule. Of the others only the names are known: rules follow from those. */
export const standardTemplates: readonly PlanTemplate[] = [
  template("Daily-35day-Retention", [daily], "87c0c1ef-254d-4180-8fef-2e76a2c38aaa"),
  template("Daily-Monthly-1yr-Retention", [daily, monthly(30, 1)]),
  template("Daily-Weekly-Monthly-5yr-Retention", [daily, weekly, monthly(90, 5)]),
  template("Daily-Weekly-Monthly-7yr-Retention", [daily, weekly, monthly(90, 7)]),
];
