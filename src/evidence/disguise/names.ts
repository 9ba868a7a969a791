const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = lower.toUpperCase();
const digits = "0123456789";

/** Text that everybody knows to mean nothing. */
const placeholder = "loremipsumdolorsitametconsectetur";

/** What a service may read a meaning into, so that it stays: schemes, prefixes that AWS reserves, parts of LDAP names. */
const meaningful =
  /^(?:aws[:/]|aws-fsx-|\/aws\/fsx\/|alias\/(?:aws\/)?|(?:file|https?|nfs|s3|smb):\/\/)(?:ResourceTag\/|RequestTag\/)?|\b(?:OU|DC|CN|O)=/g;

/**
 * A text of the same length, with letters for letters, digits for digits and everything else as it was: what a service
 * accepts or refuses in a name, it accepts or refuses in this one. Different numbers give different texts, as far as
 * there is room for them.
 */
export function nameLike(name: string, number: number): string {
  const kept = new Set<number>();
  for (const { 0: text, index } of name.matchAll(meaningful)) {
    for (let at = index; at < index + text.length; at++) kept.add(at);
  }
  const characters = [...name];
  let left = number;
  const made = characters.reduceRight((after, character, at) => {
    const alphabet = kept.has(at) ? undefined : alphabetOf(character);
    if (!alphabet) return `${character}${after}`;
    const start = lower.indexOf(placeholder[at % placeholder.length] ?? "a");
    const picked = alphabet[(start + left) % alphabet.length] ?? "";
    left = Math.floor(left / alphabet.length);
    return `${picked}${after}`;
  }, "");
  // What looks like a reference to a saved value is none.
  return made.replaceAll("${", "#{");
}

/** The characters that can stand for another one; undefined for one that says nothing by itself. */
function alphabetOf(character: string): string | undefined {
  if (lower.includes(character)) return lower;
  if (upper.includes(character)) return upper;
  if (digits.includes(character)) return digits;
  if (/\p{Lu}/u.test(character)) return "ÄÉÑÖ";
  return /\p{L}|\p{N}|\p{M}|\p{So}/u.test(character) ? "äéñö" : undefined;
}
