import { AwsError } from "../core/basics";
import type { Restored } from "../services/backup/account/account";

/** Runs a restore. A refusal of the service becomes the failure of the job. */
export function attempt(restore: () => Restored): Restored {
  try {
    return restore();
  } catch (refusal) {
    return { failure: awsMessageOf(refusal) };
  }
}

/** The message of a service's refusal; undefined if the call succeeds. */
export function refusalOf(call: () => void): string | undefined {
  try {
    call();
    return undefined;
  } catch (refusal) {
    return awsMessageOf(refusal);
  }
}

function awsMessageOf(refusal: unknown): string {
  if (refusal instanceof AwsError) return refusal.message;
  throw refusal;
}
