/**
 * Typing errors between two names: characters left out, added, replaced, or swapped with their neighbour
 * (optimal string alignment). Case does not count.
 */
export function typingErrors(a: string, b: string): number {
  const [from, to] = [a.toLowerCase(), b.toLowerCase()];
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}

/** The known name that an unknown one is most likely a misspelling of: at most one character in three differs. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const longer = Math.max(name.length, candidate.length);
    const limit = Math.min(fewest - 1, Math.floor(longer / 3));
    // The lengths alone decide most pairs, and bound the work on a name of any length.
    if (Math.abs(name.length - candidate.length) > limit) continue;
    const errors = typingErrors(name, candidate);
    if (errors <= limit) [best, fewest] = [candidate, errors];
  }
  return best;
}

/** How a message about an unknown name ends: `did you mean "vaults"?`, or the list of known names. */
export function suggestion(name: unknown, known: Iterable<string>): string {
  const names = [...known];
  const meant = typeof name === "string" ? nearest(name, names) : undefined;
  return meant === undefined ? `choose one of ${names.join(", ")}` : `did you mean ${JSON.stringify(meant)}?`;
}
