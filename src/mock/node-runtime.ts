import * as asyncHooks from "node:async_hooks";
import type { AsyncContext } from "../adapters/boundary";
import { otherTasks } from "../adapters/other-tasks";
import type { Invocation, Runtime } from "../core/world";

/** Bundlers for other runtimes leave it out. */
const { AsyncLocalStorage }: Partial<typeof asyncHooks> = asyncHooks;

/** Node.js, which a mock runs in. */
export function nodeRuntime(): Runtime {
  const storage = AsyncLocalStorage && new AsyncLocalStorage<Invocation>();
  return {
    run: (invocation, work) => (storage ? storage.run(invocation, work) : work()),
    current: () => storage?.getStore(),
    otherTasks,
  };
}

/** Makes what tells in which boundary code runs, if this runtime has it. */
export const asyncContext: (() => AsyncContext) | undefined =
  AsyncLocalStorage && (() => new AsyncLocalStorage<unknown>());
