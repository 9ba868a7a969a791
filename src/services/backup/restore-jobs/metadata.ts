import type { RecoveryPoint } from "../records/recovery-points";
import { type Metadata, RestoreMetadata, requestId } from "../records/restore-metadata";
import { restoreKindOf } from "./metadata-kinds";
import { networkInterfaceFault } from "./network-interfaces";

const longest = 200 * 1024;
/** Keys that describe the source only. They come back with restores and have no effect. */
const informational = "informationalonly:";
const networkInterfaces = "NetworkInterfaces";

/**
 * Why StartRestoreJob refuses metadata. Wrong values make the job fail later instead. Most types of resources accept the
 * keys of the point's own metadata.
 */
export function metadataFault(point: RecoveryPoint, metadata: Metadata, own: Metadata): string | undefined {
  const kind = restoreKindOf(point);
  if (!kind) return `Unsupported resource type: ${point.ResourceArn}`;
  const size = Object.entries(metadata).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  if (size > longest) return `Restore metadata cannot be longer than ${longest} characters.`;
  const given = new RestoreMetadata(metadata);
  const ownKeys = new RestoreMetadata(own);
  const isKnown = (key: string): boolean =>
    kind.ignoresUnknown ||
    kind.keys.has(key.toLowerCase()) ||
    (!kind.refusesOwn && ownKeys.has(key)) ||
    key === requestId ||
    key.toLowerCase().startsWith(informational);
  const unknown = Object.keys(metadata).find(key => !isKnown(key));
  if (unknown !== undefined)
    return `Invalid restore metadata for ${point.ResourceType}: unknown key ${unknown}`;
  const missing = kind.required(given, point).find(key => !given.has(key));
  return missing === undefined
    ? undefined
    : `Invalid restore metadata for ${point.ResourceType}: missing key ${missing}`;
}

/**
 * Why a job fails because of its metadata: values that have to be JSON and are not, and those that EC2 refuses. The point's
 * own network interfaces are sent back by the usual script, and accepted.
 */
export function valueFault(point: RecoveryPoint, metadata: Metadata, own: Metadata): string | undefined {
  const given = new RestoreMetadata(metadata);
  for (const [key, most] of restoreKindOf(point)?.json ?? []) {
    if (!given.has(key)) continue;
    const value = given.json(key);
    const tooMany = Array.isArray(value) && value.length > most;
    if (typeof value !== "object" || value === null || tooMany) return "Restore metadata is invalid.";
  }
  const isChecked = point.ResourceType === "EC2" && given.get(networkInterfaces) !== own[networkInterfaces];
  return isChecked ? networkInterfaceFault(given.json(networkInterfaces)) : undefined;
}
