import { isDeepStrictEqual } from "node:util";
import { Accounts, accountNamedIn, accountOfAnswers } from "../disguise/accounts";
import { Disguise } from "../disguise/disguise";
import { disguisedMembers } from "../disguise/values";
import { readRecord } from "../read-record";
import type { CallStep, EvidenceRecord, EvidenceService, EvidenceStep } from "../record";
import { Expectations, withoutUnused } from "./expectations";
import type { Observed } from "./observed";
import { type RecordOptions, recordedSource } from "./options";

/** Shorter pauses between two calls are part of making the calls. */
const shortestPause = 5_000;

/** The record of some calls, with everything replaced that may tell who made them. */
export function recordOf(
  observed: readonly Observed[],
  { title, accountId, fixture }: Pick<RecordOptions, "title" | "accountId" | "fixture">,
  /** When the recording began, by the service's clock, if that is known. */
  began: number | undefined,
): EvidenceRecord {
  const services = [...new Set(observed.map(({ service }) => service))];
  const [first] = observed;
  const accounts = new CallingAccounts(observed, accountId);
  const home = { region: first?.region, accountId: accounts.of(first?.client ?? 0) };
  const disguise = new Disguise(new Accounts(home.accountId));
  const expectations = new Expectations(disguise, began);
  const steps = new Steps();
  const before = fixture && disguisedMembers(fixture, disguise);
  for (const call of observed) {
    const place = placeOf(call, accounts.of(call.client), home, disguise);
    const input = disguisedMembers(call.input, disguise);
    steps.add(call, {
      call: `${call.service}.${call.operation}`,
      ...(isEmpty(input) ? {} : { input }),
      ...(place && { in: place }),
      ...("error" in call.answer
        ? { error: expectations.ofError(call.answer.error) }
        : expectations.ofOutput(call.answer.output)),
    });
  }
  const document = {
    title: title ?? `Recorded answers of ${services.map(service => titles[service]).join(", ")}`,
    source: recordedSource,
    date: new Date(began ?? Date.now()).toISOString().slice(0, 10),
    confidence: "recorded",
    services,
    options: {
      ...(home.region !== undefined && { region: home.region }),
      ...(began !== undefined && { now: new Date(began).toISOString() }),
    },
    ...(before && { fixture: before }),
    steps: withoutUnused(steps.taken),
  };
  return readRecord(document, "what was recorded");
}

const titles: Readonly<Record<EvidenceService, string>> = {
  backup: "AWS Backup",
  efs: "Amazon EFS",
  fsx: "Amazon FSx",
};

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

/** Which account each client calls: the one of its answers, or else the one of all. */
class CallingAccounts {
  readonly #byClient: ReadonlyMap<number, string | undefined>;
  readonly #home: string | undefined;

  constructor(observed: readonly Observed[], home: string | undefined) {
    const answers = observed.map(answerIn);
    const inputs = observed.map(({ input }) => input);
    this.#home = home ?? accountOfAnswers(answers) ?? accountNamedIn(answers) ?? accountNamedIn(inputs);
    const clients = [...new Set(observed.map(({ client }) => client))];
    this.#byClient = new Map(
      clients.map(client => [
        client,
        accountOfAnswers(observed.filter(call => call.client === client).map(answerIn)),
      ]),
    );
  }

  of(client: number): string | undefined {
    return this.#byClient.get(client) ?? this.#home;
  }
}

const answerIn = ({ answer }: Observed): object => ("error" in answer ? { ...answer.error } : answer.output);

/** Where a call was made, if not where the first one was. */
function placeOf(
  { region }: Observed,
  accountId: string | undefined,
  home: { readonly region: string | undefined; readonly accountId: string | undefined },
  disguise: Disguise,
): CallStep["in"] {
  const place = {
    ...(region !== undefined && region !== home.region && { region }),
    ...(accountId !== undefined &&
      accountId !== home.accountId && { accountId: disguise.account(accountId) }),
  };
  return isEmpty(place) ? undefined : place;
}

/** The steps of a record, in which a call that only repeats an earlier one is a poll. */
class Steps {
  readonly taken: EvidenceStep[] = [];
  /** The calls since the account was last changed. */
  #looks: { readonly observed: Observed; answer: unknown }[] = [];

  add(observed: Observed, step: CallStep): void {
    const { output, error } = step;
    const answer = { output, error };
    const look = this.#looks.find(earlier => isSame(earlier.observed, observed));
    if (look && isDeepStrictEqual(look.answer, answer)) return;
    if (look) {
      look.answer = answer;
      this.taken.push({ ...step, poll: true });
      if (!isRead(observed) && !error) this.#looks = [];
      return;
    }
    if (observed.pause >= shortestPause) {
      this.taken.push({ advance: `${Math.round(observed.pause / 1_000)} seconds` });
    }
    this.taken.push(step);
    if (isRead(observed) || error) this.#looks.push({ observed, answer });
    else this.#looks = [];
  }
}

const isRead = ({ operation }: Observed): boolean => /^(Describe|Get|List)/.test(operation);

const isSame = (one: Observed, other: Observed): boolean =>
  one.service === other.service &&
  one.operation === other.operation &&
  one.client === other.client &&
  isDeepStrictEqual(one.input, other.input);
