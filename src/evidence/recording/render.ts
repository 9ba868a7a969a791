import { isDeepStrictEqual } from "node:util";
import { Accounts, accountNamedIn, accountOfAnswers } from "../../anonymize/accounts";
import { Anonymizer } from "../../anonymize/anonymizer";
import { anonymizedMembers } from "../../anonymize/values";
import { readRecord } from "../read-record";
import type { CallStep, EvidenceRecord, EvidenceService, EvidenceStep } from "../record";
import { Expectations, withoutUnused } from "./expectations";
import type { Observed } from "./observed";
import { type RecordOptions, recordedSource } from "./options";

/** Shorter pauses between calls are not recorded. In milliseconds. */
const shortestPause = 5_000;

/** Makes the anonymized record of the observed calls. */
export function recordOf(
  observed: readonly Observed[],
  { title, accountId, fixture }: Pick<RecordOptions, "title" | "accountId" | "fixture">,
  /** When the recording started, by the service's clock, if known. */
  began: number | undefined,
): EvidenceRecord {
  const services = [...new Set(observed.map(({ service }) => service))];
  const [first] = observed;
  const accounts = new CallingAccounts(observed, accountId);
  const home = { region: first?.region, accountId: accounts.of(first?.client ?? 0) };
  const anonymizer = new Anonymizer(new Accounts(home.accountId));
  const expectations = new Expectations(anonymizer, began);
  const steps = new Steps();
  const before = fixture && anonymizedMembers(fixture, anonymizer);
  for (const call of observed) {
    const place = placeOf(call, accounts.of(call.client), home, anonymizer);
    const input = anonymizedMembers(call.input, anonymizer);
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

/** The account that each client calls: the one that its answers name, or else the one that all answers name. */
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

/** The place of a call, if it differs from that of the first call. */
function placeOf(
  { region }: Observed,
  accountId: string | undefined,
  home: { readonly region: string | undefined; readonly accountId: string | undefined },
  anonymizer: Anonymizer,
): CallStep["in"] {
  const place = {
    ...(region !== undefined && region !== home.region && { region }),
    ...(accountId !== undefined &&
      accountId !== home.accountId && { accountId: anonymizer.account(accountId) }),
  };
  return isEmpty(place) ? undefined : place;
}

/** Collects steps. A call that repeats an earlier one becomes a poll, or is dropped if its answer is the same. */
class Steps {
  readonly taken: EvidenceStep[] = [];
  /** Reads and refused calls since the last successful write, each with its latest answer. */
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
