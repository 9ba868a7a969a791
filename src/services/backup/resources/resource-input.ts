import { type Arn, parseArn } from "../../../core/basics";
import type { BackupView } from "../account/account";
import { invalidParameter, notFound } from "../account/errors";
import { type ResourceType, resourceTypeOf } from "./resource-types";
import { findSource } from "./sources";

/** Reads the ARN of a resource from the input. Refuses resources whose type AWS Backup does not protect. */
export function readResourceArn(text: string): { readonly arn: Arn; readonly type: ResourceType } {
  const arn = parseArn(text);
  const type = resourceTypeOf(arn);
  if (!arn || !type) throw invalidParameter(`Unsupported resource type: ${text}`);
  return { arn, type };
}

/**
 * Refuses a resource that cannot be backed up, or that neither exists nor was ever backed up. A resource does not exist
 * if others of its type were seeded, but not this one.
 */
export function checkResource(account: BackupView, text: string): void {
  const { arn, type } = readResourceArn(text);
  const { recoveryPoints, resources } = account.backup;
  const isKnown = recoveryPoints.by("resource", text).size > 0 || findSource(account, arn) !== undefined;
  if (isKnown || resources.by("seededType", type.name).size === 0) return;
  throw notFound(`Resource ${text} does not exist.`);
}
