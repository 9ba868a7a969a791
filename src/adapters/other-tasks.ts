import { MessageChannel } from "node:worker_threads";

/**
 * Resolves after other tasks of the process had their turn, such as a test's timeout or input from the network. A message
 * port rather than `setImmediate`, which fake timers replace.
 */
export function otherTasks(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.once("message", () => {
      port1.close();
      resolve();
    });
    port2.postMessage(undefined);
  });
}
