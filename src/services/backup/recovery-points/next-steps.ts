import type { Next } from "../../../core/time";
import type { BackupView } from "../account/account";
import { nextOfCopy } from "../copy-jobs/incoming-copies";
import type { IncomingCopy } from "../records/incoming-copies";
import type { RecoveryPoint } from "../records/recovery-points";

// A test that waits for a recovery point polls lists of points, not the job that makes the point. So these lists
// carry the job's next step, and time passes for that test.

/** The earlier of two steps. A step in flight comes before one that is not. */
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

/** The next step of a job that will create a point in a vault. */
export function nextIntoVault(account: BackupView, vaultName: string): Next | undefined {
  const { backupJobs, incomingCopies } = account.backup;
  const [job] = backupJobs.by("unfinishedInVault", vaultName);
  return earlier(job?.next, firstCopy(account, incomingCopies.by("vault", vaultName)));
}

/** The next step of a job that will create a point of a resource here. */
export function nextOfResource(account: BackupView, resourceArn: string): Next | undefined {
  const { backupJobs, incomingCopies } = account.backup;
  const [job] = backupJobs.by("resource", resourceArn).newest();
  return earlier(job?.next, firstCopy(account, incomingCopies.by("resource", resourceArn)));
}

/**
 * The next step of a point. While it is being made, that is the step of its job; afterwards, that of its index or
 * scan.
 */
export function nextOfPoint({ backup }: BackupView, point: RecoveryPoint): Next | undefined {
  if (point.Status === "CREATING" && point.backupJobId !== undefined) {
    return backup.backupJobs.get(point.backupJobId)?.next;
  }
  const afterwards = earlier(nextOfIndex(backup, point), nextOfScan(backup, point));
  return afterwards?.inFlight ? afterwards : point.next;
}
