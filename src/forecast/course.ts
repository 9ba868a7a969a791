import type { PlaceKey } from "../core/basics";
import { placeOfKey } from "../core/basics";
import type { EpochMs } from "../core/time";
import { type View, type Watch, watchOf } from "../core/world";
import { backup } from "../services/backup";
import { DisplacedBackup } from "../services/backup/plans/displaced-backup";
import { type BackupJob, isUnfinished } from "../services/backup/records/backup-jobs";
import { type CopyJob, isUnfinishedCopy } from "../services/backup/records/copy-jobs";
import type { PlannedRule } from "../services/backup/records/planned-rules";
import type { RecoveryPoint } from "../services/backup/records/recovery-points";
import { isUnfinishedRestore, type RestoreJob } from "../services/backup/records/restore-jobs";

/** What becomes of a recovery point. */
export interface PointCourse {
  /** The record, as it was when the point was made, or at the start. */
  readonly first: RecoveryPoint;
  /** The record, as it was last. */
  record: RecoveryPoint;
  /** When it was finished; undefined for a point from before. */
  readonly madeAt: EpochMs | undefined;
  coldAt: EpochMs | undefined;
  goneAt: EpochMs | undefined;
}

/** A moment in the course of a point. `renewed`: a job continued a continuous backup. */
export interface PointMoment {
  readonly at: EpochMs;
  readonly kind: "made" | "cold" | "renewed" | "gone";
  readonly point: PointCourse;
  /** The record at this moment; the last one of a point that is gone. */
  readonly record: RecoveryPoint;
}

/** A job, as it was last, and the point that it made or continued. */
export interface JobCourse<J> {
  job: J;
  point: PointCourse | undefined;
}

/** A run of a rule that makes no job: a displaced backup, or the id of a rule whose plan selects nothing. */
export interface IdleRun {
  readonly at: EpochMs;
  readonly why: DisplacedBackup | { readonly ruleId: string };
}

/** A kind of job, as far as its course goes. */
interface KindOfJob<J> {
  keyOf(job: J): string;
  isUnfinished(job: J): boolean;
  pointArnOf(job: J): string | undefined;
}

/** The jobs of a kind that are unfinished at the start or created later, in order. */
class JobCourses<J> {
  readonly all: JobCourse<J>[] = [];
  readonly #unfinished = new Map<string, JobCourse<J>>();
  readonly #kind: KindOfJob<J>;
  readonly #pointNamed: (arn: string) => PointCourse | undefined;

  constructor(kind: KindOfJob<J>, pointNamed: (arn: string) => PointCourse | undefined) {
    this.#kind = kind;
    this.#pointNamed = pointNamed;
  }

  begin(jobs: Iterable<J>): void {
    for (const job of jobs) if (this.#kind.isUnfinished(job)) this.#add(job);
  }

  #add(job: J): void {
    const course = { job, point: undefined };
    this.all.push(course);
    this.#unfinished.set(this.#kind.keyOf(job), course);
  }

  changed(before: J | undefined, after: J | undefined): void {
    if (!after) return;
    if (!before) {
      this.#add(after);
      return;
    }
    const key = this.#kind.keyOf(after);
    const course = this.#unfinished.get(key);
    if (!course) return;
    course.job = after;
    if (this.#kind.isUnfinished(after)) return;
    const pointArn = this.#kind.pointArnOf(after);
    course.point = pointArn === undefined ? undefined : this.#pointNamed(pointArn);
    this.#unfinished.delete(key);
  }
}

/** A point that is being made is not kept yet. */
const isKept = ({ Status }: RecoveryPoint): boolean => Status !== "CREATING";

/** What happens in a branch of a world while its time passes. Everything is in order of time. */
export class Course {
  /** The points kept at the start. */
  readonly initial: PointCourse[] = [];
  readonly moments: PointMoment[] = [];
  readonly idle: IdleRun[] = [];
  readonly #points = new Map<string, PointCourse>();
  readonly #pointNamed = (arn: string) => this.#points.get(arn);
  readonly backups = new JobCourses<BackupJob>(
    {
      keyOf: job => job.BackupJobId,
      isUnfinished,
      pointArnOf: job => (job.State === "COMPLETED" || job.State === "PARTIAL" ? job.pointArn : undefined),
    },
    this.#pointNamed,
  );
  readonly copies = new JobCourses<CopyJob>(
    {
      keyOf: job => job.CopyJobId,
      isUnfinished: isUnfinishedCopy,
      pointArnOf: job => job.DestinationRecoveryPointArn,
    },
    this.#pointNamed,
  );
  readonly restores = new JobCourses<RestoreJob>(
    {
      keyOf: job => job.RestoreJobId,
      isUnfinished: isUnfinishedRestore,
      pointArnOf: job => job.RecoveryPointArn,
    },
    this.#pointNamed,
  );
  /** When a rule last made a job, or was displaced, by its id. */
  readonly #busyAt = new Map<string, EpochMs>();

  /** What tells this course of changes. */
  readonly watch: Watch = watchOf(
    backup,
    {
      recoveryPoints: (before, after, at) => this.#pointChanged(before, after, at),
      backupJobs: (before, after, at) => {
        const ruleId = before ? undefined : after?.CreatedBy?.BackupRuleId;
        if (ruleId !== undefined) this.#busyAt.set(ruleId, at);
        this.backups.changed(before, after);
      },
      copyJobs: (before, after) => this.copies.changed(before, after),
      restoreJobs: (before, after) => this.restores.changed(before, after),
      plannedRules: (before, after, at) => this.#ruleRan(before, after, at),
    },
    (fact, at) => {
      if (!(fact instanceof DisplacedBackup)) return;
      this.#busyAt.set(fact.rule.rule.RuleId, at);
      this.idle.push({ at, why: fact });
    },
  );

  /** Begins at a state. */
  begin(view: View): void {
    for (const key of Object.keys(view.state.places)) {
      const { backup: tables } = view.account(backup, placeOfKey(key as PlaceKey));
      for (const record of tables.recoveryPoints)
        if (isKept(record)) this.initial.push(this.#keep(record, undefined));
      this.backups.begin(tables.backupJobs);
      this.copies.begin(tables.copyJobs);
      this.restores.begin(tables.restoreJobs);
    }
  }

  #keep(record: RecoveryPoint, madeAt: EpochMs | undefined): PointCourse {
    const point: PointCourse = { first: record, record, madeAt, coldAt: undefined, goneAt: undefined };
    this.#points.set(record.RecoveryPointArn, point);
    return point;
  }

  #pointChanged(before: RecoveryPoint | undefined, after: RecoveryPoint | undefined, at: EpochMs): void {
    if (!after) {
      if (before) this.#pointGone(before, at);
      return;
    }
    const point = this.#points.get(after.RecoveryPointArn);
    if (!point) {
      if (!isKept(after)) return;
      this.moments.push({ at, kind: "made", point: this.#keep(after, at), record: after });
      return;
    }
    point.record = after;
    if (after.StorageClass === "COLD" && before?.StorageClass !== "COLD") {
      point.coldAt = at;
      this.moments.push({ at, kind: "cold", point, record: after });
    } else if (after.renewedAt !== before?.renewedAt) {
      this.moments.push({ at, kind: "renewed", point, record: after });
    }
  }

  #pointGone(record: RecoveryPoint, at: EpochMs): void {
    const point = this.#points.get(record.RecoveryPointArn);
    if (!point) return;
    point.goneAt = at;
    this.moments.push({ at, kind: "gone", point, record });
    this.#points.delete(record.RecoveryPointArn);
  }

  /** A rule that ran without making a job, and without being displaced, had no resource. */
  #ruleRan(before: PlannedRule | undefined, after: PlannedRule | undefined, at: EpochMs): void {
    if (!before?.next || !after || after.next === before.next || before.next.at > at) return;
    const { RuleId: ruleId } = after;
    if (this.#busyAt.get(ruleId) !== at) this.idle.push({ at, why: { ruleId } });
  }
}
