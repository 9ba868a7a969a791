import type { Timed } from "../../../core/time";
import type { BackupView } from "../account/account";
import type { RestoreJob } from "../records/restore-jobs";

/** A restore that has to end first: only few of Timestream and EKS run at a time. */
export function restoreAhead(account: BackupView, job: RestoreJob): Timed | undefined {
  const { ResourceType: type, ParentJobId, SourceResourceArn } = job;
  if (type !== "Timestream" && type !== "EKS") return undefined;
  // What is nested in a cluster's restore runs within it.
  if (ParentJobId !== undefined) return undefined;
  const running = [...account.backup.restoreJobs.by("status", "RUNNING")].filter(
    other => other.ResourceType === type && other.ParentJobId === undefined,
  );
  if (type === "Timestream") return excess(running, account.quota("timestreamRestoresAtATime"));
  const ofCluster = running.filter(other => other.SourceResourceArn === SourceResourceArn);
  return (
    excess(ofCluster, account.quota("eksRestoresAtATimePerCluster")) ??
    excess(running, account.quota("eksRestoresAtATime"))
  );
}

/** The first of as many jobs as can run at a time. */
const excess = (running: readonly RestoreJob[], most: number): Timed | undefined =>
  running.length < most ? undefined : running[0];
