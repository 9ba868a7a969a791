import type { Records, TableReader, TableSpec } from "../../../core/store";
import type { EpochMs, Next, Timed } from "../../../core/time";

/** What every kind of job can be listed by. */
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

/** Whether a job is one of those that a list is asked for, as far as all kinds of jobs have it in common. */
export const isAskedFor = (job: ListedJob, filter: JobFilter): boolean =>
  (filter.ByAccountId === undefined || filter.ByAccountId === "*" || job.AccountId === filter.ByAccountId) &&
  (filter.ByResourceType === undefined || job.ResourceType === filter.ByResourceType) &&
  isOfCategory(job.MessageCategory, filter.ByMessageCategory) &&
  isBefore(job.CreationDate, filter.ByCreatedBefore) &&
  isAfter(job.CreationDate, filter.ByCreatedAfter) &&
  isBefore(job.CompletionDate, filter.ByCompleteBefore) &&
  isAfter(job.CompletionDate, filter.ByCompleteAfter);

/** The words that ask for all categories, one by one or in sum. */
export const anyOfThem = "ANY";
export const allTogether = "AGGREGATE_ALL";

/** AWS writes categories in two ways, `ACCESS_DENIED` and `AccessDenied`; either finds the other. */
const plain = (category: string): string => category.replaceAll("_", "").toLowerCase();

/** Whether a job's message is of the category asked for. */
export const isOfCategory = (category: string | undefined, asked: string | undefined): boolean =>
  asked === undefined ||
  asked === anyOfThem ||
  asked === allTogether ||
  (category !== undefined && plain(category) === plain(asked));

/** The groups of its table that a list is asked for, each by its order; undefined where nothing is asked. */
export type AskedGroups<Order extends string> = readonly (readonly [
  order: Order,
  group: string | undefined,
])[];

/** The records that a list has to look through: the smallest of the groups asked for, or all if none is. */
export const smallestGroup = <R extends object, Order extends string>(
  table: TableReader<R, Order>,
  asked: AskedGroups<Order>,
): Records<R> =>
  asked.reduce<Records<R>>((fewest, [order, group]) => {
    const records = group === undefined ? fewest : table.by(order, group);
    return records.size < fewest.size ? records : fewest;
  }, table.all());

/** Whether a record is in all of the groups asked for. */
export function isInGroups<R extends object, Order extends string>(
  spec: TableSpec<R, Order>,
  asked: AskedGroups<Order>,
): (record: R) => boolean {
  const checks = asked.flatMap(([order, group]) => {
    const grouping = group === undefined ? undefined : spec.groupings[spec.indexOf(order)];
    return grouping ? [(record: R) => grouping.groupOf(record) === group] : [];
  });
  return record => checks.every(isIn => isIn(record));
}

/**
 * What comes next for a list of jobs: the next step of the first job in these groups of unfinished ones. The list itself
 * may not show that job. But a test that polls a list of finished jobs sees no unfinished one in it, and time has to pass
 * for that test all the same.
 */
export function nextOfUnfinished(...groups: readonly Iterable<Timed>[]): Next | undefined {
  for (const [job] of groups) if (job) return job.next;
  return undefined;
}
