import { day, type EpochMs, minute } from "../../../core/time";
import type { BackupView } from "../account/account";
import type { RecoveryPoint } from "../records/recovery-points";

/** The time span that a continuous backup can be restored to. */
export interface Span {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

const longestDays = 35;

/** How long before now the span ends. */
const lagOf = (type: string): number => (type === "S3" ? 15 : 5) * minute;

/** The span from the beginning of the backup, or of its retention, until shortly before now or its stop. */
export function restorableSpan({ now }: BackupView, point: RecoveryPoint): Span {
  const days = point.Lifecycle?.DeleteAfterDays ?? longestDays;
  const end = point.Status === "STOPPED" ? (point.renewedAt ?? now) : now;
  const from = Math.max(point.CreationDate, now - days * day);
  return { from, to: Math.max(from, end - lagOf(point.ResourceType)) };
}

export const isInSpan = (at: EpochMs, { from, to }: Span): boolean => at >= from && at <= to;

/** The span in a message. */
export const spanText = ({ from, to }: Span): string =>
  `between ${new Date(from).toISOString()} and ${new Date(to).toISOString()}`;
