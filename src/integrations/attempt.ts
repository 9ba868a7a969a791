import { AwsError } from "../core/errors";
import type { Restored } from "../services/backup/links";

/** What a service makes for a restore, or its refusal as the reason why the job fails. */
export function attempt(restore: () => Restored): Restored {
  try {
    return restore();
  } catch (refusal) {
    if (refusal instanceof AwsError) return { failure: refusal.message };
    throw refusal;
  }
}
