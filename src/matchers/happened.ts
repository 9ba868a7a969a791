import type { ObservedJob } from "../mock/observed-jobs";
import type { Observer } from "../mock/observer";
import type { PartialEquality } from "./host";
import { isPlain } from "./plain";

/** What an expectation is about; undefined: any. Both may be asymmetric matchers. */
export interface Subject {
  readonly resourceArn?: unknown;
  readonly vaultName?: unknown;
  /** Operations whose refusal explains that it does not hold. */
  readonly operations: readonly string[];
  /** Whether jobs explain it. */
  readonly byJobs: boolean;
  /** Whether recovery points that are gone explain it. Default: `false`. */
  readonly byRemovals?: boolean;
}

const mostLines = 5;
const longestMessage = 300;

/** What may explain that an expectation does not hold: jobs that failed, refused calls, work that is not done. */
export function whatHappened(
  observer: Observer,
  subject: Subject,
  equal: PartialEquality,
): readonly string[] {
  const jobs = subject.byJobs ? observer.jobs().filter(job => concerns(subject, job, equal)) : [];
  const lines = [
    ...grouped(
      jobs.filter(({ hasFailed }) => hasFailed),
      describeFailure(subject),
    ),
    ...refusals(observer, subject, equal),
    ...removals(observer, subject, equal),
    ...grouped(
      jobs.filter(({ isUnfinished }) => isUnfinished),
      describeUnfinished,
    ),
  ];
  const unlisted = lines.length - mostLines;
  return unlisted > 0 ? [...lines.slice(0, mostLines), `… and ${unlisted} more`] : lines;
}

const fits = (expected: unknown, actual: unknown, equal: PartialEquality): boolean =>
  expected === undefined || actual === undefined || equal(actual, expected);

const concerns = ({ resourceArn, vaultName }: Subject, job: ObservedJob, equal: PartialEquality): boolean =>
  fits(resourceArn, job.resourceArn, equal) && fits(vaultName, job.vaultName, equal);

/** One text for each group of jobs that are described alike, the newest first. */
function grouped(
  jobs: readonly ObservedJob[],
  describe: (job: ObservedJob) => (count: number, resources: number) => string,
): readonly string[] {
  const groups = new Map<string, ObservedJob[]>();
  for (const job of jobs.toReversed()) {
    const key = describe(job)(1, 2);
    const group = groups.get(key);
    if (group) group.push(job);
    else groups.set(key, [job]);
  }
  return [...groups.values()].flatMap(group => {
    const resources = new Set(group.map(({ resourceArn }) => resourceArn)).size;
    return group.slice(0, 1).map(job => describe(job)(group.length, resources));
  });
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** `1 copy job failed: KMS_KEY_ERROR: The key is disabled.` */
const describeFailure =
  ({ resourceArn }: Subject) =>
  ({ noun, state, category, message, resourceArn: arn }: ObservedJob) =>
  (count: number, resources: number): string => {
    const ended = state === "FAILED" ? "failed" : `ended in ${state}`;
    const whose = resources > 1 ? `${resources} resources` : arn;
    const of = resourceArn === undefined ? ` (${whose})` : "";
    const why = [category, message].filter(text => text !== undefined).join(": ");
    return `${counted(count, noun)} ${ended}${why && `: ${short(why)}`}${of}`;
  };

const describeUnfinished =
  ({ noun, state }: ObservedJob) =>
  (count: number): string =>
    `${counted(count, noun)} ${count === 1 ? "is" : "are"} ${state}: await aws.settle(), or move the clock, to see the end`;

/** A message on one line. */
function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > longestMessage ? `${line.slice(0, longestMessage)}…` : line;
}

/** The recovery points that have expired or were deleted, by their events. */
function removals(observer: Observer, subject: Subject, equal: PartialEquality): readonly string[] {
  if (!subject.byRemovals) return [];
  const removed = observer.events().filter(({ "detail-type": type, detail }) => {
    if (type !== "Recovery Point State Change" || detail["status"] !== "DELETING") return false;
    // A job that fails takes its unfinished point with it, which is no news.
    if (detail["completionDate"] === undefined) return false;
    const { resourceArn, vaultName } = subject;
    return (
      fits(resourceArn, detail["resourceArn"], equal) && fits(vaultName, detail["backupVaultName"], equal)
    );
  });
  const last = removed.at(-1);
  return last
    ? [`${counted(removed.length, "recovery point")} expired or deleted, the last at ${last.time}`]
    : [];
}

/** The refused calls that would have made what is expected. */
function refusals(observer: Observer, subject: Subject, equal: PartialEquality): readonly string[] {
  const texts = observer.refusedCalls(subject.operations).flatMap(({ operation, input, error }) => {
    if (!isPlain(input)) return [];
    const isMeant =
      fits(subject.resourceArn, input["ResourceArn"], equal) &&
      fits(subject.vaultName, input["BackupVaultName"], equal);
    return isMeant ? [`${operation} was refused: ${error.name}: ${short(error.message)}`] : [];
  });
  return [...new Set(texts.toReversed())];
}
