import type { Next } from "../../../core/next";
import type { Page } from "../../../core/pagination";
import type { Records } from "../../../core/table-reader";
import type { EpochMs } from "../../../core/time";
import type { BackupView } from "../account";
import { accountsAskedFor } from "../organization";
import { pageOf, pageOfComputed } from "../paging";

interface JobListInput {
  readonly ByAccountId?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** What tells the list of one kind of jobs from the others. */
interface JobList<J> {
  /** The smallest kept group of an account that has all jobs asked for in it. */
  jobsOf(account: BackupView): Records<J & object>;
  where(job: J): boolean;
  /** Who waits until a job shows up in a list of finished ones sees no unfinished one there. */
  awaited(account: BackupView): Next | undefined;
}

/** The page of a list of jobs that the input asks for, newest first, of one account or of those of the organization. */
export function pageOfJobs<J extends { readonly CreationDate: EpochMs }>(
  account: BackupView,
  input: JobListInput,
  { jobsOf, where, awaited }: JobList<J>,
): Page<J> & { readonly next: Next | undefined } {
  const accounts = accountsAskedFor(account, input.ByAccountId);
  if (accounts.length === 1 && accounts[0] === account) {
    return { ...pageOf(jobsOf(account), input, { where, newestFirst: true }), next: awaited(account) };
  }
  const jobs = accounts.flatMap(each => [...jobsOf(each)].filter(where).reverse());
  // Of jobs that are equally old, those of one account stay together.
  jobs.sort((one, other) => other.CreationDate - one.CreationDate);
  const next = accounts.map(awaited).find(step => step !== undefined);
  return { ...pageOfComputed(jobs, input), next };
}
