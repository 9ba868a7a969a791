import { type PlaceKey, placeOfKey } from "../core/basics";
import type { EpochMs } from "../core/time";
import type { View } from "../core/world";
import { backup } from "../services/backup";
import { selectedResources } from "../services/backup/plans/selected-resources";
import type { RecoveryPoint } from "../services/backup/records/recovery-points";
import { isContinuous } from "../services/backup/recovery-points/types";
import { allSources } from "../services/backup/resources/sources";
import type { Branch } from "./branch";
import type { PointMoment } from "./course";
import { inDays, isoOf, isoOrNone } from "./instants";
import type { Protection, ProtectionStep } from "./result";

/** What a resource is, and the names of the plans that select it. */
interface Resource {
  readonly type: string;
  readonly plans: string[];
}

/** The resources of all places that could be backed up. */
export function resourcesOf(view: View): Map<string, Resource> {
  const resources = new Map<string, Resource>();
  for (const key of Object.keys(view.state.places)) {
    const account = view.account(backup, placeOfKey(key as PlaceKey));
    for (const { arn, type } of allSources(account)) resources.set(arn, { type, plans: [] });
    for (const plan of account.backup.plans.by("active", "yes")) {
      for (const [{ arn, type }] of selectedResources(account, plan)) {
        const known = resources.get(arn) ?? { type, plans: [] };
        known.plans.push(plan.BackupPlan.BackupPlanName);
        resources.set(arn, known);
      }
    }
  }
  return resources;
}

/** The points of one resource. */
class PointsOfResource {
  readonly #steps: ProtectionStep[] = [];
  /** When the backups of the points began, oldest first. */
  readonly #begun: EpochMs[] = [];
  #at: EpochMs;
  /** Up to when data is backed up; without any point, the start. */
  #backedUpTo: EpochMs;
  #longestGap = 0;
  #without = 0;
  /** How many continuous backups there are: they have no gap. */
  #continuous = 0;

  constructor(from: EpochMs) {
    this.#at = from;
    this.#backedUpTo = from;
  }

  /** A point from before the start. */
  known(point: RecoveryPoint): void {
    const backedUpTo = point.renewedAt ?? point.CreationDate;
    this.#backedUpTo = this.#begun.length === 0 ? backedUpTo : Math.max(this.#backedUpTo, backedUpTo);
    this.#insert(point);
  }

  passed({ at, kind, record }: PointMoment): void {
    if (kind === "cold") return;
    this.#moveTo(at);
    if (kind === "gone") this.#remove(at, record);
    else if (kind === "made") {
      this.#gapUntil(record.CreationDate);
      this.#insert(record);
    } else this.#gapUntil(at);
  }

  #insert(point: RecoveryPoint): void {
    if (isContinuous(point)) this.#continuous++;
    let index = this.#begun.length;
    while (index > 0 && (this.#begun[index - 1] ?? 0) > point.CreationDate) index--;
    this.#begun.splice(index, 0, point.CreationDate);
  }

  #remove(at: EpochMs, point: RecoveryPoint): void {
    const index = this.#begun.indexOf(point.CreationDate);
    if (index !== -1) this.#begun.splice(index, 1);
    if (!isContinuous(point)) return;
    this.#continuous--;
    this.#backedUpTo = at;
  }

  #gapUntil(at: EpochMs): void {
    const gap = this.#continuous > 0 ? 0 : at - this.#backedUpTo;
    this.#longestGap = Math.max(this.#longestGap, gap);
    this.#backedUpTo = Math.max(this.#backedUpTo, at);
  }

  #moveTo(at: EpochMs): void {
    if (at <= this.#at) return;
    if (this.#begun.length === 0) this.#without += at - this.#at;
    this.#close();
    this.#at = at;
  }

  #close(): void {
    const points = this.#begun.length;
    this.#steps.push({
      at: isoOf(this.#at),
      points,
      oldest: isoOrNone(this.#begun[0]),
      newest: isoOrNone(this.#begun[points - 1]),
    });
  }

  /** What there is to say at the end. */
  end(at: EpochMs): Pick<Protection, "longestGapInDays" | "daysWithoutPoint" | "pointsAtEnd" | "steps"> {
    this.#moveTo(at);
    this.#gapUntil(at);
    this.#close();
    return {
      longestGapInDays: inDays(this.#longestGap),
      daysWithoutPoint: inDays(this.#without),
      pointsAtEnd: this.#begun.length,
      steps: this.#steps,
    };
  }
}

/** How well each resource is protected, in order of their ARNs. */
export function protectionOf({ from, to, start, course }: Branch): readonly Protection[] {
  const resources = resourcesOf(start);
  const points = new Map<string, PointsOfResource>();
  const pointsOf = ({ ResourceArn, ResourceType }: RecoveryPoint): PointsOfResource => {
    if (!resources.has(ResourceArn)) resources.set(ResourceArn, { type: ResourceType, plans: [] });
    const known = points.get(ResourceArn) ?? new PointsOfResource(from);
    points.set(ResourceArn, known);
    return known;
  };
  for (const { first } of course.initial) pointsOf(first).known(first);
  for (const moment of course.moments) pointsOf(moment.record).passed(moment);
  return [...resources]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([resourceArn, { type, plans }]) => ({
      resourceArn,
      resourceType: type,
      plans,
      ...(points.get(resourceArn) ?? new PointsOfResource(from)).end(to),
    }));
}
