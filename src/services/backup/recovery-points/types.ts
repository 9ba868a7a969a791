import type { RecoveryPoint } from "../records/recovery-points";
import {
  type ResourceType,
  resourceTypeOfRecord,
  withoutAdvancedDynamoDB,
} from "../resources/resource-types";

/** Whether AWS Backup keeps a point itself. The other points are snapshots of the resource's service. */
export const isKeptByBackup = (point: Pick<RecoveryPoint, "RecoveryPointArn">): boolean =>
  ownForm.test(point.RecoveryPointArn);

const ownForm = /^arn:[^:]*:backup:/;

/** The type of a point's resource. A DynamoDB point that AWS Backup does not keep itself is a plain DynamoDB backup. */
export function typeOfPoint(
  point: Pick<RecoveryPoint, "RecoveryPointArn" | "ResourceArn" | "ResourceType">,
): ResourceType | undefined {
  const type = resourceTypeOfRecord(point.ResourceType, point.ResourceArn);
  return type && !isKeptByBackup(point) ? withoutAdvancedDynamoDB(type) : type;
}

const continuousForm = /:recovery-point:continuous:/;

/** Whether a point is a continuous backup rather than a snapshot. */
export const isContinuous = (point: RecoveryPoint): boolean =>
  point.Status === "AVAILABLE" || point.Status === "STOPPED" || continuousForm.test(point.RecoveryPointArn);

/** Whether a point is the state of an EKS cluster, which belongs to a composite. */
export const isClusterState = (point: Pick<RecoveryPoint, "RecoveryPointArn">): boolean =>
  /:recovery-point:eks\//.test(point.RecoveryPointArn);

const whole: ReadonlySet<string> = new Set(["COMPLETED", "PARTIAL", "AVAILABLE", "STOPPED"]);

/** Whether a point can be restored: it is finished, and not expired or being deleted. */
export const isFinished = (point: RecoveryPoint): boolean => whole.has(point.Status);
