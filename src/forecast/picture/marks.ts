import type { EpochMs } from "../../core/time";
import { DisplacedBackup } from "../../services/backup/plans/displaced-backup";
import { isUnfinished } from "../../services/backup/records/backup-jobs";
import { ruleName } from "../../services/backup/records/plans";
import type { Branch } from "../branch";
import { knownGroups, ruleOfPoint } from "../holdings";
import { resourcesOf } from "../protection";

/** What a lane of a picture is about. */
export type LaneOf = "rules" | "resources";

/** A point from birth to expiry, within the time of the picture. */
export interface Bar {
  readonly from: EpochMs;
  /** When it moves to cold storage; after `to` if it does not. */
  readonly cold: EpochMs;
  readonly to: EpochMs;
}

/** A backup that is not made. */
export interface Miss {
  readonly at: EpochMs;
  readonly kind: "failed" | "displaced";
}

/** What a lane shows, in order of time. */
export interface Lane {
  readonly name: string;
  readonly bars: readonly Bar[];
  readonly misses: readonly Miss[];
}

/** Collects the marks of a lane. */
interface OpenLane {
  readonly bars: Bar[];
  readonly misses: Miss[];
}

/** The lanes of a picture, in order of their names, also those without a mark. */
export function lanesOf({ from, to, start, course }: Branch, by: LaneOf): readonly Lane[] {
  const names = by === "rules" ? knownGroups(start).rules : [...resourcesOf(start).keys()];
  const lanes = new Map<string, OpenLane>(names.map(name => [name, { bars: [], misses: [] }]));
  const laneNamed = (name: string): OpenLane => {
    const lane = lanes.get(name) ?? { bars: [], misses: [] };
    lanes.set(name, lane);
    return lane;
  };
  const made = course.moments.flatMap(({ kind, point }) => (kind === "made" ? [point] : []));
  for (const { first, record, madeAt = from, coldAt, goneAt = to } of [...course.initial, ...made]) {
    const cold = coldAt ?? (first.StorageClass === "COLD" ? from : Number.POSITIVE_INFINITY);
    const name = by === "rules" ? ruleOfPoint(record) : record.ResourceArn;
    laneNamed(name).bars.push({ from: madeAt, cold, to: goneAt });
  }
  for (const { job } of course.backups.all) {
    if (isUnfinished(job) || job.State === "COMPLETED" || job.State === "PARTIAL") continue;
    const rule = job.CreatedBy && ruleName(job.CreatedBy.BackupPlanName, job.CreatedBy.BackupRuleName);
    const name = by === "resources" ? job.ResourceArn : (rule ?? "on demand");
    laneNamed(name).misses.push({ at: job.CompletionDate ?? job.CreationDate, kind: "failed" });
  }
  for (const { at, why } of course.idle) {
    if (!(why instanceof DisplacedBackup)) continue;
    const { plan, rule } = why.rule;
    const name =
      by === "resources" ? why.resourceArn : ruleName(plan.BackupPlan.BackupPlanName, rule.RuleName);
    laneNamed(name).misses.push({ at, kind: "displaced" });
  }
  return [...lanes]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, lane]) => ({ name, ...lane }));
}
