import type { RecordCalls } from "./core/calls";
import type { ClockMode } from "./core/clock";
import { MockError } from "./core/errors";
import type { DurationOf, DurationSetting } from "./core/service";
import type { Snapshot, SnapshotDocument } from "./core/snapshot";
import { type EpochMs, epochMs, type Instant } from "./core/time";
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
  /** Other limits than AWS's own: `{ vaults: 2 }`. */
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

const invalid = (option: string, value: unknown, why: string): MockError =>
  new MockError("InvalidOption", `Cannot make a mock with ${option} ${JSON.stringify(value)}: ${why}.`);

/** Options with their defaults. Throws a {@link MockError} for what cannot be meant. */
export function readOptions(options: MockOptions): Settings {
  const unknown = Object.keys(options).find(name => !Object.hasOwn(known, name));
  if (unknown !== undefined) {
    throw invalid(
      unknown,
      Reflect.get(options, unknown),
      `there is no such option; there are ${Object.keys(known).join(", ")}`,
    );
  }
  const {
    clock = "auto",
    accountId = "123456789012",
    region = "us-east-1",
    recordCalls = true,
    accounts = {},
    organization,
  } = options;
  if (!clockModes.includes(clock)) throw invalid("clock", clock, `choose one of ${clockModes.join(", ")}`);
  for (const id of [accountId, ...Object.values(accounts), ...(organization ?? [])]) {
    if (!/^\d{12}$/.test(id)) throw invalid("account", id, "an account id is a text of twelve digits");
  }
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    throw invalid("region", region, 'name one such as "eu-west-1"');
  if (typeof recordCalls === "number" && !(recordCalls >= 0)) {
    throw invalid("recordCalls", recordCalls, "give true, false, or how many of the newest calls to keep");
  }
  const { recordEvents = 10_000 } = options;
  if (!Number.isInteger(recordEvents) || recordEvents < 0) {
    throw invalid("recordEvents", recordEvents, "give how many of the newest events to keep, from 0 up");
  }
  return {
    region,
    accountId,
    accounts,
    organization,
    now: startOf(options.now, clock),
    clock,
    idSeed: String(options.idSeed ?? ""),
    recordCalls,
    recordEvents,
    quotas: definedOnly(options.quotas ?? {}),
    durations:
      typeof options.durations === "object"
        ? definedOnly({ ...options.durations })
        : (options.durations ?? {}),
    snapshot: options.snapshot,
  };
}

/** The system's clock may have gone on, or fake timers have taken it over, when a mock starts anew. */
function startOf(now: Instant | undefined, clock: ClockMode): () => EpochMs {
  if (now === undefined && clock === "system") return () => Date.now();
  const start = now === undefined ? startOfTime : epochMs(now);
  return () => start;
}

function definedOnly<V>(settings: Readonly<Record<string, V | undefined>>): Record<string, V> {
  const defined: Record<string, V> = {};
  for (const [name, value] of Object.entries(settings)) if (value !== undefined) defined[name] = value;
  return defined;
}
