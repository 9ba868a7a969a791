const uuid = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

/** What a piece of text is, judged by its form. */
export type IdentifierKind =
  | "arn"
  | "uuid"
  | "organization"
  | "id"
  | "account"
  | "accessKey"
  | "email"
  | "ip"
  | "host";

/** In order of precedence. */
const forms: readonly (readonly [kind: IdentifierKind, form: string])[] = [
  ["arn", "arn:aws[\\w-]*:[^\\s\"'`<>,;()\\[\\]{}|]*[^\\s\"'`<>,;()\\[\\]{}|.:]"],
  ["uuid", uuid],
  ["organization", "(?:o-[a-z0-9]{10,32}|ou-[a-z0-9]{4,32}-[a-z0-9]{8,32})(?![0-9A-Za-z-])"],
  [
    "id",
    "(?:amznfsx[0-9a-z]{8}|mrk-[0-9a-f]{32}|[a-z]{1,12}-(?:[0-9a-f]{8,40}|[0-9A-F]{8,40}))(?![0-9A-Za-z])",
  ],
  ["email", "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"],
  ["accessKey", "(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[0-9A-Z]{16}"],
  ["account", "\\d{12}(?!\\d)"],
  ["ip", "\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}(?:/\\d{1,2})?(?![\\d.])"],
  [
    "host",
    "(?:[a-z0-9-]+\\.)+(?:com|net|org|io|dev|cloud|local|internal|corp|lan|intra|home|ad|test)(?![\\w-])",
  ],
];

/** A new expression each time, since a global one keeps a position. */
const anyForm = (): RegExp =>
  new RegExp(`(?<![0-9A-Za-z])(?:${forms.map(([kind, form]) => `(?<${kind}>${form})`).join("|")})`, "g");

/** Part of a text: an identifier, or the text between identifiers. */
export interface Piece {
  readonly text: string;
  readonly kind: IdentifierKind | undefined;
}

/** Splits a text at identifiers. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index, groups = {} } of text.matchAll(anyForm())) {
    const kind = forms.find(([name]) => groups[name] !== undefined)?.[0];
    if (index > end) pieces.push({ text: text.slice(end, index), kind: undefined });
    pieces.push({ text: found, kind });
    end = index + found.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), kind: undefined });
  return pieces;
}

const uuidForm = new RegExp(`^${uuid}$`);
const prefixedForm = /^([a-z]+-)([0-9a-fA-F]+)$/;

/** A regular expression for identifiers of the same form. */
export function patternLike(id: string): string {
  const digit = id === id.toLowerCase() ? "[0-9a-f]" : "[0-9A-F]";
  if (uuidForm.test(id)) return [8, 4, 4, 4, 12].map(length => `${digit}{${length}}`).join("-");
  const [, prefix, digits = ""] = prefixedForm.exec(id) ?? [];
  if (prefix !== undefined)
    return `${prefix}${digits === digits.toLowerCase() ? "[0-9a-f]" : "[0-9A-F]"}{${digits.length}}`;
  return "amznfsx[0-9a-z]{8}";
}

/** Another identifier of the same form. */
export function idLike(id: string, number: number): string {
  const hex = number.toString(16);
  if (uuidForm.test(id)) {
    const made = `00000000-0000-4000-8000-${hex.padStart(12, "0")}`;
    return id === id.toLowerCase() ? made : made.toUpperCase();
  }
  const [, prefix, digits = ""] = prefixedForm.exec(id) ?? [];
  return prefix === undefined
    ? `amznfsx${hex.padStart(8, "0")}`
    : `${prefix}${(digits === digits.toLowerCase() ? hex : hex.toUpperCase()).padStart(digits.length, "0")}`;
}

const anyArn = new RegExp(`(${forms.find(([kind]) => kind === "arn")?.[1] ?? ""})`);

/** Splits a text at ARNs, which have odd indices in the result. */
export const splitAtArns = (text: string): readonly string[] => text.split(anyArn);
