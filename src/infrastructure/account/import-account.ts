import { isSdkClient, member } from "../../adapters/sdk";
import type { Client } from "../../adapters/target";
import { accountOfAnswers } from "../../anonymize/accounts";
import { defaultPlace, MockError, quoted, sentence, suggestion } from "../../core/basics";
import { type ServiceName, serviceNames } from "../../model";
import type { Answer } from "../dumps/answer";
import { infrastructureOfAnswers } from "../dumps/infrastructure-of-answers";
import { itemsOf } from "../dumps/items";
import { refuseUnknownOptions, wrongOption } from "../options";
import type { Infrastructure, SkippedResource } from "../result";
import { Calls, type Sender } from "./calls";
import { Pace } from "./pace";
import { AccountReader, type ImportProgress } from "./reader";
import { scrubbed } from "./scrub";

/** Clients of the account to read, of one Region. */
export interface AccountClients {
  /** For vaults, plans, recovery points, jobs and settings of AWS Backup. */
  readonly backup?: Client;
  /** For file systems of Amazon EFS. */
  readonly efs?: Client;
  /** For file systems, volumes and backups of Amazon FSx. */
  readonly fsx?: Client;
}

/** How to read an account. */
export interface ImportOptions {
  /**
   * Whether to replace account ids, names, ids and values of tags, the same one in the same way everywhere. Default: false.
   */
  readonly scrub?: boolean;
  /**
   * Whether to describe every recovery point and read its tags: two calls for each of them. Default: false; points are then
   * as lists show them, without tags.
   */
  readonly everyPoint?: boolean;
  /** The most calls in a second. Default: 10. */
  readonly callsPerSecond?: number;
  /** The time of the import, at which a mock of the fixture starts. Default: now. */
  readonly now?: Date;
  /** Called after each call. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Ends the import: it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

const optionNames: { readonly [Name in keyof Required<ImportOptions>]: true } = {
  scrub: true,
  everyPoint: true,
  callsPerSecond: true,
  now: true,
  onProgress: true,
  signal: true,
};

/**
 * Reads a live account, in one Region, with the user's own clients: only operations that describe, get and list, one call
 * after another. What a call is denied, `warnings` say. The fixture names the account, Region and time it is from:
 * `mockAws(fixture.origin)` is a mock of that place, to seed it into.
 *
 * Throws a {@link MockError} with the code `InvalidOption` for a wrong option, and one with `InvalidInfrastructure` if
 * clients are missing, are of several Regions, or get no answer.
 *
 * @example
 * const { fixture } = await importAccount({ backup: new BackupClient(), efs: new EFSClient() });
 * const aws = mockAws(fixture.origin);
 * aws.seed(fixture);
 */
export async function importAccount(
  clients: AccountClients,
  options: ImportOptions = {},
): Promise<Infrastructure> {
  checkOptions(options);
  const given = givenClients(clients);
  const { callsPerSecond = 10, everyPoint = false, onProgress = () => {} } = options;
  const pace = new Pace(callsPerSecond, options.signal);
  const region = await regionOf(given.map(({ client }) => client));
  const calls = new Map<ServiceName, Calls>();
  for (const { service, client } of given) calls.set(service, await Calls.of(service, client, pace));
  const { answers, warnings } = await new AccountReader(calls, everyPoint, onProgress).read();
  const accountId = accountOfAnswers(answers) ?? defaultPlace.accountId;
  const origin = {
    accountId: options.scrub ? defaultPlace.accountId : accountId,
    region,
    now: (options.now ?? new Date()).toISOString(),
  };
  const read = infrastructureOfAnswers(options.scrub ? scrubbed(answers, accountId) : answers, origin);
  return {
    ...read,
    skipped: [...skippedServices(given.map(({ service }) => service)), ...read.skipped],
    warnings: [...warnings, ...(everyPoint ? [] : pointsWithoutTags(answers)), ...read.warnings],
  };
}

const task = "import the account";

function checkOptions(options: ImportOptions): void {
  refuseUnknownOptions(task, options, optionNames);
  const { callsPerSecond = 1, now = new Date() } = options;
  if (!(callsPerSecond > 0)) throw wrongOption(task, "callsPerSecond must be a number greater than 0");
  if (!(now instanceof Date) || Number.isNaN(now.getTime()))
    throw wrongOption(task, "now must be a valid Date");
}

interface GivenClient {
  readonly service: ServiceName;
  readonly client: SdkSender;
}

type SdkSender = Sender & { readonly config: { readonly region?: unknown } };

const isSender = (value: unknown): value is SdkSender => isSdkClient(value);

function givenClients(clients: AccountClients): readonly GivenClient[] {
  const unknown = Object.keys(clients).find(name => !serviceNames.some(known => known === name));
  if (unknown !== undefined) {
    throw invalid(`there is no service ${quoted(unknown)}; ${suggestion(unknown, serviceNames)}`);
  }
  const given = serviceNames.flatMap(service => {
    const client: unknown = clients[service];
    if (client === undefined) return [];
    const serviceId = String(member(member(client, "config"), "serviceId") ?? "");
    if (!isSender(client) || serviceId.toLowerCase() !== service) {
      throw invalid(`${service} is not a client of that service; pass one, such as { ${examples[service]} }`);
    }
    return [{ service, client }];
  });
  if (given.length === 0) throw invalid(`no clients are given; pass { ${examples.backup} }`);
  return given;
}

const examples: Readonly<Record<ServiceName, string>> = {
  backup: "backup: new BackupClient()",
  efs: "efs: new EFSClient()",
  fsx: "fsx: new FSxClient()",
};

const invalid = (reason: string): MockError =>
  new MockError("InvalidInfrastructure", sentence(`Cannot ${task}: ${reason}`));

/** A client without a Region throws when it is asked. */
async function regionIn(ask: () => unknown): Promise<unknown> {
  try {
    return await ask();
  } catch {
    return undefined;
  }
}

/** The Region of the clients. */
async function regionOf(clients: readonly SdkSender[]): Promise<string> {
  const regions = new Set<string>();
  for (const { config } of clients) {
    const { region } = config;
    const known =
      typeof region === "function" ? await regionIn(() => Reflect.apply(region, config, [])) : region;
    if (typeof known === "string") regions.add(known);
  }
  const [first, ...others] = regions;
  if (first === undefined)
    throw invalid("the clients have no Region; give them one, on the command line with --region");
  if (others.length > 0) {
    throw invalid(`the clients are of the Regions ${[...regions].join(", ")}; import one Region at a time`);
  }
  return first;
}

const skippedServices = (services: readonly ServiceName[]): readonly SkippedResource[] =>
  serviceNames
    .filter(service => !services.includes(service))
    .map(service => ({ name: service, type: "service", reason: "no client was given for it" }));

function pointsWithoutTags(answers: readonly Answer[]) {
  const listed = answers
    .filter(({ operation }) => operation === "ListRecoveryPointsByBackupVault")
    .reduce((sum, { output }) => sum + itemsOf(output, "RecoveryPoints").length, 0);
  if (listed === 0) return [];
  return [
    {
      where: "backup.recoveryPoints",
      text: `the tags of ${listed} recovery points were not read; the option everyPoint reads them, with two calls for each`,
    },
  ];
}
