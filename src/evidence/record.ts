import type { ServiceName } from "../model";
import type { Duration, Fixture, MockOptions } from "./mock";

/** The services that a record can call. */
export type EvidenceService = ServiceName;

/** Any value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** How a fact came to be known: `recorded` when an answer of AWS was seen, `documented` when AWS's pages state it. */
export type Confidence = "recorded" | "documented";

/** The options of `mockAws` that a record may set. */
export type EvidenceOptions = Pick<
  MockOptions,
  "region" | "accountId" | "organization" | "now" | "clock" | "idSeed" | "durations" | "quotas"
>;

/**
 * One observation of AWS: calls, and what the service answered. The document is plain JSON, one record a file or a list
 * of records; see `docs/evidence.md` for the whole format.
 */
export interface EvidenceRecord {
  /** What was observed, in one sentence. */
  readonly title: string;
  /** A URL, or a repository and path in it. */
  readonly source: string;
  /** When it was observed or published: `2023`, `2023-05` or `2023-05-17`. */
  readonly date: string;
  readonly confidence: Confidence;
  readonly services: readonly EvidenceService[];
  /** For `mockAws`. */
  readonly options?: EvidenceOptions;
  /** What the account holds before the first step, as `aws.seed` takes it. */
  readonly fixture?: Fixture;
  readonly steps: readonly EvidenceStep[];
}

/** One step of a record: a call, or a move of the clock. */
export type EvidenceStep = CallStep | AdvanceStep | SettleStep;

/** A call with what the service answered. Without `output` and `error`, the call has to succeed. */
export interface CallStep {
  /** Service and operation: `backup.CreateBackupVault`. */
  readonly call: string;
  /** In the SDK's form, with instants as `{ "$date": "2026-01-01T00:00:00Z" }`. Default: `{}`. */
  readonly input?: { readonly [name: string]: Json };
  /** The members that the output must have. Others may be there too. */
  readonly output?: { readonly [name: string]: Expected };
  /** The error that the call is refused with. */
  readonly error?: ExpectedError;
  /** Values of the output that later steps use as `${name}`, by name. */
  readonly save?: { readonly [name: string]: Save };
  /** Where the call is made, if not in the record's own account and Region. */
  readonly in?: { readonly region?: string; readonly accountId?: string };
  /** Repeats the call while its answer differs from the expected one, as a polling loop does. Default: false. */
  readonly poll?: boolean;
}

/** Lets time pass, as `aws.clock.advance` does. */
export interface AdvanceStep {
  readonly advance: Duration;
}

/** Lets time pass until nothing is in flight, as `aws.settle` does. */
export interface SettleStep {
  readonly settle: true;
}

/** A path into the output (`BackupJobs.0.State`), or a part of the text at a path. */
export type Save =
  | string
  | {
      readonly path: string;
      /** A regular expression with one group: the part to save. */
      readonly part: string;
    };

/**
 * What a value must be: equal, with objects compared by the members named only and lists element by element, or one of
 * the special forms: `{ "$matches": "regex" }`, `{ "$absent": true }`, `{ "$present": true }`, `{ "$contains": [ … ] }`,
 * `{ "$length": 2 }`, `{ "$date": "2026-01-01T00:00:00Z" }`.
 */
export type Expected = Json;

/** A text, exactly or as a regular expression. */
export type ExpectedText = string | { readonly $matches: string };

/** An error that a call is refused with; only the facts given are compared. */
export interface ExpectedError {
  /** `ResourceNotFoundException` */
  readonly name: string;
  /** The `Code` or `ErrorCode` of the error. */
  readonly code?: string;
  /** The HTTP status. */
  readonly status?: number;
  readonly message?: ExpectedText;
  /** Other members that the service gives to the error. */
  readonly members?: { readonly [name: string]: Expected };
}

/** How a record's calls reach the mock. */
export interface EvidenceCall {
  readonly service: EvidenceService;
  readonly operation: string;
  /** Instants are `Date`s. */
  readonly input: object;
  readonly place: { readonly region?: string; readonly accountId?: string };
}

/** What a service answered. */
export type EvidenceAnswer = { readonly output: object } | { readonly error: EvidenceRefusal };

/** An error of a service, as facts. */
export interface EvidenceRefusal {
  readonly name: string;
  readonly message: string;
  readonly status: number | undefined;
  /** What the service gives to the error besides its message. */
  readonly members: Readonly<Record<string, unknown>>;
}
