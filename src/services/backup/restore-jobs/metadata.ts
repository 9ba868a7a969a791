import type { RecoveryPoint } from "../records/recovery-points";
import { type Metadata, RestoreMetadata } from "../records/restore-metadata";
import { restoreKindOf } from "./metadata-kinds";

const longest = 200 * 1024;
/** Comes with every point's own metadata, and so goes back with every restore. */
const requestId = "aws:backup:request-id";

/** Why a restore with such metadata is refused at once. Wrong values make the job fail later. */
export function metadataFault(point: RecoveryPoint, metadata: Metadata): string | undefined {
  const kind = restoreKindOf(point);
  if (!kind) return `Unsupported resource type: ${point.ResourceArn}`;
  const size = Object.entries(metadata).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  if (size > longest) return `Restore metadata cannot be longer than ${longest} characters.`;
  const given = new RestoreMetadata(metadata);
  const unknown = Object.keys(metadata).find(key => key !== requestId && !kind.keys.has(key.toLowerCase()));
  if (unknown !== undefined)
    return `Invalid restore metadata for ${point.ResourceType}: unknown key ${unknown}`;
  const missing = kind.required(given, point).find(key => !given.has(key));
  return missing === undefined
    ? undefined
    : `Invalid restore metadata for ${point.ResourceType}: missing key ${missing}`;
}

/** What makes a job fail that was let in: lists and blocks that are not the JSON they must be. */
export function valueFault(point: RecoveryPoint, metadata: Metadata): string | undefined {
  const given = new RestoreMetadata(metadata);
  for (const [key, most] of restoreKindOf(point)?.json ?? []) {
    if (!given.has(key)) continue;
    const value = given.json(key);
    const tooMany = Array.isArray(value) && value.length > most;
    if (typeof value !== "object" || value === null || tooMany) return "Restore metadata is invalid.";
  }
  return undefined;
}
