import { day, type EpochMs, minute, type Next, type Timed } from "../../../core/time";
import type { BackupAccount } from "../account/account";

/** How long an ended job remains listed. */
export const listedFor = 30 * day;

const withoutNext = { next: undefined };

interface Job {
  readonly next?: Next | undefined;
  readonly CompletionDate?: EpochMs | undefined;
}

/** A kind of job, as far as its transitions need to know it. */
interface Kind<J extends Job> {
  jobsOf(account: BackupAccount): { change(job: J, ...members: readonly (Partial<J> | Partial<Job>)[]): J };
  stateOf(job: J): string;
  /** Emits the event of a job's state. */
  emit(account: BackupAccount, job: J): void;
  /** The rule of a plan that made a job, if one did. */
  ruleOf?(job: J): string | undefined;
}

/** How long a job waits before it tries again what another job prevents. */
export const retryAfter = 10 * minute;

/** The time until a job's next step, or until the next retry if it has none. */
export const untilNext = ({ now }: BackupAccount, { next }: Timed): number =>
  next && !next.held ? next.at - now : retryAfter;

/** A step after the next step of another job. While that job is held, this step is not in flight either. */
export function nextAfter(account: BackupAccount, other: Timed, step: string): Next {
  const wait = untilNext(account, other);
  return other.next?.held ? account.planned(step, account.now + wait) : account.inFlight(step, wait);
}

/** The transitions of a kind of job. */
export function transitionsOf<J extends Job>({ jobsOf, stateOf, emit, ruleOf }: Kind<J>) {
  /** Changes a job to another state. */
  function change(account: BackupAccount, job: J, members: Partial<J>): J {
    const changed = jobsOf(account).change(job, withoutNext, members);
    emit(account, changed);
    return changed;
  }

  /** Ends a job. Its step `forget` removes it from the list later. */
  function end(account: BackupAccount, job: J, members: Partial<J>): J {
    const { now } = account;
    const next = account.planned("forget", now + listedFor);
    const ended = jobsOf(account).change(job, { CompletionDate: now }, members, { next });
    emit(account, ended);
    const state = stateOf(ended);
    account.tally("jobs", state);
    const rule = ruleOf?.(ended);
    if (rule !== undefined) account.tallyRule(rule, state);
    return ended;
  }

  return { change, end };
}
