/** Pseudo-random choices, the same in every run. */
export function randomly(seed: number) {
  let state = seed;
  /** At least 0 and less than 1, by mulberry32. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error("There is nothing to pick from.");
    return item;
  };
  const bytes = (count: number): number[] => Array.from({ length: count }, () => below(256));
  const text = (length: number): string =>
    String.fromCharCode(...Array.from({ length }, () => 33 + below(94)));
  return { below, pick, bytes, text };
}
