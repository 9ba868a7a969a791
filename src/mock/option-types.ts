import type { RecordCalls } from "../core/calls";
import type { ClockMode, EpochMs, Instant } from "../core/time";
import type { DurationOf, DurationSetting, Snapshot, SnapshotDocument } from "../core/world";
import type { Durations, QuotaName } from "../services";

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
