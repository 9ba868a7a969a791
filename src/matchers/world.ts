import { nearest } from "../core/basics";
import type { BusEvent } from "../core/world";
import type { ObservedRecord, Observer, RecordKind } from "../mock/observer";
import { Arguments } from "./arguments";
import type { Matcher } from "./commands";
import { type Subject, whatHappened } from "./happened";
import { type PartialEquality, partialEqualityOf } from "./host";
import { stateObserver } from "./observers";
import { isPlain } from "./plain";
import { print } from "./print";
import { type MessagePart, type Report, resultOf } from "./report";
import { mostSimilar } from "./similarity";

const vaults: RecordKind = {
  table: "vaults",
  describedBy: "DescribeBackupVault",
  named: ["BackupVaultName"],
};
const recoveryPoints: RecordKind = {
  table: "recoveryPoints",
  describedBy: "DescribeRecoveryPoint",
  named: ["BackupVaultName", "RecoveryPointArn"],
};
const backupJobs: RecordKind = {
  table: "backupJobs",
  describedBy: "DescribeBackupJob",
  named: ["BackupJobId"],
};

const pointMembers = ["RecoveryPointArn", "ResourceArn", "BackupVaultName", "Status"];

/** What a matcher looks for, and among which records or events. */
interface Search {
  readonly candidates: readonly ObservedRecord[];
  isMatch(candidate: ObservedRecord): boolean;
  /** The expected members in one object, to find the closest candidate. */
  readonly expected: object;
  /** How many candidates must match. Default: at least one. */
  readonly times?: number | undefined;
  /** In the singular: `vault`. */
  readonly noun: string;
  /** Follows the noun in the message: ` named "nightly"`. */
  readonly details: readonly MessagePart[];
  readonly verb?: "have" | "have emitted";
  /** Ends the heading of the list: ` of this resource`. */
  readonly summary?: string;
  /** The members listed of each candidate, besides the expected ones. */
  readonly listed: readonly string[];
  /** The member with the date of a candidate, which is listed where the candidates' dates differ. */
  readonly dated: string;
  readonly subject: Subject;
}

type SearchFor = (args: Arguments, observer: Observer, equal: PartialEquality) => Search;

function stateMatcher(name: string, usage: string, searchFor: SearchFor): Matcher {
  return function matcher(received, ...values) {
    const observer = stateObserver(name, received);
    const equal = partialEqualityOf(this);
    const args = new Arguments(name, usage, values);
    const search = searchFor(args, observer, equal);
    args.end();
    return resultOf(observer.name, this, reportOf(search, observer, equal));
  };
}

function reportOf(search: Search, observer: Observer, equal: PartialEquality): Report {
  const { candidates, expected, times, details, verb = "have", subject } = search;
  const matched = new Set(candidates.filter(candidate => search.isMatch(candidate)));
  const isTooFew = matched.size < (times ?? 1);
  return {
    pass: times === undefined ? matched.size > 0 : matched.size === times,
    expectation: [`to ${verb} ${quantity(search)}`, ...details],
    summary: summaryOf(search),
    items: () => {
      const names = listedMembers(search);
      return candidates.map(candidate => ({
        title: "",
        value: excerpt(candidate, names, expected),
        matched: matched.has(candidate),
      }));
    },
    happened: () => (isTooFew ? whatHappened(observer, subject, equal) : []),
    closest: () => {
      if (matched.size > 0) return undefined;
      const best = mostSimilar(candidates, expected, candidate => candidate, equal);
      return best && { number: candidates.indexOf(best) + 1, actual: best, expected };
    },
  };
}

/** `a vault`, `exactly 2 vaults`. */
function quantity({ noun, times }: Search): string {
  if (times === undefined) return noun === "event" ? "an event" : `a ${noun}`;
  return `exactly ${times} ${times === 1 ? noun : `${noun}s`}`;
}

function summaryOf({ candidates: { length }, noun, summary = "" }: Search): string {
  return `There ${length === 1 ? "is" : "are"} ${length || "no"} ${noun}${length === 1 ? "" : "s"}${summary}`;
}

/** The members that identify a candidate, with its date if the candidates have different ones. */
function listedMembers({ candidates, listed, dated }: Search): readonly string[] {
  const dates = new Set(candidates.map(candidate => print(candidate[dated])));
  return dates.size > 1 ? [...listed, dated] : listed;
}

/** Some members of a candidate, and the expected ones at every depth. */
function excerpt(candidate: ObservedRecord, listed: readonly string[], expected: object): object {
  const names = new Set([...listed, ...Object.keys(expected)]);
  return Object.fromEntries(
    [...names].flatMap(name => {
      if (!(name in candidate)) return [];
      const [actual, wanted]: unknown[] = [candidate[name], Reflect.get(expected, name)];
      return [[name, isPlain(actual) && isPlain(wanted) ? excerpt(actual, [], wanted) : actual]];
    }),
  );
}

const withMembers = (partial: object | undefined): readonly MessagePart[] =>
  partial === undefined || (isPlain(partial) && Object.keys(partial).length === 0)
    ? []
    : [" with ", { value: partial }];

const makingVaults = ["CreateBackupVault", "CreateLogicallyAirGappedBackupVault"];

/** What an expected recovery point or job is about. */
const subjectOf = (partial: object, operations: readonly string[]): Subject => ({
  resourceArn: Reflect.get(partial, "ResourceArn"),
  vaultName: Reflect.get(partial, "BackupVaultName"),
  operations,
  byJobs: true,
});

/** What an expected recovery point is about. */
const pointSubject = (partial: object): Subject => ({
  ...subjectOf(partial, ["StartBackupJob", "StartCopyJob"]),
  byRemovals: true,
});

export const toHaveVault = stateMatcher("toHaveVault", "name, partial?", (args, observer, equal) => {
  const name = args.text("the name");
  const partial = args.hasMore ? args.partial("the expected vault") : undefined;
  return {
    candidates: observer.records(vaults),
    expected: { BackupVaultName: name, ...partial },
    isMatch: vault => equal(vault["BackupVaultName"], name) && (!partial || equal(vault, partial)),
    noun: "vault",
    details: [" named ", { value: name }, ...withMembers(partial)],
    listed: ["BackupVaultName"],
    dated: "CreationDate",
    subject: { vaultName: name, operations: makingVaults, byJobs: false },
  };
});

export const toHaveRecoveryPoint = stateMatcher(
  "toHaveRecoveryPoint",
  "partial?, { times }?",
  (args, observer, equal) => {
    const partial = args.hasMore ? args.partial("the expected recovery point") : {};
    return {
      candidates: observer.records(recoveryPoints),
      expected: partial,
      isMatch: point => equal(point, partial),
      times: args.times(),
      noun: "recovery point",
      details: withMembers(partial),
      listed: pointMembers,
      dated: "CreationDate",
      subject: pointSubject(partial),
    };
  },
);

export const toHaveBackupJob = stateMatcher(
  "toHaveBackupJob",
  "partial?, { times }?",
  (args, observer, equal) => {
    const partial = args.hasMore ? args.partial("the expected backup job") : {};
    return {
      candidates: observer.records(backupJobs),
      expected: partial,
      isMatch: job => equal(job, partial),
      times: args.times(),
      noun: "backup job",
      details: withMembers(partial),
      listed: ["BackupJobId", "ResourceArn", "BackupVaultName", "State"],
      dated: "CreationDate",
      subject: subjectOf(partial, ["StartBackupJob"]),
    };
  },
);

/** A snapshot can be restored once it is completed, a continuous backup from its beginning. */
const isRestorable = ({ Status }: ObservedRecord): boolean =>
  Status === "COMPLETED" || Status === "AVAILABLE";

/** Speaks of the resource only: its recovery points are the candidates. */
export const toHaveProtected = stateMatcher(
  "toHaveProtected",
  "resourceArn, partial?",
  (args, observer, equal) => {
    const arn = args.text("the ARN of the resource");
    const partial = args.hasMore ? args.partial("the expected recovery point") : undefined;
    const points = observer.records(recoveryPoints);
    const candidates = points.filter(point => equal(point["ResourceArn"], arn));
    return {
      candidates,
      expected: { ResourceArn: arn, Status: "COMPLETED", ...partial },
      isMatch: point => isRestorable(point) && (!partial || equal(point, partial)),
      noun: "recovery point",
      details: [" that can restore ", { value: arn }, ...withMembers(partial)],
      summary: ` of it${candidates.length > 0 ? "" : otherResources(arn, points)}`,
      listed: pointMembers,
      dated: "CreationDate",
      subject: pointSubject({ ...partial, ResourceArn: arn }),
    };
  },
);

/** `, but 7 of other resources; did you mean "…"?` */
function otherResources(arn: unknown, points: readonly ObservedRecord[]): string {
  if (points.length === 0) return "";
  const arns = new Set(points.map(point => String(point["ResourceArn"])));
  const meant = typeof arn === "string" ? nearest(arn, arns) : undefined;
  const hint = meant === undefined ? "" : `; did you mean ${print(meant)}?`;
  return `, but ${points.length} of other resources${hint}`;
}

export const toHaveEmitted = stateMatcher(
  "toHaveEmitted",
  "detailType, partialDetail?, { times }?",
  (args, observer, equal) => {
    const type = args.eventType(observer.eventTypes);
    const detail = args.hasMore ? args.partial("the expected detail") : undefined;
    const events = observer.events();
    const candidates = events.filter(event => equal(event["detail-type"], type)).map(event => ({ ...event }));
    return {
      candidates,
      expected: { "detail-type": type, ...(detail && { detail }) },
      isMatch: event => !detail || equal(event["detail"], detail),
      times: args.times(),
      verb: "have emitted",
      noun: "event",
      details: [" ", { value: type }, ...withMembers(detail)],
      summary: ` of this type${candidates.length > 0 ? "" : otherEvents(events)}`,
      listed: ["detail-type"],
      dated: "time",
      subject: {
        resourceArn: detail && Reflect.get(detail, "resourceArn"),
        vaultName: detail && Reflect.get(detail, "backupVaultName"),
        operations: [],
        byJobs: true,
      },
    };
  },
);

/** `, but of others: 3 Backup Job State Change, 1 Copy Job State Change` */
function otherEvents(events: readonly BusEvent[]): string {
  if (events.length === 0) return "";
  const counts = new Map<string, number>();
  for (const { "detail-type": type } of events) counts.set(type, (counts.get(type) ?? 0) + 1);
  return `, but of others: ${[...counts].map(([type, count]) => `${count} ${type}`).join(", ")}`;
}
