import type { ReportJob as SdkReportJob } from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { DeliveryChannel, ReportSetting } from "./report-plans";

/** A report job. Capitalised members are AWS's; the others are the mock's own. */
export interface ReportJob extends Stored<SdkReportJob> {
  readonly ReportJobId: string;
  readonly ReportPlanArn: string;
  readonly CreationTime: EpochMs;
  readonly Status: "CREATED" | "RUNNING" | "COMPLETED" | "FAILED";
  readonly planName: string;
  /** The plan's setting and delivery channel when the job was created. */
  readonly setting: ReportSetting;
  readonly channel: DeliveryChannel;
  /** The period of a daily report. Other reports cover the 24 hours before they are made. */
  readonly period?: Period | undefined;
  /** The report, once it is made. */
  readonly report?: Report | undefined;
  readonly idempotencyToken?: string | undefined;
  readonly next?: Next | undefined;
}

const isUnfinished = ({ Status }: ReportJob): boolean => Status === "CREATED" || Status === "RUNNING";

export const reportJobs = table<ReportJob>(job => job.ReportJobId)
  .by("plan", job => job.planName)
  .by("status", job => job.Status)
  .by("unfinishedOfPlan", job => (isUnfinished(job) ? job.planName : undefined))
  .by("unfinished", job => (isUnfinished(job) ? "yes" : undefined))
  .by("idempotencyToken", job => job.idempotencyToken);

/** The period that a report on jobs covers, without its first instant. */
export interface Period {
  readonly from: EpochMs;
  readonly until: EpochMs;
}

/** A report, in the form of its JSON file. */
export interface Report {
  readonly reportItems: readonly ReportItem[];
}

/** The value of a cell in a report. */
export type Cell = string | number | boolean | null | Readonly<Record<string, string>>;

/** A row of a report: its cells by the names of the columns. */
export type ReportItem = Readonly<Record<string, Cell>>;
