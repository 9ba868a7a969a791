/** One way of doing something, to be timed against others. */
export interface Contender {
  readonly name: string;
  /** Does it once. */
  run(): unknown;
}

/** Microseconds a call: the best round, and the middle one. */
export interface Timing {
  readonly best: number;
  readonly median: number;
}

const rounds = 15;

/**
 * Times contenders in turn, round by round, so that a machine that slows down slows all of them. The best round counts:
 * identical contenders differ by a tenth in their medians on a busy machine.
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
      const each = ((performance.now() - start) * 1000) / calls;
      // The first round only warms up.
      if (round > 0) times.get(name)?.push(each);
    }
  }
  return new Map([...times].map(([name, each]) => [name, timingOf(each)]));
}

function timingOf(each: readonly number[]): Timing {
  const sorted = [...each].sort((a, b) => a - b);
  return { best: sorted[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0 };
}

/** Bytes in use once the garbage is gone. */
export function heapUsed(): number {
  if (!globalThis.gc) throw new Error("The benchmarks need node --expose-gc; run them by npm run bench.");
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** A line of the table: a figure, and the bar it is held against. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  readonly bar: string;
}

export const ratio = (of: Timing | undefined, to: Timing | undefined): string =>
  of && to
    ? `${(of.best / to.best).toFixed(2)} × (${of.best.toFixed(2)} µs / ${to.best.toFixed(2)} µs; medians ${(of.median / to.median).toFixed(2)} ×)`
    : "?";

export function print(figures: readonly Figure[]): void {
  for (const { what, value, bar } of figures)
    console.log(`${what.padEnd(62)}  ${value.padEnd(62)}  bar ${bar}`);
}
