import type { Records } from "../../../core/table-reader";
import type { EpochMs } from "../../../core/time";

/** What every kind of job can be listed by. */
export interface JobFilter {
  readonly ByAccountId?: string | undefined;
  readonly ByResourceType?: string | undefined;
  readonly ByCreatedBefore?: EpochMs | undefined;
  readonly ByCreatedAfter?: EpochMs | undefined;
  readonly ByCompleteBefore?: EpochMs | undefined;
  readonly ByCompleteAfter?: EpochMs | undefined;
  readonly ByParentJobId?: string | undefined;
  readonly ByMessageCategory?: string | undefined;
}

interface ListedJob {
  readonly AccountId?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly CreationDate: EpochMs;
  readonly CompletionDate?: EpochMs | undefined;
  readonly ParentJobId?: string | undefined;
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
  (filter.ByParentJobId === undefined || job.ParentJobId === filter.ByParentJobId) &&
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

/** Of groups that each hold everything asked for, the smallest; all records if there is no such group. */
export const smallest = <R extends object>(
  all: Records<R>,
  ...groups: readonly (Records<R> | undefined)[]
): Records<R> =>
  groups.reduce<Records<R>>((fewest, group) => (group && group.size < fewest.size ? group : fewest), all);
