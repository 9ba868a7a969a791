import type { BackupView } from "../account/account";
import { invalidParameter, notFound } from "../account/errors";
import { resourceTypeOf } from "./resource-types";
import { findSource } from "./sources";

/**
 * Refuses a resource that cannot be backed up, or that is neither there nor has ever been backed up: of its type some
 * are seeded, and it is none of them.
 */
export function checkResource(account: BackupView, arn: string): void {
  const type = resourceTypeOf(arn);
  if (!type) throw invalidParameter(`Unsupported resource type: ${arn}`);
  const { recoveryPoints, resources } = account.backup;
  const isKnown = recoveryPoints.by("resource", arn).size > 0 || findSource(account, arn) !== undefined;
  if (isKnown || resources.by("seededType", type.name).size === 0) return;
  throw notFound(`Resource ${arn} does not exist.`);
}
