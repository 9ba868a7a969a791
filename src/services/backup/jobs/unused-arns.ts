import { type EpochMs, hour, second } from "../../../core/time";
import type { BackupAccount } from "../account/account";

/** The first ARN that is not taken. If ARNs differ only by their date, points of the same second get later dates. */
export function unusedArn(
  account: BackupAccount,
  resourceArn: string,
  arnAt: (moment: EpochMs) => string,
  at: EpochMs,
): string {
  let moment = at;
  let arn = arnAt(moment);
  while (isTaken(account, resourceArn, arn)) {
    moment += second;
    arn = arnAt(moment);
  }
  return arn;
}

/** Whether a point has an ARN, or will get it from an unfinished job. */
function isTaken(account: BackupAccount, resourceArn: string, arn: string): boolean {
  const { recoveryPoints, backupJobs, incomingCopies } = account.backup;
  if (recoveryPoints.has(arn)) return true;
  for (const { pointArn, CreationDate } of backupJobs.by("resource", resourceArn).newest()) {
    if (pointArn === arn) return true;
    // Much older jobs have other dates.
    if (CreationDate < account.now - hour) break;
  }
  for (const { from, CopyJobId } of incomingCopies) {
    if (account.at(from).backup.copyJobs.get(CopyJobId)?.copyArn === arn) return true;
  }
  return false;
}
