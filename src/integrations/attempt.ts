import { AwsError } from "../core/basics";
import type { Restored } from "../services/backup/account/account";

/** What a service makes for a restore, or its refusal as the reason why the job fails. */
export function attempt(restore: () => Restored): Restored {
  try {
    return restore();
  } catch (refusal) {
    return { failure: messageOf(refusal) };
  }
}

/** Why a service refuses something, or nothing when it does not. */
export function refusalOf(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (refusal) {
    return messageOf(refusal);
  }
}

function messageOf(refusal: unknown): string {
  if (refusal instanceof AwsError) return refusal.message;
  throw refusal;
}
