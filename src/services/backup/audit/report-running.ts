import { bucketArn } from "../../../core/basics";
import { day } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import type { ReportJob } from "../records/report-jobs";
import type { ReportPlan } from "../records/report-plans";
import { coveredPlaces, s3Keys } from "./report-destination";
import { makeReport } from "./reporting/report";

/** Report jobs are listed for this long after they end. */
export const listedFor = 30 * day;

/** Creates a report job, which then runs in timed steps. */
export function createReportJob(
  account: BackupAccount,
  plan: ReportPlan,
  { period, idempotencyToken }: Pick<ReportJob, "period" | "idempotencyToken">,
): ReportJob {
  const { backup, now, ids } = account;
  const job: ReportJob = {
    ReportJobId: ids.uuid(),
    ReportPlanArn: plan.ReportPlanArn,
    ReportTemplate: plan.ReportSetting.ReportTemplate,
    CreationTime: now,
    Status: "CREATED",
    planName: plan.ReportPlanName,
    setting: plan.ReportSetting,
    channel: plan.ReportDeliveryChannel,
    period,
    idempotencyToken,
  };
  backup.reportPlans.update(plan.ReportPlanName, { LastAttemptedExecutionTime: now });
  return backup.reportJobs.insert({
    ...job,
    next: account.inFlight("start", account.duration("reportJobStart", job)),
  });
}

/** Whether a bucket is known to be missing. As with every resource type, all buckets exist until a test seeds one. */
function isMissing({ backup, place }: BackupAccount, bucket: string): boolean {
  return backup.resources.by("seededType", "S3").size > 0 && !backup.resources.has(bucketArn(place, bucket));
}

/** The members of a job that ends. */
const ended = (account: BackupAccount): Partial<ReportJob> => ({
  CompletionTime: account.now,
  next: account.planned("forget", account.now + listedFor),
});

export function failReportJob(job: ReportJob, account: BackupAccount, message: string | undefined): void {
  account.backup.reportJobs.change(job, ended(account), { Status: "FAILED", StatusMessage: message });
}

/** The timed steps of report jobs. */
export const reportJobSteps = {
  start(job: ReportJob, account: BackupAccount): void {
    account.backup.reportJobs.change(job, {
      Status: "RUNNING",
      next: account.inFlight("complete", account.duration("reportJob", job)),
    });
  },

  complete(job: ReportJob, account: BackupAccount): void {
    const { backup, now } = account;
    const { S3BucketName } = job.channel;
    if (isMissing(account, S3BucketName)) {
      const message = `The report could not be delivered: the S3 bucket ${S3BucketName} does not exist.`;
      failReportJob(job, account, message);
      return;
    }
    const places = coveredPlaces(account, job.setting).map(place => account.at(place));
    const period = job.period ?? { from: now - day, until: now };
    backup.reportJobs.change(job, ended(account), {
      Status: "COMPLETED",
      ReportDestination: { S3BucketName, S3Keys: s3Keys(job, period, account.place) },
      report: makeReport(places, job.setting, period),
    });
    const plan = backup.reportPlans.get(job.planName);
    if (plan?.ReportPlanArn === job.ReportPlanArn) {
      backup.reportPlans.update(job.planName, { LastSuccessfulExecutionTime: now });
    }
  },

  forget(job: ReportJob, { backup }: BackupAccount): void {
    backup.reportJobs.remove(job.ReportJobId);
  },
};
