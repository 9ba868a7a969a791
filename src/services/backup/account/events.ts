import type { EventDetail } from "../../../core/world";
import { dateAt } from "../../../model";
import type { BackupAccount } from "./account";
import type { DetailType } from "./detail-types";

/**
 * Puts an event on the bus. Unknown members of its detail are left out, as AWS does. The detail is built from the
 * subject, an immutable record, only when the event is read.
 */
export function emitEvent<Subject>(
  account: BackupAccount,
  detailType: DetailType,
  resources: readonly string[],
  subject: Subject,
  detail: (subject: Subject) => EventDetail,
): void {
  account.emit({ source: "aws.backup", detailType, resources, subject, detail });
}

/** An instant in the format of the events: ISO 8601, without milliseconds if these are zero. */
export const isoDate = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : dateAt(at).toISOString().replace(".000Z", "Z");
