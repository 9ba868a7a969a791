/**
 * Typing errors between two names: characters left out, added, replaced, or swapped with their neighbour
 * (optimal string alignment). Case does not count.
 */
export function typingErrors(a: string, b: string): number {
  const [from, to] = [a.toLowerCase(), b.toLowerCase()];
  const width = to.length + 1;
  // Row by row, the errors between the beginnings of both names. Of the rows, the last three are kept.
  let [beforeLast, last, current] = [new Uint32Array(width), new Uint32Array(width), new Uint32Array(width)];
  for (let column = 0; column < width; column++) last[column] = column;
  for (let row = 1; row <= from.length; row++) {
    current[0] = row;
    for (let column = 1; column < width; column++) {
      const replaced = at(last, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const errors = Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced);
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = isSwapped ? Math.min(errors, at(beforeLast, column - 2) + 1) : errors;
    }
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return at(last, to.length);
}

const at = (row: Uint32Array, column: number): number => row[column] ?? 0;

/** More errors suggest another name of the same family: `BackupPlanName` is not meant to be `BackupPlanArn`. */
const maxErrors = 2;

/** The known name that is most likely meant: with at most two typing errors, or one in a short name. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const longer = Math.max(name.length, candidate.length);
    const limit = Math.min(fewest - 1, maxErrors, Math.floor(longer / 3));
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
