import { type Place, parseArn, quoted, suggestion } from "../core/basics";
import { type Duration, milliseconds } from "../core/time";
import type { OutcomeTarget, World } from "../core/world";
import { resourceTypeNamed, resourceTypes } from "../services/backup/resources/resource-types";
import { checkBytes, OutcomeSetter, refused } from "./next-outcome";
import { written } from "./outcome-text";

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

/** A state of failure in the words of backup jobs. */
export type FailedState = "FAILED" | "PARTIAL" | "ABORTED" | "EXPIRED";

/** The job that an outcome is meant for: the next one that matches all given members. */
export interface JobMatch {
  /**
   * `backup`, `copy`, `restore`, `scan` or `index`, or a type of resource such as `EFS`. `FSx` means the jobs of AWS
   * Backup on FSx resources; for the work of FSx itself, use `aws.next("fsx.fileSystems")` and the like.
   */
  readonly type?: string | undefined;
  /** The ARN of the resource that is backed up. */
  readonly resourceArn?: string | undefined;
  /** The vault that a job writes to; for a restore job, the vault that it reads from. */
  readonly backupVaultName?: string | undefined;
}

/** A kind of job: its table, where it keeps what a match names, and the states that it can fail in. */
interface JobKind {
  readonly kind: string;
  readonly resource: string;
  vault(name: string): object;
  readonly endings: Readonly<Partial<Record<FailedState, string>>>;
  readonly transfers: boolean;
}

const jobKinds: Readonly<Record<string, JobKind>> = {
  backup: {
    kind: "backup.backupJobs",
    resource: "ResourceArn",
    vault: BackupVaultName => ({ BackupVaultName }),
    endings: { FAILED: "FAILED", PARTIAL: "PARTIAL", ABORTED: "ABORTED", EXPIRED: "EXPIRED" },
    transfers: true,
  },
  copy: {
    kind: "backup.copyJobs",
    resource: "ResourceArn",
    vault: name => ({ destination: { name } }),
    endings: { FAILED: "FAILED", PARTIAL: "PARTIAL" },
    transfers: true,
  },
  restore: {
    kind: "backup.restoreJobs",
    resource: "SourceResourceArn",
    vault: vaultName => ({ vaultName }),
    endings: { FAILED: "FAILED", ABORTED: "ABORTED" },
    transfers: true,
  },
  scan: {
    kind: "backup.scanJobs",
    resource: "ResourceArn",
    vault: BackupVaultName => ({ BackupVaultName }),
    endings: { FAILED: "FAILED", PARTIAL: "COMPLETED_WITH_ISSUES", ABORTED: "CANCELED" },
    transfers: false,
  },
  index: {
    kind: "backup.pointIndexes",
    resource: "SourceResourceArn",
    vault: BackupVaultName => ({ BackupVaultName }),
    endings: { FAILED: "FAILED" },
    transfers: false,
  },
};

const isJobKind = (type: string | undefined): type is string =>
  type !== undefined && Object.hasOwn(jobKinds, type);

/** Indexes are also built without a call, so only an outcome that names the kind is meant for them. */
const kindsOf = ({ type }: JobMatch): readonly JobKind[] =>
  Object.entries(jobKinds)
    .filter(([name]) => (isJobKind(type) ? name === type : name !== "index"))
    .map(([, kind]) => kind);

function targetFor({ type, resourceArn, backupVaultName }: JobMatch, job: JobKind): OutcomeTarget {
  const match = {
    ...(type !== undefined && !isJobKind(type) && { ResourceType: type }),
    ...(resourceArn !== undefined && { [job.resource]: resourceArn }),
    ...(backupVaultName !== undefined && job.vault(backupVaultName)),
  };
  return { kind: job.kind, match };
}

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
    const names = [...Object.keys(jobKinds), ...new Set(resourceTypes.map(({ name }) => name))];
    const own = /^(efs|fsx|backup)\./.test(type)
      ? `jobs of AWS Backup have a type of resource; for the work of a service itself, use aws.next(${written(type)})`
      : `unknown kind of job or type of resource; ${suggestion(type, names)}`;
    throw refused(`match the next job by type ${quoted(type)}`, own);
  }
  if (resourceArn !== undefined && !parseArn(resourceArn)) {
    throw refused(
      `match the next job by resourceArn ${quoted(resourceArn)}`,
      "it is no ARN; name the resource that is backed up",
    );
  }
  if (backupVaultName?.startsWith("arn:")) {
    throw refused(
      `match the next job by backupVaultName ${quoted(backupVaultName)}`,
      "it is an ARN; give the vault's name",
    );
  }
}

/** What the types of resources that have work of their own are often mistaken for. */
const ownWork: Readonly<Record<string, string>> = {
  FSx: 'this means jobs of AWS Backup on FSx resources; for the work of FSx itself, use aws.next("fsx.fileSystems") and the like',
  EFS: 'this means jobs of AWS Backup on EFS file systems; for the work of EFS itself, use aws.next("efs.fileSystems") and the like',
};

/** A hint for an outcome that nothing has used. */
export const hintFor = ({ type }: JobMatch): string | undefined =>
  type !== undefined && Object.hasOwn(ownWork, type) ? ownWork[type] : undefined;

function endingTargets(match: JobMatch, state: FailedState): readonly OutcomeTarget[] {
  const kinds = kindsOf(match);
  const targets = kinds.flatMap(job => {
    const ending = Object.hasOwn(job.endings, state) ? job.endings[state] : undefined;
    return ending === undefined ? [] : [{ ...targetFor(match, job), state: ending }];
  });
  if (targets.length > 0) return targets;
  const known = [...new Set(kinds.flatMap(({ endings }) => Object.keys(endings)))];
  const hint = hintFor(match);
  throw refused(
    `let a job end in ${state}`,
    `a ${isJobKind(match.type) ? `${match.type} job` : "job"} fails in one of ${known.join(", ")}; choose one${hint === undefined ? "" : `; ${hint}`}`,
  );
}

/** Sets the outcome of the next job that matches. It is part of the state, so a rollback undoes it. */
export function nextJob(world: World, place: Place, match: JobMatch): NextJob {
  checkMatch(match);
  const kinds = kindsOf(match);
  const given = Object.keys(match).length > 0 ? written(match) : "";
  const targets = kinds.map(job => targetFor(match, job));
  const setter = new OutcomeSetter(world, place, `aws.nextJob(${given})`, targets, hintFor(match));
  return {
    fails(message, { state = "FAILED" } = {}) {
      setter.set({ message, targets: endingTargets(match, state) });
      return this;
    },
    takes(duration) {
      setter.set({ takes: milliseconds(duration) });
      return this;
    },
    transfers(bytes) {
      if (!kinds.some(({ transfers }) => transfers)) {
        throw refused(`let a ${match.type} job transfer bytes`, "it has no size; leave it out");
      }
      checkBytes(bytes);
      setter.set({ transfers: bytes });
      return this;
    },
  };
}
