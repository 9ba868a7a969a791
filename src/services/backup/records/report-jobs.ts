import type { ReportJob as SdkReportJob } from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { DeliveryChannel, ReportSetting } from "./report-plans";

/** A report job in AWS's own words; what is lower case is ours. */
export interface ReportJob extends Stored<SdkReportJob> {
  readonly ReportJobId: string;
  readonly ReportPlanArn: string;
  readonly CreationTime: EpochMs;
  readonly Status: "CREATED" | "RUNNING" | "COMPLETED" | "FAILED";
  readonly planName: string;
  /** What to report on and where to, as the plan had it when the job was created. */
  readonly setting: ReportSetting;
  readonly channel: DeliveryChannel;
  /** What a daily report is about; other ones are about the 24 hours before they are made. */
  readonly period?: Period | undefined;
  /** The report itself, once it is made. */
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

/** The time that a report on jobs is about: after an instant, up to and including another one. */
export interface Period {
  readonly from: EpochMs;
  readonly until: EpochMs;
}

/** A report, in the form of its JSON file. */
export interface Report {
  readonly reportItems: readonly ReportItem[];
}

/** What a report's cell can hold. */
export type Cell = string | number | boolean | null | Readonly<Record<string, string>>;

/** One line of a report, under the names of its columns. */
export type ReportItem = Readonly<Record<string, Cell>>;
