import type { Page, TableReader, TableSpec } from "../../../core/store";
import type { Next } from "../../../core/time";
import type { BackupView } from "../account/account";
import { pageOf, pageOfComputed } from "../account/paging";
import { accountsAskedFor } from "../settings/organization";
import {
  type AskedGroups,
  isAskedFor,
  isInGroups,
  type JobFilter,
  type ListedJob,
  smallestGroup,
} from "./listing";

interface JobListInput extends JobFilter {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** What tells the list of one kind of jobs from the others. */
interface JobList<J extends object, Order extends string> {
  readonly spec: TableSpec<J, Order>;
  tableOf(account: BackupView): TableReader<J, Order>;
  readonly groups: AskedGroups<Order>;
  /** What else is asked for that only this kind of jobs has. */
  where?(job: J): boolean;
  /** See {@link nextOfUnfinished}. */
  next(account: BackupView): Next | undefined;
}

/** The page of a list of jobs that the input asks for, newest first, of one account or of those of the organization. */
export function pageOfJobs<J extends ListedJob, Order extends string>(
  account: BackupView,
  input: JobListInput,
  { spec, tableOf, groups, where: isWanted = () => true, next }: JobList<J, Order>,
): Page<J> & { readonly next: Next | undefined } {
  const isOfGroups = isInGroups(spec, groups);
  const where = (job: J): boolean => isOfGroups(job) && isAskedFor(job, input) && isWanted(job);
  const accounts = accountsAskedFor(account, input.ByAccountId);
  if (accounts.length === 1 && accounts[0] === account) {
    const jobs = smallestGroup(tableOf(account), groups);
    return { ...pageOf(jobs, input, { where, newestFirst: true }), next: next(account) };
  }
  const jobs = accounts.flatMap(each => [...smallestGroup(tableOf(each), groups)].filter(where).reverse());
  // Of jobs that are equally old, those of one account stay together.
  jobs.sort((one, other) => other.CreationDate - one.CreationDate);
  return { ...pageOfComputed(jobs, input), next: accounts.map(next).find(step => step !== undefined) };
}
