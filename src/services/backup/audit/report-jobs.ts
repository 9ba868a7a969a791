import { read, write } from "../account/account";
import { invalidParameter, notFound } from "../account/errors";
import { pageOf } from "../account/paging";
import { createdBefore } from "../account/repeated-requests";
import { isInGroups, nextOfUnfinished, type RequestedGroups, smallestGroup } from "../jobs/listing";
import { reportJobs } from "../records/report-jobs";
import { reportPlanNamed } from "./report-plans";
import { createReportJob } from "./report-running";

const statuses = ["CREATED", "RUNNING", "COMPLETED", "FAILED", "COMPLETED_WITH_ISSUES"];

export const startReportJob = write<"StartReportJob">(({ ReportPlanName, IdempotencyToken }, account) => {
  const { backup } = account;
  const earlier = createdBefore(backup.reportJobs, "idempotencyToken", IdempotencyToken);
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
  const groups: RequestedGroups<"plan" | "status"> = [
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
