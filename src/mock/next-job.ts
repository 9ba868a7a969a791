import { MockError, type Place, parseArn, quoted, sentence, suggestion } from "../core/basics";
import { type Duration, milliseconds } from "../core/time";
import type { World } from "../core/world";
import { backup } from "../services/backup";
import { endsIn, isJobKind, setOutcome } from "../services/backup/jobs/outcomes";
import {
  endingsOf,
  type FailedState,
  type JobMatch,
  type Outcome,
} from "../services/backup/records/outcomes";
import { resourceTypeNamed, resourceTypes } from "../services/backup/resources/resource-types";

/** The outcome of the next job that matches. Calls add up: `.takes("2 hours").fails("no space left")`. */
export interface NextJob {
  /**
   * The job ends in `FAILED`, or in the given state, with this message. Only jobs that can end in that state match.
   * Throws a {@link MockError} (`InvalidOption`) for a state in which no such job ends.
   *
   * @example
   * aws.nextJob({ type: "EFS" }).fails("half of it", { state: "PARTIAL" });
   */
  fails(message: string, options?: { readonly state?: FailedState }): this;
  /**
   * The job takes this long from `RUNNING` to its end. Throws a {@link MockError} (`InvalidOption`).
   *
   * @example
   * aws.nextJob({ type: "restore" }).takes("2 hours");
   */
  takes(duration: Duration): this;
  /**
   * The job transfers this many bytes, a whole number from 0. Throws a {@link MockError} (`InvalidOption`).
   *
   * @example
   * aws.nextJob({ resourceArn }).transfers(8 * 1024 ** 3);
   */
  transfers(bytes: number): this;
}

const refused = (what: string, why: string): MockError =>
  new MockError("InvalidOption", `Cannot ${what}: ${sentence(why)}`);

/** Throws for a match that no job can have: with a typo, a test would pass and test nothing. */
function checkMatch({ type, resourceArn, backupVaultName, ...others }: JobMatch): void {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw refused(
      `match the next job by ${quoted(unknown)}`,
      `unknown condition; ${suggestion(unknown, ["type", "resourceArn", "backupVaultName"])}`,
    );
  }
  if (type !== undefined && !isJobKind(type) && !resourceTypeNamed(type)) {
    const names = [...Object.keys(endingsOf), ...new Set(resourceTypes.map(({ name }) => name))];
    throw refused(
      `match the next job by type ${quoted(type)}`,
      `unknown kind of job or type of resource; ${suggestion(type, names)}`,
    );
  }
  if (resourceArn !== undefined && !parseArn(resourceArn)) {
    throw refused(
      `match the next job by resourceArn ${JSON.stringify(resourceArn)}`,
      "it is no ARN; name the resource that is backed up",
    );
  }
  if (backupVaultName?.startsWith("arn:")) {
    throw refused(
      `match the next job by backupVaultName ${JSON.stringify(backupVaultName)}`,
      "it is an ARN; give the vault's name",
    );
  }
}

function checkEnding({ type }: JobMatch, state: FailedState): void {
  const kinds = isJobKind(type) ? [type] : Object.keys(endingsOf).filter(isJobKind);
  if (kinds.some(kind => endsIn(kind, state))) return;
  const known = [...new Set(kinds.flatMap(kind => endingsOf[kind]))];
  throw refused(
    `let a job end in ${state}`,
    `a ${isJobKind(type) ? `${type} job` : "job"} fails in one of ${known.join(", ")}; choose one`,
  );
}

function checkBytes({ type }: JobMatch, bytes: number): void {
  if (type === "index") throw refused("let an index transfer bytes", "it has no size; leave it out");
  if (Number.isSafeInteger(bytes) && bytes >= 0) return;
  throw refused(`let a job transfer ${bytes} bytes`, "that is no size; give a whole number, from 0 up");
}

/** Sets the outcome of the next job that matches. It is part of the state, so a rollback undoes it. */
export function nextJob(world: World, place: Place, match: JobMatch): NextJob {
  checkMatch(match);
  const id = world.transact(transaction => transaction.ids.uuid());
  const set = (outcome: Outcome): void =>
    world.transact(transaction => {
      setOutcome(transaction.account(backup, place), { id, ...match, ...outcome });
    });
  return {
    fails(message, { state = "FAILED" } = {}) {
      checkEnding(match, state);
      set({ fails: { message, state } });
      return this;
    },
    takes(duration) {
      set({ takes: milliseconds(duration) });
      return this;
    },
    transfers(bytes) {
      checkBytes(match, bytes);
      set({ transfers: bytes });
      return this;
    },
  };
}
