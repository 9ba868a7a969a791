import type { Lifecycle } from "../records/lifecycle";
import { keptLifecycle } from "../recovery-points/lifecycle";

/**
 * The lifecycle of a copy: what is asked for, and the copied point's own where that says nothing of the end. Asking
 * for no end (`-1`) counts as saying nothing.
 */
export function lifecycleOfCopy(
  asked: Lifecycle | undefined,
  source: Lifecycle | undefined,
): Lifecycle | undefined {
  if (!asked) return withoutEvent(source);
  if (asked.DeleteAfterDays !== undefined || source?.DeleteAfterDays === undefined) return asked;
  const { MoveToColdStorageAfterDays: cold, ...rest } = asked;
  const last = source.DeleteAfterDays;
  const fits = cold !== undefined && last >= cold + shortestColdDays;
  return { ...rest, ...(fits && { MoveToColdStorageAfterDays: cold }), DeleteAfterDays: last };
}

export const shortestColdDays = 90;

/** The lifecycle without `DeleteAfterEvent`: only the point that is copied goes then, not its copy. */
export function withoutEvent(lifecycle: Lifecycle | undefined): Lifecycle | undefined {
  if (lifecycle?.DeleteAfterEvent === undefined) return lifecycle;
  const { DeleteAfterEvent: _, ...kept } = lifecycle;
  return keptLifecycle(kept);
}
