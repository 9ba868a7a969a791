import { day, type EpochMs, minute } from "../../../core/time";
import type { BackupView } from "../account/account";
import type { RecoveryPoint } from "../records/recovery-points";

/** The moments that a continuous backup can be restored as of. */
export interface Span {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

const longestDays = 35;

/** How far the latest such moment lies behind. */
const lagOf = (type: string): number => (type === "S3" ? 15 : 5) * minute;

/** From its beginning, or as many days ago as it is kept; up to a little before now, or before it was stopped. */
export function restorableSpan({ now }: BackupView, point: RecoveryPoint): Span {
  const days = point.Lifecycle?.DeleteAfterDays ?? longestDays;
  const end = point.Status === "STOPPED" ? (point.renewedAt ?? now) : now;
  const from = Math.max(point.CreationDate, now - days * day);
  return { from, to: Math.max(from, end - lagOf(point.ResourceType)) };
}

export const isInSpan = (at: EpochMs, { from, to }: Span): boolean => at >= from && at <= to;

/** The span in the words of a message. */
export const spanText = ({ from, to }: Span): string =>
  `between ${new Date(from).toISOString()} and ${new Date(to).toISOString()}`;
