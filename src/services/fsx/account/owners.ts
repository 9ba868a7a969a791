import type { Next } from "../../../core/time";

interface Owner {
  readonly Lifecycle?: string | undefined;
  readonly next?: Next | undefined;
}

/**
 * A record as shown while one of its owners is being deleted, such as a volume of a file system: the record
 * disappears with its owner, so its next step is the owner's. Code that polls the record thereby waits for that step.
 */
export function withNextOfOwners<R extends { readonly next?: Next | undefined }>(
  record: R,
  ...owners: readonly (Owner | undefined)[]
): R {
  if (record.next?.inFlight) return record;
  const next = owners.find(owner => owner?.Lifecycle === "DELETING")?.next;
  return next ? { ...record, next } : record;
}
