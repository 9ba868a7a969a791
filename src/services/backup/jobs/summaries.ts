import type { BackupJobSummary } from "@aws-sdk/client-backup";
import type { Page } from "../../../core/store";
import { day, type EpochMs } from "../../../core/time";
import type { Stored } from "../../../core/world";
import { type BackupView, read } from "../account/account";
import { pageOfComputed } from "../account/paging";
import { isManagement } from "../settings/global-settings";
import { accountsAskedFor, everyAccount } from "../settings/organization";
import { allTogether, anyOfThem, isOfCategory } from "./listing";

/** By what jobs of any kind are counted. */
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

/** How many jobs there were of a kind in a span of time. */
export interface Summary<State extends string> extends Omit<Stored<BackupJobSummary>, "State"> {
  readonly State: State | typeof allTogether;
  readonly Count: number;
  readonly StartTime: EpochMs;
  readonly EndTime: EpochMs;
}

/** How far back the counts go, and whether day by day. */
const periods = {
  ONE_DAY: { days: 14, daily: true },
  SEVEN_DAYS: { days: 7, daily: false },
  FOURTEEN_DAYS: { days: 14, daily: false },
};

/** The span in which a job was created, of those that the period asked for consists of. The present day is not among them. */
function spanOf(created: EpochMs, now: EpochMs, { days, daily }: (typeof periods)["ONE_DAY"]) {
  const midnight = Math.floor(now / day) * day;
  const first = midnight - days * day;
  if (created < first || created >= midnight) return undefined;
  if (!daily) return { StartTime: first, EndTime: midnight };
  const StartTime = Math.floor(created / day) * day;
  return { StartTime, EndTime: StartTime + day };
}

const isAny = (asked: string | undefined): boolean => asked === anyOfThem;
const isInSum = (asked: string | undefined): boolean => asked === undefined || asked === allTogether;

const isAsked = (value: string, asked: string | undefined): boolean =>
  isInSum(asked) || isAny(asked) || value === asked;

/**
 * The accounts whose jobs are counted: of the others in its organization the management account alone is told. Any
 * other one is told of itself, whichever account it asks for.
 */
function countedAccounts(account: BackupView, asked: string | undefined): readonly BackupView[] {
  if (asked === undefined || !isManagement(account)) return [account];
  return accountsAskedFor(account, isAny(asked) || asked === allTogether ? everyAccount : asked);
}

/** Counts jobs: `ANY` has a row for each value, `AGGREGATE_ALL` one for all together, and so has what is not asked for. */
export function summarise<State extends string>(
  account: BackupView,
  jobsOf: (account: BackupView) => Iterable<CountedJob<State>>,
  asked: SummaryFilter,
): Page<Summary<State>> & { readonly period: keyof typeof periods } {
  const { AggregationPeriod: period = "FOURTEEN_DAYS" } = asked;
  const Region = account.place.region;
  const inSum = asked.AccountId === allTogether && isManagement(account);
  const rows = new Map<string, Summary<State>>();
  for (const each of countedAccounts(account, asked.AccountId)) {
    const AccountId = inSum ? allTogether : each.place.accountId;
    for (const job of jobsOf(each)) {
      const span = spanOf(job.CreationDate, account.now, periods[period]);
      if (!span || !isCounted(job, asked)) continue;
      const State = isInSum(asked.State) ? allTogether : job.State;
      const ResourceType = isInSum(asked.ResourceType) ? allTogether : job.ResourceType;
      const MessageCategory = isInSum(asked.MessageCategory) ? allTogether : job.MessageCategory;
      const key = [AccountId, span.StartTime, State, ResourceType, MessageCategory].join();
      const Count = (rows.get(key)?.Count ?? 0) + 1;
      rows.set(key, { Region, AccountId, State, ResourceType, MessageCategory, Count, ...span });
    }
  }
  return { ...pageOfComputed([...rows.values()], asked), period };
}

const isCounted = (job: CountedJob<string>, asked: SummaryFilter): boolean =>
  isAsked(job.State, asked.State) &&
  isAsked(job.ResourceType, asked.ResourceType) &&
  isOfCategory(job.MessageCategory, asked.MessageCategory);

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

/** Restore jobs have a status where the others have a state, and no message category. */
function* countedRestores({ backup }: BackupView) {
  for (const { Status, ResourceType, CreationDate } of backup.restoreJobs) {
    yield { State: Status, ResourceType, CreationDate };
  }
}
