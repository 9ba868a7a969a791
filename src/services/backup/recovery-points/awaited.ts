import type { Next } from "../../../core/time";
import type { BackupView } from "../account/account";
import { nextOfCopy } from "../copy-jobs/incoming-copies";
import type { IncomingCopy } from "../records/incoming-copies";
import type { RecoveryPoint } from "../records/recovery-points";

// A test that waits for a recovery point polls lists of points rather than the job that makes the point. So those lists
// carry what the job does next, and time passes for that test.

/** The earlier of two steps; one that is in flight comes before one that is not. */
const earlier = (a: Next | undefined, b: Next | undefined): Next | undefined =>
  a?.inFlight && b?.inFlight ? (b.at < a.at ? b : a) : b?.inFlight ? b : a;

const firstCopy = (account: BackupView, [copy]: Iterable<IncomingCopy>): Next | undefined =>
  copy && nextOfCopy(account, copy);

type Kept = BackupView["backup"];

const nextOfIndex = ({ pointIndexes }: Kept, { RecoveryPointArn }: RecoveryPoint): Next | undefined =>
  pointIndexes.size === 0 ? undefined : pointIndexes.get(RecoveryPointArn)?.next;

function nextOfScan({ scanJobs }: Kept, { RecoveryPointArn }: RecoveryPoint): Next | undefined {
  if (scanJobs.size === 0) return undefined;
  const [newest] = scanJobs.by("point", RecoveryPointArn).newest();
  return newest?.next;
}

/** What a job does next that will leave a point in a vault. */
export function nextIntoVault(account: BackupView, vaultName: string): Next | undefined {
  const { backupJobs, incomingCopies } = account.backup;
  const [job] = backupJobs.by("unfinishedInVault", vaultName);
  return earlier(job?.next, firstCopy(account, incomingCopies.by("vault", vaultName)));
}

/** What a job does next that will leave a point of a resource here. */
export function nextOfResource(account: BackupView, resourceArn: string): Next | undefined {
  const { backupJobs, incomingCopies } = account.backup;
  const [job] = backupJobs.by("resource", resourceArn).newest();
  return earlier(job?.next, firstCopy(account, incomingCopies.by("resource", resourceArn)));
}

/** What comes to a point next; while it is being made, that is up to its job, and then to its index and its scan. */
export function nextOfPoint({ backup }: BackupView, point: RecoveryPoint): Next | undefined {
  if (point.Status === "CREATING" && point.backupJobId !== undefined) {
    return backup.backupJobs.get(point.backupJobId)?.next;
  }
  const afterwards = earlier(nextOfIndex(backup, point), nextOfScan(backup, point));
  return afterwards?.inFlight ? afterwards : point.next;
}
