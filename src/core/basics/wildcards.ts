/** What the wildcards of a pattern stand for. */
export interface Wildcards {
  /** Whether `?` stands for any one character, or only for itself. */
  readonly questionMark: boolean;
  /** Whether `*` can take in a character. */
  readonly star: (character: string) => boolean;
}

/** As policies of IAM have them. */
export const policyWildcards: Wildcards = { questionMark: true, star: () => true };

/** As resource selections of AWS Backup have them: `*` is anything but white space. */
export const selectionWildcards: Wildcards = {
  questionMark: false,
  star: character => character.trim() !== "",
};

/**
 * Whether a pattern takes a text in. Only what follows the last star is tried at every place in turn, so no pattern
 * makes this slow; that is enough, since what an earlier star could take in besides, the last one can as well.
 */
export function matchesPattern(
  pattern: string,
  text: string,
  { questionMark, star }: Wildcards = policyWildcards,
): boolean {
  let at = 0;
  let read = 0;
  let lastStar = -1;
  let restart = 0;
  while (read < text.length) {
    if (pattern[at] === "*") {
      lastStar = at++;
      restart = read;
    } else if (pattern[at] === text[read] || (questionMark && pattern[at] === "?")) {
      at++;
      read++;
    } else if (lastStar === -1 || !star(text.charAt(restart))) {
      return false;
    } else {
      at = lastStar + 1;
      read = ++restart;
    }
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
