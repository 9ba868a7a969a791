/** What the wildcards of a pattern match. */
export interface Wildcards {
  /** Whether `?` matches any one character, or only itself. */
  readonly questionMark: boolean;
  /** Whether `*` can match a character. */
  readonly star: (character: string) => boolean;
}

/** The wildcards of IAM policies. */
export const policyWildcards: Wildcards = { questionMark: true, star: () => true };

/** The wildcards of resource selections of AWS Backup: `*` matches anything but white space. */
export const selectionWildcards: Wildcards = {
  questionMark: false,
  star: character => character.trim() !== "",
};

/**
 * Whether a pattern matches a text. Only the part after the last star is retried, so no pattern is slow. That is
 * enough: whatever an earlier star could match in addition, the last one can match as well.
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
