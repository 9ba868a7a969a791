/**
 * Whether a text matches the pattern of FSx's `ResourceARN`:
 *
 *     ^arn:(?=[^:]+:fsx:[^:]+:\d{12}:)(( | START [a-z0-9].*(?<!-)):){4}(?!/).{0,1024}$
 *
 * that is, `arn:`, four parts that are each followed by a colon, and a rest that does not begin with a slash. A part is
 * empty, or it begins like a domain name (START) and does not end with a hyphen; it may contain colons, so the parts can
 * be chosen in many ways. A regular expression tries them one after another; this goes through the fields between the
 * colons once and keeps, as bits, how many parts can have been completed.
 *
 * The limit of 1,024 characters is left out: the shape allows 512 for the whole ARN.
 */
export function isFsxArn(text: string): boolean {
  if (!prefix.test(text) || lineTerminator.test(text)) return false;
  const fields = text.split(":").slice(1);
  const last = fields.length - 1;
  let completed = bit(0);
  let running = 0;
  for (const [index, field] of fields.entries()) {
    if (completed & bit(parts) && !field.startsWith("/")) return true;
    if (index === last) return false;
    const begun = (completed << 1) & allCounts;
    if (canBegin(field)) running |= begun;
    completed = (field.endsWith("-") ? 0 : running) | (field === "" ? begun : 0);
  }
  return false;
}

const parts = 4;
const bit = (count: number): number => 1 << count;
const allCounts = bit(parts + 1) - 1;

const prefix = /^arn:[^:]+:fsx:[^:]+:\d{12}:/;
const lineTerminator = /[\n\r\u2028\u2029]/;
const address = /^\d{1,3}(\.\d{1,3}){3}/;
const hyphens = /--|-\.|\.-/;

/** Whether a part that is not empty can begin with this field. */
function canBegin(field: string): boolean {
  return /^[a-z0-9]/.test(field) && !address.test(field) && !hyphens.test(field);
}
