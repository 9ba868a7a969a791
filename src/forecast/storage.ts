import { parseArn } from "../core/basics";
import { day, type EpochMs } from "../core/time";
import { changedIn, increment, type Moment } from "../services/backup/backup-jobs/increments";
import type { RecoveryPoint } from "../services/backup/records/recovery-points";
import { isContinuous, isKeptByBackup, typeOfPoint } from "../services/backup/recovery-points/types";
import { can } from "../services/backup/resources/resource-types";
import type { Branch } from "./branch";
import type { PointCourse, PointMoment } from "./course";

/** Storage that a point starts or ceases to take, in bytes. */
export interface StorageChange {
  readonly at: EpochMs;
  readonly point: PointCourse;
  readonly tier: "warm" | "cold";
  readonly bytes: number;
}

/** The share of a resource's data that changes in a day, by its ARN. */
export type DailyChanges = (resourceArn: string) => number;

/** A point in a chain of incremental backups, and the storage that it takes there. */
interface Link extends Moment {
  readonly point: PointCourse;
  bytes: number;
}

/**
 * The storage that recovery points take. Of incremental backups of a resource, the oldest one takes the size of the
 * resource, each later one what has grown and changed since the one before: every day, the same share of the data, chosen
 * evenly. When a point is removed, the next one keeps what both need.
 */
export class Storage {
  readonly #chains = new Map<string, Link[]>();
  readonly #cold = new Map<PointCourse, number>();
  readonly #single = new Map<PointCourse, number>();
  readonly #dailyChange: DailyChanges;

  constructor(dailyChange: DailyChanges) {
    this.#dailyChange = dailyChange;
  }

  /** A point that is kept from now on, or from the start. */
  kept(at: EpochMs, point: PointCourse, record: RecoveryPoint, changes: StorageChange[]): void {
    const key = chainOf(record);
    if (record.StorageClass === "COLD") this.#addCold(at, point, record, changes);
    else if (key === undefined) this.#setSingle(at, point, record, changes);
    else this.#link(at, key, point, changes);
  }

  /** What a moment changes. */
  passed({ at, kind, point, record }: PointMoment, changes: StorageChange[]): void {
    if (kind === "made") this.kept(at, point, record, changes);
    else if (kind === "renewed") this.#setSingle(at, point, record, changes);
    else {
      this.#remove(at, point, changes);
      if (kind === "cold") this.#addCold(at, point, record, changes);
    }
  }

  #addCold(at: EpochMs, point: PointCourse, record: RecoveryPoint, changes: StorageChange[]): void {
    const bytes = sizeOf(record);
    this.#cold.set(point, bytes);
    changes.push({ at, point, tier: "cold", bytes });
  }

  /** A full backup, or a continuous one, which also keeps the changes of its retention. */
  #setSingle(at: EpochMs, point: PointCourse, record: RecoveryPoint, changes: StorageChange[]): void {
    const before = this.#single.get(point) ?? 0;
    const bytes = sizeOf(record) + (isContinuous(record) ? this.#logOf(at, record) : 0);
    this.#single.set(point, bytes);
    if (bytes !== before) changes.push({ at, point, tier: "warm", bytes: bytes - before });
  }

  #logOf(at: EpochMs, record: RecoveryPoint): number {
    const { ResourceArn, CreationDate, Lifecycle } = record;
    const kept = Math.min(at - CreationDate, (Lifecycle?.DeleteAfterDays ?? longestContinuity) * day);
    return sizeOf(record) * changedIn(kept, this.#dailyChange(ResourceArn));
  }

  #link(at: EpochMs, key: string, point: PointCourse, changes: StorageChange[]): void {
    const chain = this.#chains.get(key) ?? [];
    this.#chains.set(key, chain);
    const { CreationDate: begun } = point.record;
    let index = chain.length;
    while (index > 0 && (chain[index - 1]?.at ?? 0) > begun) index--;
    chain.splice(index, 0, { point, at: begun, size: sizeOf(point.record), bytes: 0 });
    this.#weigh(at, chain, index, changes);
    this.#weigh(at, chain, index + 1, changes);
  }

  #remove(at: EpochMs, point: PointCourse, changes: StorageChange[]): void {
    const cold = this.#cold.get(point);
    const single = this.#single.get(point);
    this.#cold.delete(point);
    this.#single.delete(point);
    if (cold !== undefined) changes.push({ at, point, tier: "cold", bytes: -cold });
    else if (single !== undefined) changes.push({ at, point, tier: "warm", bytes: -single });
    else this.#unlink(at, point, changes);
  }

  #unlink(at: EpochMs, point: PointCourse, changes: StorageChange[]): void {
    const chain = this.#chains.get(chainOf(point.record) ?? "");
    const index = chain?.findIndex(link => link.point === point) ?? -1;
    if (!chain || index === -1) return;
    const [link] = chain.splice(index, 1);
    changes.push({ at, point, tier: "warm", bytes: -(link?.bytes ?? 0) });
    this.#weigh(at, chain, index, changes);
  }

  /** Sets what a link stores, given the one before it. */
  #weigh(at: EpochMs, chain: readonly Link[], index: number, changes: StorageChange[]): void {
    const link = chain[index];
    if (!link) return;
    const before = chain[index - 1];
    const bytes = before ? this.#increment(before, link) : link.size;
    if (bytes !== link.bytes)
      changes.push({ at, point: link.point, tier: "warm", bytes: bytes - link.bytes });
    link.bytes = bytes;
  }

  #increment(before: Link, link: Link): number {
    return increment(before, link, this.#dailyChange(link.point.record.ResourceArn));
  }
}

/** A continuous backup is kept for at most this many days. */
const longestContinuity = 35;

/** The members of a composite have points of their own. */
export const sizeOf = (record: RecoveryPoint): number =>
  record.IsParent ? 0 : (record.resourceSize ?? record.BackupSizeInBytes ?? 0);

/**
 * The chain that a point continues; undefined for full and continuous backups. What AWS Backup keeps itself continues a
 * backup in the same vault, a snapshot of another service one in the same account and Region.
 */
function chainOf(record: RecoveryPoint): string | undefined {
  const type = typeOfPoint(record);
  if (!type || !can(type, "incremental") || isContinuous(record)) return undefined;
  if (isKeptByBackup(record)) return `${record.BackupVaultArn} ${record.ResourceArn}`;
  const vault = parseArn(record.BackupVaultArn ?? "");
  return `${vault?.accountId}/${vault?.region} ${record.ResourceArn}`;
}

/** What a moment changes: the numbers of points, and the storage. */
export interface KeptChange {
  readonly at: EpochMs;
  readonly point: PointCourse;
  /** How many more points there are, and in cold storage: 1, 0 or -1. */
  readonly points: number;
  readonly cold: number;
  readonly storage: readonly StorageChange[];
}

/** Every change of what is kept, in order of time. The first ones are of the start. */
export function keptChanges({ from, course }: Branch, dailyChange: DailyChanges): readonly KeptChange[] {
  const storage = new Storage(dailyChange);
  const initial = course.initial.map((point): KeptChange => {
    const changes: StorageChange[] = [];
    storage.kept(from, point, point.first, changes);
    return { at: from, point, points: 1, cold: isCold(point.first) ? 1 : 0, storage: changes };
  });
  const later = course.moments.map((moment): KeptChange => {
    const changes: StorageChange[] = [];
    storage.passed(moment, changes);
    return { at: moment.at, point: moment.point, ...numbersOf(moment), storage: changes };
  });
  return [...initial, ...later];
}

const isCold = ({ StorageClass }: RecoveryPoint): boolean => StorageClass === "COLD";

function numbersOf({ kind, record }: PointMoment): Pick<KeptChange, "points" | "cold"> {
  const ofCold = isCold(record) ? 1 : 0;
  if (kind === "made") return { points: 1, cold: ofCold };
  if (kind === "gone") return { points: -1, cold: -ofCold };
  return { points: 0, cold: kind === "cold" ? 1 : 0 };
}
