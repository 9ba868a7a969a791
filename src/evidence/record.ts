import type { Json } from "../anonymize/json";
import type { ServiceName } from "../model";
import type { Duration, Fixture, MockOptions } from "./mock";

/** The services that a record can call. */
export type EvidenceService = ServiceName;

export type { Json };

/** `recorded`: an answer of AWS was observed. `documented`: AWS's documentation says so. */
export type Confidence = "recorded" | "documented";

/** The options of `mockAws` that a record may set. */
export type EvidenceOptions = Pick<
  MockOptions,
  "region" | "accountId" | "organization" | "now" | "clock" | "idSeed" | "durations" | "quotas"
>;

/**
 * An observation of AWS: calls, and what the service answered. A file holds one record or a list of records, as JSON.
 * `docs/evidence.md` describes the format.
 */
export interface EvidenceRecord {
  /** What was observed, in one sentence. */
  readonly title: string;
  /** A URL, or a repository and path in it. */
  readonly source: string;
  /** When it was observed or published: `2023`, `2023-05` or `2023-05-17`. */
  readonly date: string;
  /** How the answers are known. */
  readonly confidence: Confidence;
  /** The services that the steps call. */
  readonly services: readonly EvidenceService[];
  /** Options for `mockAws`. */
  readonly options?: EvidenceOptions;
  /** What the account holds before the first step, as `aws.seed` takes it. */
  readonly fixture?: Fixture;
  /** Calls and moves of the clock, in order. */
  readonly steps: readonly EvidenceStep[];
}

/** One step of a record: a call, or a move of the clock. */
export type EvidenceStep = CallStep | AdvanceStep | SettleStep;

/** A call and its expected answer. Without `output` and `error`, the call must succeed. */
export interface CallStep {
  /** Service and operation: `backup.CreateBackupVault`. */
  readonly call: string;
  /** In the SDK's form, with instants as `{ "$date": "2026-01-01T00:00:00Z" }`. Default: `{}`. */
  readonly input?: { readonly [name: string]: Json };
  /** Members that the output must have. It may have others. */
  readonly output?: { readonly [name: string]: Expected };
  /** The error that the call is refused with. */
  readonly error?: ExpectedError;
  /** Values of the output to keep, by name. Texts of the same output and of later steps refer to them as `${name}`. */
  readonly save?: { readonly [name: string]: Save };
  /** Account and Region of the call, if other than those of the record. */
  readonly in?: EvidencePlace;
  /** Repeats the call, up to 100 times, until the answer is as expected. Default: false. */
  readonly poll?: boolean;
}

/** Moves the clock, as `aws.clock.advance` does. */
export interface AdvanceStep {
  /** How far: `35 days`. */
  readonly advance: Duration;
}

/** Moves the clock until nothing is in flight, as `aws.settle` does. */
export interface SettleStep {
  /** Always true. */
  readonly settle: true;
}

/** A path into the output (`BackupJobs.0.State`), or part of the text at a path. */
export type Save =
  | string
  | {
      /** A path into the output. */
      readonly path: string;
      /** A regular expression. Its first group is saved. */
      readonly part: string;
    };

/**
 * An expected value. Objects are compared by the members that are named, lists item by item. Special forms: `{ "$matches": "regex" }`, `{ "$absent": true }`, `{ "$present": true }`, `{ "$contains": [ … ] }`,
 * `{ "$length": 2 }`, `{ "$date": "2026-01-01T00:00:00Z" }`.
 */
export type Expected = Json;

/** An exact text, or a regular expression. */
export type ExpectedText = string | ExpectedPattern;

/** A text in which a regular expression finds a match. */
export interface ExpectedPattern {
  /** The regular expression. A dot also matches line breaks. */
  readonly $matches: string;
}

/** The error that a call is refused with. Only the members that are given are compared. */
export interface ExpectedError {
  /** The error's name: `ResourceNotFoundException`. */
  readonly name: string;
  /** The `Code` or `ErrorCode` of the error. */
  readonly code?: string;
  /** The HTTP status. */
  readonly status?: number;
  /** The message, exactly or as a regular expression. */
  readonly message?: ExpectedText;
  /** Further members of the error. */
  readonly members?: { readonly [name: string]: Expected };
}

/** Account and Region of a call. */
export interface EvidencePlace {
  /** Default: that of the record. */
  readonly region?: string;
  /** Default: that of the record. */
  readonly accountId?: string;
}

/** A call on its way to the mock. */
export interface EvidenceCall {
  /** The service. */
  readonly service: EvidenceService;
  /** The operation: `CreateBackupVault`. */
  readonly operation: string;
  /** The input, with instants as `Date`. */
  readonly input: object;
  /** Where it is made. */
  readonly place: EvidencePlace;
}

/** The answer to a call. */
export type EvidenceAnswer = EvidenceSuccess | EvidenceFailure;

/** A call that succeeded. */
export interface EvidenceSuccess {
  /** The output in the SDK's form, with instants as `Date`. */
  readonly output: object;
}

/** A call that was refused. */
export interface EvidenceFailure {
  /** The error. */
  readonly error: EvidenceRefusal;
}

/** An error of a service. */
export interface EvidenceRefusal {
  /** The error's name: `ResourceNotFoundException`. */
  readonly name: string;
  /** The error's message. */
  readonly message: string;
  /** The HTTP status. Undefined if no service has answered. */
  readonly status: number | undefined;
  /** Further members of the error, such as `Code`. */
  readonly members: Readonly<Record<string, unknown>>;
}
