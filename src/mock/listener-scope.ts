import { AsyncLocalStorage } from "node:async_hooks";
import type { ListenerScope } from "../core/world";

/** Follows what a listener does, also after it has awaited something. */
export function listenerScope(): ListenerScope {
  const storage = new AsyncLocalStorage<number>();
  return {
    run: (reactions, work) => storage.run(reactions, work),
    reactions: () => storage.getStore(),
  };
}
