import { type EpochMs, hour, second } from "../../../core/time";
import type { BackupAccount } from "../account/account";

/** The first ARN that nothing has: where only a date tells points apart, those of the same second get later ones. */
export function freeArn(
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

/** Whether a point has an ARN, or a job will give it to the one that it makes. */
function isTaken(account: BackupAccount, resourceArn: string, arn: string): boolean {
  const { recoveryPoints, backupJobs, incomingCopies } = account.backup;
  if (recoveryPoints.has(arn)) return true;
  for (const { pointArn, CreationDate } of backupJobs.by("resource", resourceArn).newest()) {
    if (pointArn === arn) return true;
    // What began much earlier has another date.
    if (CreationDate < account.now - hour) break;
  }
  for (const { from, CopyJobId } of incomingCopies) {
    if (account.at(from).backup.copyJobs.get(CopyJobId)?.copyArn === arn) return true;
  }
  return false;
}
