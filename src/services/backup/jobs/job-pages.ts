import type { Page, TableReader, TableSpec } from "../../../core/store";
import type { Next } from "../../../core/time";
import type { BackupView } from "../account/account";
import { pageOf, pageOfComputed } from "../account/paging";
import { accountsAskedFor } from "../settings/organization";
import {
  isInGroups,
  type JobFilter,
  type ListedJob,
  matchesFilter,
  type RequestedGroups,
  smallestGroup,
} from "./listing";

interface JobListInput extends JobFilter {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** The list of one kind of job. */
interface JobList<J extends object, Order extends string> {
  readonly spec: TableSpec<J, Order>;
  tableOf(account: BackupView): TableReader<J, Order>;
  readonly groups: RequestedGroups<Order>;
  /** Additional filters of this kind of job. */
  where?(job: J): boolean;
  /** See {@link nextOfUnfinished}. */
  next(account: BackupView): Next | undefined;
}

/** The requested page of a list of jobs, newest first, of one account or of all accounts of the organization. */
export function pageOfJobs<J extends ListedJob, Order extends string>(
  account: BackupView,
  input: JobListInput,
  { spec, tableOf, groups, where: isWanted = () => true, next }: JobList<J, Order>,
): Page<J> & { readonly next: Next | undefined } {
  const isOfGroups = isInGroups(spec, groups);
  const where = (job: J): boolean => isOfGroups(job) && matchesFilter(job, input) && isWanted(job);
  const accounts = accountsAskedFor(account, input.ByAccountId);
  if (accounts.length === 1 && accounts[0] === account) {
    const jobs = smallestGroup(tableOf(account), groups);
    return { ...pageOf(jobs, input, { where, newestFirst: true }), next: next(account) };
  }
  const jobs = accounts.flatMap(each => [...smallestGroup(tableOf(each), groups)].filter(where).reverse());
  // Jobs of the same age stay grouped by account.
  jobs.sort((one, other) => other.CreationDate - one.CreationDate);
  return {
    ...pageOfComputed(jobs, input, job => spec.key(job)),
    next: accounts.map(next).find(step => step !== undefined),
  };
}
