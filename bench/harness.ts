/** Something to time against others. */
export interface Contender {
  readonly name: string;
  /** Runs it once. */
  run(): unknown;
}

/** Microseconds per call, in the best and in the median round. */
export interface Timing {
  readonly best: number;
  readonly median: number;
}

const rounds = 15;

/**
 * Times contenders in turn, round by round, so that a slow phase of the machine affects all of them. Compare the best
 * rounds: on a busy machine, the medians of identical contenders differ by a tenth.
 */
export async function timeInTurn(
  contenders: readonly Contender[],
  calls: number,
): Promise<ReadonlyMap<string, Timing>> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run } of contenders) {
      const start = performance.now();
      for (let call = 0; call < calls; call++) await run();
      const microseconds = ((performance.now() - start) * 1000) / calls;
      // The first round only warms up.
      if (round > 0) times.get(name)?.push(microseconds);
    }
  }
  return new Map([...times].map(([name, perRound]) => [name, timingOf(perRound)]));
}

function timingOf(perRound: readonly number[]): Timing {
  const sorted = [...perRound].sort((a, b) => a - b);
  return { best: sorted[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0 };
}

/** Bytes on the heap after garbage collection. */
export function heapUsed(): number {
  if (!globalThis.gc) throw new Error("The benchmarks need node --expose-gc; run them with npm run bench.");
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** A line of the output: what was measured, and its target. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly target: string;
}

/** One timing divided by another, for people. */
export const ratio = (of: Timing | undefined, to: Timing | undefined): string =>
  of && to
    ? `${(of.best / to.best).toFixed(2)} × (${of.best.toFixed(2)} µs / ${to.best.toFixed(2)} µs; medians ${(of.median / to.median).toFixed(2)} ×)`
    : "?";

export function print(figures: readonly Figure[]): void {
  for (const { name, value, target } of figures)
    console.log(`${name.padEnd(62)}  ${value.padEnd(62)}  target ${target}`);
}
