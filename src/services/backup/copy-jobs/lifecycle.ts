import type { Lifecycle } from "../records/lifecycle";
import { keptLifecycle } from "../recovery-points/lifecycle";

/**
 * The lifecycle of a copy: the requested one, with the source's retention if it has none. A retention of `-1` counts
 * as none.
 */
export function lifecycleOfCopy(
  requested: Lifecycle | undefined,
  source: Lifecycle | undefined,
): Lifecycle | undefined {
  if (!requested) return withoutEvent(source);
  if (requested.DeleteAfterDays !== undefined || source?.DeleteAfterDays === undefined) return requested;
  const { MoveToColdStorageAfterDays: cold, ...rest } = requested;
  const last = source.DeleteAfterDays;
  const fits = cold !== undefined && last >= cold + shortestColdDays;
  return { ...rest, ...(fits && { MoveToColdStorageAfterDays: cold }), DeleteAfterDays: last };
}

export const shortestColdDays = 90;

/** The lifecycle without `DeleteAfterEvent`, which only applies to the source. */
export function withoutEvent(lifecycle: Lifecycle | undefined): Lifecycle | undefined {
  if (lifecycle?.DeleteAfterEvent === undefined) return lifecycle;
  const { DeleteAfterEvent: _, ...kept } = lifecycle;
  return keptLifecycle(kept);
}
