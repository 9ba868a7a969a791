import type { RecordCalls } from "./core/calls";
import type { ClockMode } from "./core/clock";
import { readPlace } from "./core/place-reader";
import type { DurationOf, DurationSetting } from "./core/service";
import type { Snapshot, SnapshotDocument } from "./core/snapshot";
import { type EpochMs, epochMs, type Instant } from "./core/time";
import {
  invalid,
  readAccounts,
  readCount,
  readDurations,
  readIdSeed,
  readOrganization,
  readQuotas,
} from "./option-values";
import type { Durations, QuotaName } from "./services";

export interface MockOptions {
  /** The Region of clients that name none. Default: `us-east-1`. */
  readonly region?: string;
  /** The account of clients whose access key is not mapped. Default: `123456789012`. */
  readonly accountId?: string;
  /** Which account an access key belongs to: `{ AKIA…: "222222222222" }`. */
  readonly accounts?: Readonly<Record<string, string>>;
  /** The accounts that are one organization: all of them (default), those that are named, or with `[]` none. */
  readonly organization?: readonly string[];
  /** The instant the mock starts at. Default: 2026-01-01T00:00:00Z, or the present with `clock: "system"`. */
  readonly now?: Instant;
  /** How time passes. Default: `auto`. */
  readonly clock?: ClockMode;
  /** Other seeds give other ids; the same seed and the same calls give the same ids. */
  readonly idSeed?: string | number;
  /** Whether calls are recorded: all of them (default), none, or so many of the newest. */
  readonly recordCalls?: RecordCalls;
  /** How many of the newest events are kept. Default: 10,000. */
  readonly recordEvents?: number;
  /** Other limits than AWS's own: `{ vaults: 2 }`; whole numbers from 0 up, or `Infinity`. */
  readonly quotas?: Readonly<Partial<Record<QuotaName, number>>>;
  /** How long things take: one duration for everything, or one (or a function of the thing) for each kind. */
  readonly durations?: DurationOf<object> | Durations;
  /** A snapshot to start from, as `aws.snapshot()` returned it or read from its JSON. */
  readonly snapshot?: Snapshot | SnapshotDocument;
}

export interface Settings {
  readonly region: string;
  readonly accountId: string;
  readonly accounts: Readonly<Record<string, string>>;
  readonly organization: readonly string[] | undefined;
  /** The instant a new world starts at. */
  now(): EpochMs;
  readonly clock: ClockMode;
  readonly idSeed: string;
  readonly recordCalls: RecordCalls;
  readonly recordEvents: number;
  readonly quotas: Readonly<Record<string, number>>;
  readonly durations: DurationSetting | Readonly<Record<string, DurationSetting>>;
  readonly snapshot: Snapshot | SnapshotDocument | undefined;
}

const known: { readonly [Name in keyof Required<MockOptions>]: true } = {
  region: true,
  accountId: true,
  accounts: true,
  organization: true,
  now: true,
  clock: true,
  idSeed: true,
  recordCalls: true,
  recordEvents: true,
  quotas: true,
  durations: true,
  snapshot: true,
};

const clockModes: readonly ClockMode[] = ["auto", "manual", "system"];
const startOfTime = Date.UTC(2026, 0, 1);

/** Options with their defaults. Throws a {@link MockError} for what cannot be meant. */
export function readOptions(options: MockOptions): Settings {
  checkNames(options);
  const { clock = "auto", recordCalls = true, recordEvents = 10_000, snapshot } = options;
  const { accountId = "123456789012", region = "us-east-1" } = readPlace({
    accountId: options.accountId,
    region: options.region,
  });
  if (!clockModes.includes(clock)) throw invalid("clock", clock, `choose one of ${clockModes.join(", ")}`);
  return {
    region,
    accountId,
    accounts: readAccounts(options.accounts),
    organization: readOrganization(options.organization),
    now: startOf(options.now, clock),
    clock,
    idSeed: readIdSeed(options.idSeed),
    recordCalls:
      typeof recordCalls === "boolean"
        ? recordCalls
        : readCount("recordCalls", recordCalls, "true, false, or how many of the newest calls to keep"),
    recordEvents: readCount("recordEvents", recordEvents, "how many of the newest events to keep"),
    quotas: readQuotas(options.quotas),
    durations: readDurations(options.durations),
    snapshot,
  };
}

function checkNames(options: unknown): void {
  if (typeof options !== "object" || options === null) {
    throw invalid("the options", options, "give an object, or nothing");
  }
  for (const [name, value] of Object.entries(options)) {
    if (Object.hasOwn(known, name)) continue;
    throw invalid(name, value, `there is no such option; there are ${Object.keys(known).join(", ")}`);
  }
}

/** The system's clock may have gone on, or fake timers have taken it over, when a mock starts anew. */
function startOf(now: Instant | undefined, clock: ClockMode): () => EpochMs {
  if (now === undefined && clock === "system") return () => Date.now();
  const start = now === undefined ? startOfTime : epochMs(now);
  return () => start;
}
