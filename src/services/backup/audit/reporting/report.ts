import type { BackupView } from "../../account/account";
import type { Period, Report, ReportItem } from "../../records/report-jobs";
import type { ReportSetting } from "../../records/report-plans";
import { controlItems, resourceItems } from "./compliance-items";
import { backupJobItems, copyJobItems, restoreJobItems, scanJobItems } from "./job-items";

/** Generates the rows of a report. */
type RowSource = (
  account: BackupView,
  period: Period,
  frameworkArns: readonly string[] | undefined,
) => Iterable<ReportItem>;

const templates: Readonly<Record<string, RowSource>> = {
  BACKUP_JOB_REPORT: backupJobItems,
  COPY_JOB_REPORT: copyJobItems,
  RESTORE_JOB_REPORT: restoreJobItems,
  SCAN_JOB_REPORT: scanJobItems,
  CONTROL_COMPLIANCE_REPORT: (account, _, frameworkArns) => controlItems(account, frameworkArns),
  RESOURCE_COMPLIANCE_REPORT: (account, _, frameworkArns) => resourceItems(account, frameworkArns),
};

/** Makes a report on these accounts and Regions, in their present state. */
export function makeReport(places: readonly BackupView[], setting: ReportSetting, period: Period): Report {
  const rowsOf = templates[setting.ReportTemplate] ?? (() => []);
  return { reportItems: places.flatMap(account => [...rowsOf(account, period, setting.FrameworkArns)]) };
}
