import type { Point } from "./api";
import { day } from "./texts";
import type { World } from "./world";

/** A recovery point on the time line. */
export interface Mark {
  readonly arn: string;
  readonly point: Point;
  readonly born: number;
  /** When it moves to cold storage, if ever. */
  readonly cold: number | undefined;
  /** When it expires; undefined if it is kept for good. */
  readonly end: number | undefined;
  readonly isFailed: boolean;
  /** The row of its lane. */
  readonly row: number;
}

/** The rows of all lanes together, and those that a lane has in any case. */
const mostRows = 130;
const fewestRows = 12;

/** The points of one resource, oldest first, and its next runs. */
export interface Lane {
  readonly resource: string;
  readonly type: string;
  readonly marks: readonly Mark[];
  readonly runs: readonly number[];
  /** How many rows its points take. */
  readonly rows: number;
}

/** More lanes than a screen shows. */
const mostLanes = 14;

/** The lanes of the points that are loaded, and the time that they span. */
export function timelineOf({ points: { records }, plans, now }: World): {
  readonly lanes: readonly Lane[];
  readonly from: number;
  readonly to: number;
} {
  const runs = new Map<string, number[]>();
  for (const rule of plans.flatMap(plan => plan.rules)) {
    for (const resource of rule.resources) {
      const all = runs.get(resource) ?? [];
      all.push(...rule.nextRuns.map(run => Date.parse(run)));
      runs.set(resource, all);
    }
  }
  const groups = new Map<string, Point[]>();
  for (const resource of runs.keys()) groups.set(resource, []);
  for (const point of records) {
    const group = groups.get(point.ResourceArn);
    if (group) group.push(point);
    else groups.set(point.ResourceArn, [point]);
  }
  const shown = [...groups]
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || a.localeCompare(b, "en", { numeric: true }))
    .slice(0, mostLanes);
  const rows = Math.max(Math.floor(mostRows / shown.length), fewestRows);
  const lanes = shown.map(([resource, group]) => {
    const marks = stacked(group, rows);
    return {
      resource,
      type: group[0]?.ResourceType ?? serviceOf(resource),
      marks,
      runs: [...new Set(runs.get(resource))],
      rows: Math.max(0, ...marks.map(({ row }) => row + 1)),
    };
  });
  const marks = lanes.flatMap(lane => lane.marks);
  const from = Math.min(now - day, ...marks.map(({ born }) => born));
  // What is kept for years does not squeeze the rest.
  const farthest = now + Math.max(2 * (now - from), 40 * day);
  const ends = marks.flatMap(({ end, cold }) => [end ?? now, cold ?? now]);
  const coming = lanes.flatMap(lane => lane.runs);
  const to = Math.min(Math.max(now + day, ...ends, ...coming), farthest);
  const margin = (to - from) * 0.02;
  return { lanes, from: from - margin, to: to + margin };
}

/** The service of a resource that has no point yet. */
const serviceOf = (arn: string): string => arn.split(":")[2]?.replace("elasticfilesystem", "efs") ?? "";

/** Gives each point a row that is free, or else one after another, so that few overlap. */
function stacked(points: readonly Point[], rows: number): readonly Mark[] {
  const ends = Array.from({ length: rows }, () => Number.NEGATIVE_INFINITY);
  let crowded = 0;
  return points.map(point => {
    const mark = markOf(point);
    const free = ends.findIndex(end => end <= mark.born);
    const row = free >= 0 ? free : crowded++ % rows;
    ends[row] = Math.max(ends[row] ?? 0, mark.end ?? Number.POSITIVE_INFINITY);
    return { ...mark, row };
  });
}

function markOf(point: Point): Omit<Mark, "row"> {
  const { DeleteAfterDays = -1, MoveToColdStorageAfterDays = -1 } = point.Lifecycle ?? {};
  const counted = point.renewedAt ?? point.CreationDate;
  const after = (days: number) => (days < 0 ? undefined : counted + days * day);
  return {
    arn: point.RecoveryPointArn,
    point,
    born: point.CreationDate,
    cold:
      point.StorageClass === "COLD"
        ? (after(MoveToColdStorageAfterDays) ?? point.CreationDate)
        : after(MoveToColdStorageAfterDays),
    end: after(DeleteAfterDays),
    isFailed: point.Status === "PARTIAL" || point.Status === "EXPIRED",
  };
}
