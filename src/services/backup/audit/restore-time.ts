import type { ResourceJudging } from "./resource-judging";

/** A resource that was never restored is not judged. */
export const meetsRestoreTime: ResourceJudging =
  ({ backup }, { maxRestoreTime }) =>
  ({ arn }) => {
    const latest = backup.latestRestores.get(arn);
    return latest && latest.LatestRestoreExecutionTimeMinutes <= Number(maxRestoreTime);
  };
