import { parseArn } from "../../../core/basics";
import type { RecoveryPoint } from "../records/recovery-points";
import {
  type ResourceType,
  resourceTypeNamed,
  resourceTypeOf,
  withoutAdvancedDynamoDB,
} from "../resources/resource-types";

/** Whether AWS Backup keeps a point itself; the others are snapshots of the resource's own service. */
export const isOfBackupItself = (point: Pick<RecoveryPoint, "RecoveryPointArn">): boolean =>
  parseArn(point.RecoveryPointArn)?.service === "backup";

/** The type of what a point is of, which its two ARNs tell more closely than its name. */
export function typeOfPoint(point: RecoveryPoint): ResourceType | undefined {
  const byArn = resourceTypeOf(point.ResourceArn);
  const type = byArn?.name === point.ResourceType ? byArn : resourceTypeNamed(point.ResourceType);
  return type && !isOfBackupItself(point) ? withoutAdvancedDynamoDB(type) : type;
}

const continuousForm = /:recovery-point:continuous:/;

/** Whether a point is a continuous backup, to be restored as of any moment, and not a snapshot. */
export const isContinuous = (point: RecoveryPoint): boolean =>
  point.Status === "AVAILABLE" || point.Status === "STOPPED" || continuousForm.test(point.RecoveryPointArn);

/** Whether a point holds the state of an EKS cluster, which is nothing without its composite. */
export const isClusterState = (point: Pick<RecoveryPoint, "RecoveryPointArn">): boolean =>
  /:recovery-point:eks\//.test(point.RecoveryPointArn);

const whole: ReadonlySet<string> = new Set(["COMPLETED", "PARTIAL", "AVAILABLE", "STOPPED"]);

/** Whether what was backed up can be had from a point: it is there, and not on its way out. */
export const isFinished = (point: RecoveryPoint): boolean => whole.has(point.Status);
