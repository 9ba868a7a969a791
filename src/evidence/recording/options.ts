import type { Fixture, Instant } from "../mock";

/** Options of `record`. */
export interface RecordOptions {
  /** The title of the record, in one sentence. Default: a title that names the services. */
  readonly title?: string;
  /**
   * When the recording starts, by the service's clock. Default: the `Date` header of the first answer. Pass
   * `aws.clock.now()` if the service is a mock behind an HTTP endpoint.
   */
  readonly now?: Instant;
  /** Your account. Default: the one that the answers name most often. */
  readonly accountId?: string;
  /**
   * What the account held before the recording, as `aws.seed` takes it. It is anonymized too. Default: nothing.
   */
  readonly fixture?: Fixture;
}

/** The `source` of every recording. It marks files that a later recording may replace. */
export const recordedSource = "recorded by aws-backup-mock/evidence";
