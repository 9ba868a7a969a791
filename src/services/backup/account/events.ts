import type { EventDetail } from "../../../core/world";
import type { BackupAccount } from "./account";

/** The kinds of events AWS Backup puts on the account's EventBridge bus. */
export type DetailType =
  | "Backup Job State Change"
  | "Copy Job State Change"
  | "Restore Job State Change"
  | "Recovery Point State Change"
  | "Recovery Point Index State Change"
  | "Scan Job State Change"
  | "Backup Vault State Change"
  | "Backup Plan State Change"
  | "Region Setting State Change";

/**
 * Puts an event on the bus; members of its detail that are not known are left out, as the service does. The detail is
 * written of the subject, a record that cannot change, only when somebody looks at the event.
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

/** An instant as the events write it: ISO 8601 with milliseconds. */
export const isoDate = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();
