import type { Fixture, Instant } from "../mock";

/** How a recording is made. */
export interface RecordOptions {
  /** The record's title, in one sentence. Default: one that names the services. */
  readonly title?: string;
  /**
   * When the recording begins, by the service's clock. Default: what the service says with its first answer. Give
   * `aws.clock.now()` when the service is a mock behind an HTTP endpoint.
   */
  readonly now?: Instant;
  /** Your account. Default: the one that the answers name most often. */
  readonly accountId?: string;
  /**
   * What the account held before, as `aws.seed` takes it. Replaced like everything else. Default: nothing; lists then
   * leave out what is older than the recording.
   */
  readonly fixture?: Fixture;
}

/** The source of recordings. It marks the files that a recording may replace. */
export const recordedSource = "recorded by aws-backup-mock/evidence";
