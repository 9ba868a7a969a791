import { AsyncLocalStorage } from "node:async_hooks";
import { otherTasks } from "../adapters/other-tasks";
import type { Invocation, Runtime } from "../core/world";

/** Node.js, which a mock runs in. */
export function nodeRuntime(): Runtime {
  const storage = new AsyncLocalStorage<Invocation>();
  return {
    run: (invocation, work) => storage.run(invocation, work),
    current: () => storage.getStore(),
    otherTasks,
  };
}
