import type { ObservedRecord, Observer, RecordKind } from "../mock/observer";
import { Arguments } from "./arguments";
import type { Matcher } from "./commands";
import { type Holds, holdsBy } from "./host";
import { isPlain } from "./plain";
import { type Finding, nearestOf, resultOf, type Said } from "./report";
import { worldSeenBy } from "./subject";

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

/** What is asked for, and where. */
interface Question {
  readonly things: readonly ObservedRecord[];
  /** What is asked for in one object: for the nearest one. */
  readonly expected: object;
  /** Whether a thing is one of those that are asked for. */
  isAsked(thing: ObservedRecord): boolean;
  /** How many there have to be; at least one where it is left open. */
  readonly times?: number | undefined;
  /** A noun, after `a` or after a number: `vault`. */
  readonly noun: string;
  readonly details: readonly Said[];
  readonly verb?: "have" | "have emitted";
  /** What of a thing is listed, besides what is asked for. */
  readonly listed: readonly string[];
}

type Ask = (given: Arguments, observer: Observer, holds: Holds) => Question;

function worldMatcher(name: string, usage: string, ask: Ask): Matcher {
  return function matcher(received, ...args) {
    const observer = worldSeenBy(name, received);
    const holds = holdsBy(this);
    const given = new Arguments(name, usage, args);
    const question = ask(given, observer, holds);
    given.end();
    return resultOf(observer.name, this, findingOf(question, holds));
  };
}

function findingOf(question: Question, holds: Holds): Finding {
  const { things, expected, times, noun, details, verb = "have" } = question;
  const hits = new Set(things.filter(thing => question.isAsked(thing)));
  const amount =
    times === undefined
      ? noun === "event"
        ? "an event"
        : `a ${noun}`
      : `exactly ${times} ${times === 1 ? noun : `${noun}s`}`;
  return {
    pass: times === undefined ? hits.size > 0 : hits.size === times,
    claim: [`to ${verb} ${amount}`, ...details],
    found: `There ${things.length === 1 ? "is" : "are"} ${things.length === 0 ? "no" : things.length} ${noun}${things.length === 1 ? "" : "s"}`,
    exhibits: () =>
      things.map(thing => ({ title: "", shown: excerpt(thing, question), hit: hits.has(thing) })),
    nearest: () => {
      if (hits.size > 0) return undefined;
      const best = nearestOf(things, expected, thing => thing, holds);
      return best && { number: things.indexOf(best) + 1, actual: best, expected };
    },
  };
}

/** The members that tell one thing from another, and those that were asked for. */
function excerpt(thing: ObservedRecord, { listed, expected }: Question): object {
  const names = new Set([...listed, ...Object.keys(expected)]);
  return Object.fromEntries([...names].flatMap(name => (name in thing ? [[name, thing[name]]] : [])));
}

const withMembers = (part: object | undefined): readonly Said[] =>
  part === undefined || (isPlain(part) && Object.keys(part).length === 0) ? [] : [" with ", { value: part }];

export const toHaveVault = worldMatcher("toHaveVault", "name, partial?", (given, observer, holds) => {
  const name = given.text("the name");
  const part = given.more ? given.part("what is expected of the vault") : undefined;
  return {
    things: observer.records(vaults),
    expected: { BackupVaultName: name, ...part },
    isAsked: vault => holds(vault["BackupVaultName"], name) && (!part || holds(vault, part)),
    noun: "vault",
    details: [" named ", { value: name }, ...withMembers(part)],
    listed: ["BackupVaultName"],
  };
});

export const toHaveRecoveryPoint = worldMatcher(
  "toHaveRecoveryPoint",
  "partial?, { times }?",
  (given, observer, holds) => {
    const part = given.more ? given.part("what is expected of the recovery point") : {};
    return {
      things: observer.records(recoveryPoints),
      expected: part,
      isAsked: point => holds(point, part),
      times: given.times(),
      noun: "recovery point",
      details: withMembers(part),
      listed: ["RecoveryPointArn", "ResourceArn", "BackupVaultName", "Status"],
    };
  },
);

export const toHaveBackupJob = worldMatcher(
  "toHaveBackupJob",
  "partial?, { times }?",
  (given, observer, holds) => {
    const part = given.more ? given.part("what is expected of the backup job") : {};
    return {
      things: observer.records(backupJobs),
      expected: part,
      isAsked: job => holds(job, part),
      times: given.times(),
      noun: "backup job",
      details: withMembers(part),
      listed: ["BackupJobId", "ResourceArn", "BackupVaultName", "State"],
    };
  },
);

/** A periodic backup is whole when it is completed, a continuous one from its beginning. */
const isWhole = ({ Status }: ObservedRecord): boolean => Status === "COMPLETED" || Status === "AVAILABLE";

export const toHaveProtected = worldMatcher(
  "toHaveProtected",
  "resourceArn, partial?",
  (given, observer, holds) => {
    const arn = given.text("the ARN of the resource");
    const part = given.more ? given.part("what is expected of the recovery point") : undefined;
    return {
      things: observer.records(recoveryPoints),
      expected: { ResourceArn: arn, Status: "COMPLETED", ...part },
      isAsked: point => isWhole(point) && holds(point["ResourceArn"], arn) && (!part || holds(point, part)),
      noun: "recovery point",
      details: [" to restore ", { value: arn }, " from", ...withMembers(part)],
      listed: ["RecoveryPointArn", "ResourceArn", "BackupVaultName", "Status"],
    };
  },
);

export const toHaveEmitted = worldMatcher(
  "toHaveEmitted",
  "detailType, partialDetail?, { times }?",
  (given, observer, holds) => {
    const type = given.text("the detail type");
    const detail = given.more ? given.part("what is expected of the event's detail") : undefined;
    const things = observer.events().map(event => ({ ...event }));
    return {
      things,
      expected: { "detail-type": type, ...(detail && { detail }) },
      isAsked: event => holds(event["detail-type"], type) && (!detail || holds(event["detail"], detail)),
      times: given.times(),
      verb: "have emitted",
      noun: "event",
      details: [" ", { value: type }, ...withMembers(detail)],
      listed: ["detail-type"],
    };
  },
);
