import type { ReportJob as SdkReportJob } from "@aws-sdk/client-backup";
import type { Next } from "../../../core/next";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";
import { read, write } from "../account";
import { invalidParameter, notFound } from "../errors";
import { type AskedGroups, isInGroups, nextOfUnfinished, smallestGroup } from "../jobs/listing";
import { pageOf } from "../paging";
import { reportPlanNamed } from "./report-plans";
import { createReportJob } from "./report-running";
import type { DeliveryChannel, ReportSetting } from "./report-setting";
import type { Period, Report } from "./reporting/report";

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

const statuses = ["CREATED", "RUNNING", "COMPLETED", "FAILED", "COMPLETED_WITH_ISSUES"];

export const startReportJob = write<"StartReportJob">(({ ReportPlanName, IdempotencyToken }, account) => {
  const { backup } = account;
  const [earlier] =
    IdempotencyToken === undefined ? [] : backup.reportJobs.by("idempotencyToken", IdempotencyToken);
  if (earlier) return earlier;
  const plan = reportPlanNamed(account, ReportPlanName);
  return createReportJob(account, plan, { idempotencyToken: IdempotencyToken });
});

export const describeReportJob = read<"DescribeReportJob">(({ ReportJobId }, { backup }) => {
  const job = backup.reportJobs.get(ReportJobId);
  if (!job) throw notFound(`Cannot find report job with ID: ${ReportJobId}`);
  return { ReportJob: job };
});

export const listReportJobs = read<"ListReportJobs">((input, { backup }) => {
  const { ByReportPlanName, ByStatus, ByCreationBefore, ByCreationAfter } = input;
  if (ByStatus !== undefined && !statuses.includes(ByStatus)) {
    throw invalidParameter(`Invalid parameter: Status ${ByStatus}`);
  }
  const jobs = backup.reportJobs;
  const plan = ByReportPlanName;
  if (plan !== undefined && jobs.by("plan", plan).size === 0 && !backup.reportPlans.has(plan)) {
    throw notFound(`Cannot find report plan with name: ${plan}`);
  }
  const groups: AskedGroups<"plan" | "status"> = [
    ["plan", plan],
    ["status", ByStatus],
  ];
  const isOfGroups = isInGroups(reportJobs, groups);
  const { items, token } = pageOf(smallestGroup(jobs, groups), input, {
    where: job =>
      isOfGroups(job) &&
      (ByCreationBefore === undefined || job.CreationTime < ByCreationBefore) &&
      (ByCreationAfter === undefined || job.CreationTime > ByCreationAfter),
    newestFirst: true,
  });
  const unfinished = plan === undefined ? jobs.by("unfinished", "yes") : jobs.by("unfinishedOfPlan", plan);
  return { ReportJobs: items, NextToken: token, next: nextOfUnfinished(unfinished) };
});
