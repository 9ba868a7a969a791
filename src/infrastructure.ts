/**
 * `aws-backup-mock/infrastructure`: templates, plans and dumps become fixtures, which `aws.seed` takes.
 *
 * @packageDocumentation
 */
export type { Infrastructure, SkippedResource, Warning } from "./infrastructure/result";
