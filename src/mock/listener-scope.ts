import { AsyncLocalStorage } from "node:async_hooks";
import type { ListenerScope } from "../core/world";

/** Marks what a listener does, also after it has awaited something. */
export function listenerScope(): ListenerScope {
  const inside = new AsyncLocalStorage<true>();
  return {
    run: work => inside.run(true, work),
    isInside: () => inside.getStore() === true,
  };
}
