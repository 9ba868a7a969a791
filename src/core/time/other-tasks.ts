/**
 * Resolves after other tasks of the process had their turn, such as a test's timeout. A message port rather than
 * `setImmediate`, which fake timers replace.
 */
export function otherTasks(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    Object.assign(port1, {
      onmessage: () => {
        port1.close();
        resolve();
      },
    });
    port2.postMessage(undefined);
  });
}
