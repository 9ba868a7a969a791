import type { ObservedRecord, Observer, RecordKind } from "../mock/observer";
import { Arguments } from "./arguments";
import type { Matcher } from "./commands";
import { type PartialEquality, partialEqualityOf } from "./host";
import { stateObserver } from "./observers";
import { isPlain } from "./plain";
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
  /** The members listed of each candidate, besides the expected ones. */
  readonly listed: readonly string[];
}

type SearchFor = (args: Arguments, observer: Observer, equal: PartialEquality) => Search;

function stateMatcher(name: string, usage: string, searchFor: SearchFor): Matcher {
  return function matcher(received, ...values) {
    const observer = stateObserver(name, received);
    const equal = partialEqualityOf(this);
    const args = new Arguments(name, usage, values);
    const search = searchFor(args, observer, equal);
    args.end();
    return resultOf(observer.name, this, reportOf(search, equal));
  };
}

function reportOf(search: Search, equal: PartialEquality): Report {
  const { candidates, expected, times, details, verb = "have" } = search;
  const matched = new Set(candidates.filter(candidate => search.isMatch(candidate)));
  return {
    pass: times === undefined ? matched.size > 0 : matched.size === times,
    expectation: [`to ${verb} ${quantity(search)}`, ...details],
    summary: summaryOf(search),
    items: () =>
      candidates.map(candidate => ({
        title: "",
        value: excerpt(candidate, search),
        matched: matched.has(candidate),
      })),
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

function summaryOf({ candidates: { length }, noun }: Search): string {
  return `There ${length === 1 ? "is" : "are"} ${length || "no"} ${noun}${length === 1 ? "" : "s"}`;
}

/** The identifying members of a candidate and the expected ones. */
function excerpt(candidate: ObservedRecord, { listed, expected }: Search): object {
  const names = new Set([...listed, ...Object.keys(expected)]);
  return Object.fromEntries([...names].flatMap(name => (name in candidate ? [[name, candidate[name]]] : [])));
}

const withMembers = (partial: object | undefined): readonly MessagePart[] =>
  partial === undefined || (isPlain(partial) && Object.keys(partial).length === 0)
    ? []
    : [" with ", { value: partial }];

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
      listed: ["RecoveryPointArn", "ResourceArn", "BackupVaultName", "Status"],
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
    };
  },
);

/** A snapshot can be restored once it is completed, a continuous backup from its beginning. */
const isRestorable = ({ Status }: ObservedRecord): boolean =>
  Status === "COMPLETED" || Status === "AVAILABLE";

export const toHaveProtected = stateMatcher(
  "toHaveProtected",
  "resourceArn, partial?",
  (args, observer, equal) => {
    const arn = args.text("the ARN of the resource");
    const partial = args.hasMore ? args.partial("the expected recovery point") : undefined;
    return {
      candidates: observer.records(recoveryPoints),
      expected: { ResourceArn: arn, Status: "COMPLETED", ...partial },
      isMatch: point =>
        isRestorable(point) && equal(point["ResourceArn"], arn) && (!partial || equal(point, partial)),
      noun: "recovery point",
      details: [" that can restore ", { value: arn }, ...withMembers(partial)],
      listed: ["RecoveryPointArn", "ResourceArn", "BackupVaultName", "Status"],
    };
  },
);

export const toHaveEmitted = stateMatcher(
  "toHaveEmitted",
  "detailType, partialDetail?, { times }?",
  (args, observer, equal) => {
    const type = args.text("the detail type");
    const detail = args.hasMore ? args.partial("the expected detail") : undefined;
    return {
      candidates: observer.events().map(event => ({ ...event })),
      expected: { "detail-type": type, ...(detail && { detail }) },
      isMatch: event => equal(event["detail-type"], type) && (!detail || equal(event["detail"], detail)),
      times: args.times(),
      verb: "have emitted",
      noun: "event",
      details: [" ", { value: type }, ...withMembers(detail)],
      listed: ["detail-type"],
    };
  },
);
