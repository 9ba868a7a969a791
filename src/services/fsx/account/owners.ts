import type { Next } from "../../../core/time";

interface Owner {
  readonly Lifecycle?: string | undefined;
  readonly next?: Next | undefined;
}

/**
 * Shows a thing that goes when what it belongs to goes, such as a volume of a file system that is being deleted. It
 * changes when its owner does, so whoever waits for that sees time pass.
 */
export function withOwners<R extends { readonly next?: Next | undefined }>(
  record: R,
  ...owners: readonly (Owner | undefined)[]
): R {
  if (record.next?.inFlight) return record;
  const next = owners.find(owner => owner?.Lifecycle === "DELETING")?.next;
  return next ? { ...record, next } : record;
}
