/** The processor time that a function takes, in milliseconds: unlike elapsed time, it does not grow when the machine is busy. */
export function cpuTime(run: () => unknown): number {
  const begin = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1_000;
}
