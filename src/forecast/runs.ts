import { type PlaceKey, placeOfKey } from "../core/basics";
import type { EpochMs } from "../core/time";
import type { View } from "../core/world";
import { backup } from "../services/backup";
import { DisplacedBackup } from "../services/backup/plans/displaced-backup";
import { type BackupJob, isUnfinished } from "../services/backup/records/backup-jobs";
import { type CopyJob, isUnfinishedCopy } from "../services/backup/records/copy-jobs";
import { ruleName } from "../services/backup/records/plans";
import { calculatedLifecycleOf } from "../services/backup/recovery-points/lifecycle";
import type { Branch } from "./branch";
import type { IdleRun, JobCourse, PointCourse } from "./course";
import { isoOf, isoOrNone } from "./instants";
import type { ForecastCopy, ForecastPoint, ForecastRun, RunOutcome } from "./result";

/** The names of a rule and its plan. */
interface RuleNames {
  readonly plan: string;
  readonly rule: string;
}

/** The rules of all plans, by id. */
function ruleNames(view: View): ReadonlyMap<string, RuleNames> {
  const names = new Map<string, RuleNames>();
  for (const key of Object.keys(view.state.places)) {
    for (const { BackupPlan } of view.account(backup, placeOfKey(key as PlaceKey)).backup.plans) {
      for (const { RuleId, RuleName } of BackupPlan.Rules) {
        names.set(RuleId, { plan: BackupPlan.BackupPlanName, rule: RuleName });
      }
    }
  }
  return names;
}

/** The copies that follow each backup job. */
function copiesByJob(copies: readonly JobCourse<CopyJob>[]): ReadonlyMap<string, readonly ForecastCopy[]> {
  const byJob = new Map<string, ForecastCopy[]>();
  for (const { job, point } of copies) {
    const id = job.CreatedByBackupJobId;
    if (id === undefined) continue;
    const list = byJob.get(id) ?? [];
    byJob.set(id, list);
    list.push({
      destinationBackupVaultArn: job.DestinationBackupVaultArn,
      outcome: copyOutcomes[job.State],
      message: isUnfinishedCopy(job) ? undefined : job.StatusMessage,
      point: point && shownPoint(point),
    });
  }
  return byJob;
}

const copyOutcomes: Readonly<Record<CopyJob["State"], ForecastCopy["outcome"]>> = {
  CREATED: "UNFINISHED",
  RUNNING: "UNFINISHED",
  COMPLETED: "COMPLETED",
  FAILED: "FAILED",
  PARTIAL: "PARTIAL",
};

/** Every run of every rule, in order of time. */
export function runsOf({ start, course }: Branch): readonly ForecastRun[] {
  const names = ruleNames(start);
  const copies = copiesByJob(course.copies.all);
  const timed: { readonly at: EpochMs; readonly run: ForecastRun }[] = [
    ...course.idle.map(idle => ({ at: idle.at, run: idleRun(idle, names) })),
    ...course.backups.all.map(made => ({
      at: made.job.CreationDate,
      run: jobRun(made, copies.get(made.job.BackupJobId) ?? []),
    })),
  ];
  return timed.sort((one, other) => one.at - other.at).map(({ run }) => run);
}

function idleRun({ at, why }: IdleRun, names: ReadonlyMap<string, RuleNames>): ForecastRun {
  if (!(why instanceof DisplacedBackup)) {
    return { at: isoOf(at), ...names.get(why.ruleId), outcome: "NO_RESOURCE", copies: [] };
  }
  const { rule, by, resourceArn } = why;
  const plan = rule.plan.BackupPlan.BackupPlanName;
  const other = by.plan.BackupPlan.BackupPlanName;
  const isSamePlan = by.plan.BackupPlanId === rule.plan.BackupPlanId;
  return {
    at: isoOf(at),
    plan,
    rule: rule.rule.RuleName,
    resourceArn,
    outcome: "DISPLACED",
    message: `displaced by ${isSamePlan ? by.rule.RuleName : ruleName(other, by.rule.RuleName)}`,
    copies: [],
  };
}

/** The outcome of each state that a backup job ends in. */
const outcomes: Readonly<Record<BackupJob["State"], RunOutcome>> = {
  CREATED: "UNFINISHED",
  PENDING: "UNFINISHED",
  RUNNING: "UNFINISHED",
  ABORTING: "UNFINISHED",
  ABORTED: "ABORTED",
  COMPLETED: "COMPLETED",
  FAILED: "FAILED",
  EXPIRED: "EXPIRED",
  PARTIAL: "PARTIAL",
};

const jobRun = ({ job, point }: JobCourse<BackupJob>, copies: readonly ForecastCopy[]): ForecastRun => ({
  at: isoOf(job.CreationDate),
  plan: job.CreatedBy?.BackupPlanName,
  rule: job.CreatedBy?.BackupRuleName,
  resourceArn: job.ResourceArn,
  outcome: outcomes[job.State],
  message: isUnfinished(job) ? undefined : job.StatusMessage,
  backupSizeInBytes: job.BackupSizeInBytes,
  bytesTransferred: job.BytesTransferred,
  point: point && shownPoint(point),
  copies,
});

function shownPoint({ record, coldAt, goneAt }: PointCourse): ForecastPoint {
  const { MoveToColdStorageAt, DeleteAt } = calculatedLifecycleOf(record) ?? {};
  return {
    recoveryPointArn: record.RecoveryPointArn,
    backupVaultArn: record.BackupVaultArn ?? "",
    backupSizeInBytes: record.BackupSizeInBytes,
    coldAt: isoOrNone(coldAt ?? MoveToColdStorageAt),
    expiresAt: isoOrNone(DeleteAt),
    removedAt: isoOrNone(goneAt),
  };
}
