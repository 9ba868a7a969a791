import type { EpochMs } from "../../../../core/time";
import type { BackupView } from "../../account";
import type { ReportSetting } from "../report-setting";
import { controlItems, resourceItems } from "./compliance-items";
import { backupJobItems, copyJobItems, restoreJobItems, scanJobItems } from "./job-items";
import type { ReportItem } from "./report-values";

/** The time that a report on jobs is about: after an instant, up to and including another one. */
export interface Period {
  readonly from: EpochMs;
  readonly until: EpochMs;
}

/** A report, in the form of its JSON file. */
export interface Report {
  readonly reportItems: readonly ReportItem[];
}

type Items = (
  account: BackupView,
  period: Period,
  frameworkArns: readonly string[] | undefined,
) => Iterable<ReportItem>;

const templates: Readonly<Record<string, Items>> = {
  BACKUP_JOB_REPORT: backupJobItems,
  COPY_JOB_REPORT: copyJobItems,
  RESTORE_JOB_REPORT: restoreJobItems,
  SCAN_JOB_REPORT: scanJobItems,
  CONTROL_COMPLIANCE_REPORT: (account, _, frameworkArns) => controlItems(account, frameworkArns),
  RESOURCE_COMPLIANCE_REPORT: (account, _, frameworkArns) => resourceItems(account, frameworkArns),
};

/** Makes a report on these accounts and Regions, by what there is at this moment. */
export function makeReport(places: readonly BackupView[], setting: ReportSetting, period: Period): Report {
  const items = templates[setting.ReportTemplate] ?? (() => []);
  return { reportItems: places.flatMap(account => [...items(account, period, setting.FrameworkArns)]) };
}
