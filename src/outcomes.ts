import { MockError } from "./core/errors";
import type { Place } from "./core/place";
import { type Duration, milliseconds } from "./core/time";
import type { World } from "./core/world";
import { backup } from "./services/backup";
import {
  type FailedState,
  failedStates,
  type JobMatch,
  type Outcome,
  setOutcome,
} from "./services/backup/jobs/outcomes";

/** What the next job that fits is to do; the calls add up: `.takes("2 hours").fails("no space left")`. */
export interface NextJob {
  /** It ends in FAILED, or the state given, with this message. */
  fails(message: string, options?: { readonly state?: FailedState }): this;
  /** It takes this long from start to end. */
  takes(duration: Duration): this;
  /** It writes so many bytes. */
  transfers(bytes: number): this;
}

/** Sets how the next job that fits goes, in the state, so that a rollback takes it back. */
export function nextJob(world: World, place: Place, match: JobMatch): NextJob {
  const unknown = Object.keys(match).find(name => !["type", "resourceArn", "backupVaultName"].includes(name));
  if (unknown !== undefined) {
    throw new MockError(
      "InvalidOption",
      `Cannot match the next job by ${unknown}: jobs are told apart by type, resourceArn and backupVaultName; leave it out.`,
    );
  }
  const id = world.transact(transaction => transaction.ids.uuid());
  const set = (outcome: Outcome): void =>
    world.transact(transaction => {
      setOutcome(transaction.account(backup, place), { id, ...match, ...outcome });
    });
  return {
    fails(message, { state = "FAILED" } = {}) {
      if (!failedStates.includes(state)) {
        throw new MockError(
          "InvalidOption",
          `Cannot let a job end in ${state}: a job fails in one of ${failedStates.join(", ")}; choose one.`,
        );
      }
      set({ fails: { message, state } });
      return this;
    },
    takes(duration) {
      set({ takes: milliseconds(duration) });
      return this;
    },
    transfers(bytes) {
      set({ transfers: bytes });
      return this;
    },
  };
}
