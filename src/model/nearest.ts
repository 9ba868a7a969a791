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

/** Longer names are nobody's typing error. */
const longestName = 200;

/** The words of a name in any case: `backup`, `plan` of `BackupPlans`. */
const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(
    (name.slice(0, longestName).match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map(word =>
      word.toLowerCase().replace(/s$/, ""),
    ),
  );

/** How much of two names is the same: from 0, no word, to 1, all words. */
function sharedPart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** Names that share less are about something else. */
const leastShared = 0.5;
const mostRelated = 3;

/** The known names that share the most words with a name: `BackupVaultName` with `VaultName`. */
function related(name: string, known: readonly string[]): readonly string[] {
  const words = wordsOf(name);
  const scored = known
    .map(candidate => ({ candidate, score: sharedPart(words, wordsOf(candidate)) }))
    .sort((one, other) => other.score - one.score);
  const best = Math.max(scored[0]?.score ?? 0, leastShared);
  return scored
    .filter(({ score }) => score === best)
    .slice(0, mostRelated)
    .map(({ candidate }) => candidate);
}

/** More names are not read. */
const mostListed = 16;

/**
 * How a message about an unknown name ends: `did you mean "vaults"?`, or, where no known name is like it, with those that
 * there are: `choose one of vaults, plans`.
 */
export function suggestion(name: unknown, known: Iterable<string>): string {
  const names = [...known];
  const meant = typeof name === "string" ? nearest(name, names) : undefined;
  const alike = meant === undefined && typeof name === "string" ? related(name, names) : [meant];
  const quoted = alike.flatMap(each => (each === undefined ? [] : [JSON.stringify(each)]));
  if (quoted.length > 0) return `did you mean ${either(quoted)}?`;
  const unlisted = names.length - mostListed;
  const listed = names.slice(0, mostListed).join(", ");
  return `choose one of ${listed}${unlisted > 0 ? ` … and ${unlisted} more` : ""}`;
}

/** `"a"`, `"a" or "b"`, `"a", "b" or "c"`. */
const either = (names: readonly string[]): string =>
  [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(text => text !== "").join(" or ");
