import { day, type EpochMs, minute, type Next, type Timed } from "../../../core/time";
import type { BackupAccount } from "../account/account";

/** For how long a job stays on the list once it has come to its end. */
export const listedFor = 30 * day;

const withoutNext = { next: undefined };

interface Job {
  readonly next?: Next | undefined;
  readonly CompletionDate?: EpochMs | undefined;
}

/** What tells a kind of job from the others, as far as its states are concerned. */
interface Kind<J extends Job> {
  jobsOf(account: BackupAccount): { change(job: J, ...members: readonly (Partial<J> | Partial<Job>)[]): J };
  stateOf(job: J): string;
  /** Says on the event bus what state a job is in. */
  tell(account: BackupAccount, job: J): void;
}

const retryAfter = 10 * minute;

/** How long it is until a job does something, or may be asked again. */
export const untilNext = ({ now }: BackupAccount, { next }: Timed): number =>
  next && !next.held ? next.at - now : retryAfter;

/** Goes on when another job has done something. While a test holds that one, this one is not on its way either. */
export function nextAfter(account: BackupAccount, other: Timed, step: string): Next {
  const wait = untilNext(account, other);
  return other.next?.held ? account.planned(step, account.now + wait) : account.inFlight(step, wait);
}

/** How jobs of a kind go from state to state. */
export function transitionsOf<J extends Job>({ jobsOf, stateOf, tell }: Kind<J>) {
  /** Replaces members of a job that goes on to another state. */
  function change(account: BackupAccount, job: J, members: Partial<J>): J {
    const changed = jobsOf(account).change(job, withoutNext, members);
    tell(account, changed);
    return changed;
  }

  /** Ends a job; its step `forget` takes it off the list later. */
  function end(account: BackupAccount, job: J, members: Partial<J>): J {
    const { now } = account;
    const next = account.planned("forget", now + listedFor);
    const ended = jobsOf(account).change(job, { CompletionDate: now }, members, { next });
    tell(account, ended);
    account.tally("jobs", stateOf(ended));
    return ended;
  }

  return { change, end };
}
