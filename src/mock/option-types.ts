import type { InterceptAt } from "../adapters/target";
import type { RecordCalls } from "../core/calls";
import type { ClockMode, EpochMs, Instant } from "../core/time";
import type { DurationOf, DurationSetting, Snapshot, SnapshotDocument } from "../core/world";
import type { Durations, Quotas } from "../services";

/** What `mockAws({ … })` takes. Unknown or invalid options throw a {@link MockError} (`InvalidOption`). */
export interface MockOptions {
  /** The Region of clients without one. Default: `us-east-1`. */
  readonly region?: string;
  /** The account of clients whose access key is not in `accounts`. Default: `123456789012`. */
  readonly accountId?: string;
  /** The account of each access key: `{ AKIA…: "222222222222" }`. */
  readonly accounts?: Readonly<Record<string, string>>;
  /** The member accounts of the one organization. Default: all accounts; `[]`: none. */
  readonly organization?: readonly string[];
  /** When the clock starts. Default: 2026-01-01T00:00:00Z, or the current time with `clock: "system"`. */
  readonly now?: Instant;
  /** How time passes. Default: `auto`. */
  readonly clock?: ClockMode;
  /** Whether `Date` tells the mock's time, from the first client connected until `restore()`. Default: false. */
  readonly driveDate?: boolean;
  /**
   * Where calls of attached clients and intercepted classes end. `call`, the default: before the SDK's pipeline, so that its
   * retries, timeouts, logger and middleware of later steps do not run. `request`: after it, in place of the network.
   */
  readonly interceptAt?: InterceptAt;
  /** Seed of all ids: the same seed and the same calls give the same ids. Default: `""`. */
  readonly idSeed?: string | number;
  /** Which calls to record: all (`true`, the default), none (`false`), or this many of the newest. */
  readonly recordCalls?: RecordCalls;
  /** How many of the newest events to keep. Default: 10,000. */
  readonly recordEvents?: number;
  /** The most that a page of a list may have, from 1 up, to test paging. Default: what AWS allows. */
  readonly pageSize?: number;
  /** A line for each call and each passage of time: `true` prints it, a function takes it. Default: `false`. */
  readonly log?: boolean | LogWriter;
  /** Limits in place of AWS's defaults: `{ vaults: 2 }`. Whole numbers from 0, or `Infinity`. */
  readonly quotas?: Quotas;
  /** How long work takes: one duration for everything, or one for each kind, perhaps a function of the record. */
  readonly durations?: DurationOf<object> | Durations;
  /** A snapshot to start from, as `aws.snapshot()` returned it or read from its JSON. */
  readonly snapshot?: Snapshot | SnapshotDocument;
}

/** Receives a line of the log. */
export type LogWriter = (line: string) => void;

export interface Settings {
  readonly region: string;
  readonly accountId: string;
  readonly accounts: Readonly<Record<string, string>>;
  readonly organization: readonly string[] | undefined;
  /** When a new clock starts. */
  now(): EpochMs;
  readonly clock: ClockMode;
  readonly driveDate: boolean;
  readonly interceptAt: InterceptAt;
  readonly idSeed: string;
  readonly recordCalls: RecordCalls;
  readonly recordEvents: number;
  readonly pageSize: number | undefined;
  readonly log: LogWriter | undefined;
  readonly quotas: Readonly<Record<string, number>>;
  readonly durations: DurationSetting | Readonly<Record<string, DurationSetting>>;
  readonly snapshot: Snapshot | SnapshotDocument | undefined;
}
