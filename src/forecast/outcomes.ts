import type { RunOutcome } from "./result";

/** The outcomes of jobs that do not make what they should. */
export const isFailure: Readonly<Record<RunOutcome, boolean>> = {
  COMPLETED: false,
  PARTIAL: true,
  FAILED: true,
  ABORTED: true,
  EXPIRED: true,
  UNFINISHED: false,
  DISPLACED: false,
  NO_RESOURCE: false,
};
