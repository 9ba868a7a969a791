import type { BackupJobSummary } from "@aws-sdk/client-backup";
import type { Page } from "../../../core/pagination";
import type { Stored } from "../../../core/stored";
import { day, type EpochMs } from "../../../core/time";
import { type BackupView, read } from "../account";
import { pageOfComputed } from "../paging";
import { allTogether, anyOfThem, isOfCategory } from "./listing";

/** By what jobs of any kind are counted. */
export interface CountedJob<State extends string> {
  readonly State: State;
  readonly ResourceType: string;
  readonly MessageCategory?: string | undefined;
  readonly CreationDate: EpochMs;
}

interface SummaryFilter {
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
 * Counts jobs: `ANY` has a row for each value, `AGGREGATE_ALL` one for all together, and so has what is not asked for.
 * An account that is in no organization is told of its own jobs, whichever account it asks for.
 */
export function summarise<State extends string>(
  { place, now }: BackupView,
  jobs: Iterable<CountedJob<State>>,
  asked: SummaryFilter,
): Page<Summary<State>> & { readonly period: keyof typeof periods } {
  const period = asked.AggregationPeriod ?? "FOURTEEN_DAYS";
  const rows = new Map<string, Summary<State>>();
  for (const job of jobs) {
    const span = spanOf(job.CreationDate, now, periods[period]);
    if (!span || !isAsked(job.State, asked.State) || !isAsked(job.ResourceType, asked.ResourceType)) continue;
    if (!isOfCategory(job.MessageCategory, asked.MessageCategory)) continue;
    const State = isInSum(asked.State) ? allTogether : job.State;
    const ResourceType = isInSum(asked.ResourceType) ? allTogether : job.ResourceType;
    const MessageCategory = isInSum(asked.MessageCategory) ? allTogether : job.MessageCategory;
    const key = [span.StartTime, State, ResourceType, MessageCategory].join();
    const Count = (rows.get(key)?.Count ?? 0) + 1;
    const { region: Region, accountId: AccountId } = place;
    rows.set(key, { Region, AccountId, State, ResourceType, MessageCategory, Count, ...span });
  }
  return { ...pageOfComputed([...rows.values()], asked), period };
}

export const listBackupJobSummaries = read<"ListBackupJobSummaries">((input, account) => {
  const { items, token, period } = summarise(account, account.backup.backupJobs, input);
  return { BackupJobSummaries: items, AggregationPeriod: period, NextToken: token };
});

export const listCopyJobSummaries = read<"ListCopyJobSummaries">((input, account) => {
  const { items, token, period } = summarise(account, account.backup.copyJobs, input);
  return { CopyJobSummaries: items, AggregationPeriod: period, NextToken: token };
});

export const listRestoreJobSummaries = read<"ListRestoreJobSummaries">((input, account) => {
  const { items, token, period } = summarise(account, countedRestores(account), input);
  return { RestoreJobSummaries: items, AggregationPeriod: period, NextToken: token };
});

/** Restore jobs have a status where the others have a state, and no message category. */
function* countedRestores({ backup }: BackupView) {
  for (const { Status, ResourceType, CreationDate } of backup.restoreJobs) {
    yield { State: Status, ResourceType, CreationDate };
  }
}
