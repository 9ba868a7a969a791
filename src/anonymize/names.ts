const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = lower.toUpperCase();
const digits = "0123456789";

/** Placeholder text. */
const placeholder = "loremipsumdolorsitametconsectetur";

/** Parts that have a meaning to a service and are kept: schemes, reserved prefixes, attribute names of LDAP. */
const meaningful =
  /^(?:aws[:/]|aws-fsx-|\/aws\/fsx\/|alias\/(?:aws\/)?|(?:file|https?|nfs|s3|smb):\/\/)(?:ResourceTag\/|RequestTag\/)?|\b(?:OU|DC|CN|O)=/g;

/**
 * Another text of the same length, with letters for letters and digits for digits; other characters stay. So a name that
 * breaks a rule of the service still breaks it. Different numbers give different texts, if the length allows.
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
  // Avoid the syntax of references to saved values.
  return made.replaceAll("${", "#{");
}

/** The characters that can replace a character. Undefined if it is kept. */
function alphabetOf(character: string): string | undefined {
  if (lower.includes(character)) return lower;
  if (upper.includes(character)) return upper;
  if (digits.includes(character)) return digits;
  if (/\p{Lu}/u.test(character)) return "ÄÉÑÖ";
  return /\p{L}|\p{N}|\p{M}|\p{So}/u.test(character) ? "äéñö" : undefined;
}
