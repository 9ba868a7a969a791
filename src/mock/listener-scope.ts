import { AsyncLocalStorage } from "node:async_hooks";
import type { Invocation, ListenerScope } from "../core/world";

/** Marks what a listener does, also after it has awaited something. */
export function listenerScope(): ListenerScope {
  const storage = new AsyncLocalStorage<Invocation>();
  return {
    run: (invocation, work) => storage.run(invocation, work),
    current: () => storage.getStore(),
  };
}
