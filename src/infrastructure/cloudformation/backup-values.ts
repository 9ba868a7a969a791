import { arn, uuidOf } from "../../core/basics";
import { type Deployed, keyOf } from "./deployed";

/** An ARN of AWS Backup in the place of a resource. */
export const backupArn = (resource: Deployed, suffix: string): string =>
  arn("backup", resource.place, suffix);

/** The UUID that AWS Backup would generate for a resource. */
export const uuid = (resource: Deployed): string => uuidOf(keyOf(resource));
