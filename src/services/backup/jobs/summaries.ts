import type { BackupJobSummary } from "@aws-sdk/client-backup";
import type { Page } from "../../../core/store";
import { day, type EpochMs } from "../../../core/time";
import type { Stored } from "../../../core/world";
import { type BackupView, read } from "../account/account";
import { invalidParameter } from "../account/errors";
import { pageOfComputed } from "../account/paging";
import { isManagement } from "../settings/global-settings";
import { accountsAskedFor, everyAccount } from "../settings/organization";
import { aggregateAll, anyValue, hasCategory } from "./listing";

const largestPage = 500;

/** What jobs of any kind are counted by. */
export interface CountedJob<State extends string> {
  readonly State: State;
  readonly ResourceType: string;
  readonly MessageCategory?: string | undefined;
  readonly CreationDate: EpochMs;
}

interface SummaryFilter {
  readonly AccountId?: string | undefined;
  readonly State?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly MessageCategory?: string | undefined;
  readonly AggregationPeriod?: keyof typeof periods | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** The number of jobs with the same traits in a time span. */
export interface Summary<State extends string> extends Omit<Stored<BackupJobSummary>, "State"> {
  readonly State: State | typeof aggregateAll;
  readonly Count: number;
  readonly StartTime: EpochMs;
  readonly EndTime: EpochMs;
}

/** The days that a period covers, and whether they are counted one by one. */
const periods = {
  ONE_DAY: { days: 14, daily: true },
  SEVEN_DAYS: { days: 7, daily: false },
  FOURTEEN_DAYS: { days: 14, daily: false },
};

/** The time span that a job's creation falls into. The current day is not counted. */
function spanOf(created: EpochMs, now: EpochMs, { days, daily }: (typeof periods)["ONE_DAY"]) {
  const midnight = Math.floor(now / day) * day;
  const first = midnight - days * day;
  if (created < first || created >= midnight) return undefined;
  if (!daily) return { StartTime: first, EndTime: midnight };
  const StartTime = Math.floor(created / day) * day;
  return { StartTime, EndTime: StartTime + day };
}

const isAny = (requested: string | undefined): boolean => requested === anyValue;
const isInSum = (requested: string | undefined): boolean =>
  requested === undefined || requested === aggregateAll;

const matches = (value: string, requested: string | undefined): boolean =>
  isInSum(requested) || isAny(requested) || value === requested;

/**
 * The accounts whose jobs are counted. Only the management account sees other accounts; any other account sees
 * itself, whatever it asks for.
 */
function countedAccounts(account: BackupView, requested: string | undefined): readonly BackupView[] {
  if (requested === undefined || !isManagement(account)) return [account];
  return accountsAskedFor(account, isAny(requested) || requested === aggregateAll ? everyAccount : requested);
}

/**
 * Counts jobs. A trait with `ANY` has a row for each value; one with `AGGREGATE_ALL`, or not given, has one row for
 * all values.
 */
export function summarise<State extends string>(
  account: BackupView,
  jobsOf: (account: BackupView) => Iterable<CountedJob<State>>,
  requested: SummaryFilter,
): Page<Summary<State>> & { readonly period: keyof typeof periods } {
  const { AggregationPeriod: period = "FOURTEEN_DAYS", MaxResults = largestPage } = requested;
  if (MaxResults > largestPage) throw invalidParameter(`MaxResults can be at most ${largestPage}.`);
  const Region = account.place.region;
  const inSum = requested.AccountId === aggregateAll && isManagement(account);
  const rows = new Map<string, Summary<State>>();
  for (const each of countedAccounts(account, requested.AccountId)) {
    const AccountId = inSum ? aggregateAll : each.place.accountId;
    for (const job of jobsOf(each)) {
      const span = spanOf(job.CreationDate, account.now, periods[period]);
      if (!span || !isCounted(job, requested)) continue;
      const State = isInSum(requested.State) ? aggregateAll : job.State;
      const ResourceType = isInSum(requested.ResourceType) ? aggregateAll : job.ResourceType;
      const MessageCategory = isInSum(requested.MessageCategory) ? aggregateAll : job.MessageCategory;
      const key = [AccountId, span.StartTime, State, ResourceType, MessageCategory].join();
      const Count = (rows.get(key)?.Count ?? 0) + 1;
      rows.set(key, { Region, AccountId, State, ResourceType, MessageCategory, Count, ...span });
    }
  }
  const { items, token } = pageOfComputed([...rows], { ...requested, MaxResults }, ([key]) => key);
  return { items: items.map(([, row]) => row), token, period };
}

const isCounted = (job: CountedJob<string>, requested: SummaryFilter): boolean =>
  matches(job.State, requested.State) &&
  matches(job.ResourceType, requested.ResourceType) &&
  hasCategory(job.MessageCategory, requested.MessageCategory);

export const listBackupJobSummaries = read<"ListBackupJobSummaries">((input, account) => {
  const { items, token, period } = summarise(account, ({ backup }) => backup.backupJobs, input);
  return { BackupJobSummaries: items, AggregationPeriod: period, NextToken: token };
});

export const listCopyJobSummaries = read<"ListCopyJobSummaries">((input, account) => {
  const { items, token, period } = summarise(account, ({ backup }) => backup.copyJobs, input);
  return { CopyJobSummaries: items, AggregationPeriod: period, NextToken: token };
});

export const listRestoreJobSummaries = read<"ListRestoreJobSummaries">((input, account) => {
  const { items, token, period } = summarise(account, countedRestores, input);
  return { RestoreJobSummaries: items, AggregationPeriod: period, NextToken: token };
});

/** Restore jobs have a status instead of a state, and no message category. */
function* countedRestores({ backup }: BackupView) {
  for (const { Status, ResourceType, CreationDate } of backup.restoreJobs) {
    yield { State: Status, ResourceType, CreationDate };
  }
}
