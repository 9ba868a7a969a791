import type { Records, TableReader, TableSpec } from "../../../core/store";
import type { EpochMs, Next, Timed } from "../../../core/time";

/** The filters that all kinds of jobs have in common. */
export interface JobFilter {
  readonly ByAccountId?: string | undefined;
  readonly ByResourceType?: string | undefined;
  readonly ByCreatedBefore?: EpochMs | undefined;
  readonly ByCreatedAfter?: EpochMs | undefined;
  readonly ByCompleteBefore?: EpochMs | undefined;
  readonly ByCompleteAfter?: EpochMs | undefined;
  readonly ByMessageCategory?: string | undefined;
}

export interface ListedJob {
  readonly AccountId?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly CreationDate: EpochMs;
  readonly CompletionDate?: EpochMs | undefined;
  readonly MessageCategory?: string | undefined;
}

const isBefore = (at: EpochMs | undefined, bound: EpochMs | undefined): boolean =>
  bound === undefined || (at !== undefined && at < bound);

const isAfter = (at: EpochMs | undefined, bound: EpochMs | undefined): boolean =>
  bound === undefined || (at !== undefined && at > bound);

/** Whether a job matches the common filters. */
export const matchesFilter = (job: ListedJob, filter: JobFilter): boolean =>
  (filter.ByAccountId === undefined || filter.ByAccountId === "*" || job.AccountId === filter.ByAccountId) &&
  (filter.ByResourceType === undefined || job.ResourceType === filter.ByResourceType) &&
  hasCategory(job.MessageCategory, filter.ByMessageCategory) &&
  isBefore(job.CreationDate, filter.ByCreatedBefore) &&
  isAfter(job.CreationDate, filter.ByCreatedAfter) &&
  isBefore(job.CompletionDate, filter.ByCompleteBefore) &&
  isAfter(job.CompletionDate, filter.ByCompleteAfter);

/** The values that request all categories, separately or in sum. */
export const anyValue = "ANY";
export const aggregateAll = "AGGREGATE_ALL";

/** AWS writes categories in two ways, `ACCESS_DENIED` and `AccessDenied`. They match each other. */
const plain = (category: string): string => category.replaceAll("_", "").toLowerCase();

/** Whether a job's message has the requested category. */
export const hasCategory = (category: string | undefined, requested: string | undefined): boolean =>
  requested === undefined ||
  requested === anyValue ||
  requested === aggregateAll ||
  (category !== undefined && plain(category) === plain(requested));

/** The groups of its table that a list is filtered by. An undefined group is not filtered by. */
export type RequestedGroups<Order extends string> = readonly (readonly [
  order: Order,
  group: string | undefined,
])[];

/** The records that a list has to scan: those of the smallest requested group, or all. */
export const smallestGroup = <R extends object, Order extends string>(
  table: TableReader<R, Order>,
  requested: RequestedGroups<Order>,
): Records<R> =>
  requested.reduce<Records<R>>((fewest, [order, group]) => {
    const records = group === undefined ? fewest : table.by(order, group);
    return records.size < fewest.size ? records : fewest;
  }, table.all());

/** Whether a record is in all requested groups. */
export function isInGroups<R extends object, Order extends string>(
  spec: TableSpec<R, Order>,
  requested: RequestedGroups<Order>,
): (record: R) => boolean {
  const checks = requested.flatMap(([order, group]) => {
    const grouping = group === undefined ? undefined : spec.groupings[spec.indexOf(order)];
    return grouping ? [(record: R) => grouping.groupOf(record) === group] : [];
  });
  return record => checks.every(isIn => isIn(record));
}

/**
 * The next step of a list of jobs: that of the first unfinished job in these groups. A test that polls a list of
 * finished jobs sees no unfinished job in it, but time has to pass for that test all the same.
 */
export function nextOfUnfinished(...groups: readonly Iterable<Timed>[]): Next | undefined {
  for (const [job] of groups) if (job) return job.next;
  return undefined;
}
