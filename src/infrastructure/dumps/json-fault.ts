const space = /[ \t\r\n]*/y;
const punctuation = /[{}[\],:]/y;
const text = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** What may come next: `first` is the first item of a list, which may end as well; likewise the first key. */
type Expected = "value" | "first" | "key" | "firstKey" | "colon" | "next";

/** The offset at which a text ceases to be JSON: `JSON.parse` says it in some of its messages only. */
export function firstFault(json: string): number {
  let offset = 0;
  const match = (form: RegExp): string | undefined => {
    form.lastIndex = offset;
    return form.exec(json)?.[0];
  };
  /** The brackets that are open, as the ones that close them. */
  const open: string[] = [];
  let expected: Expected = "value";
  for (;;) {
    offset += match(space)?.length ?? 0;
    const token = match(punctuation) ?? match(text) ?? match(scalar) ?? "";
    const next: Expected | undefined = token === "" ? undefined : following(expected, token, open);
    if (!next) return offset;
    offset += token.length;
    expected = next;
  }
}

/** What may follow a token; undefined if the token is not expected. */
function following(expected: Expected, token: string, open: string[]): Expected | undefined {
  if (expected === "colon") return token === ":" ? "value" : undefined;
  if (token === open.at(-1) && ["first", "firstKey", "next"].includes(expected)) {
    open.pop();
    return "next";
  }
  if (expected === "next") {
    if (token !== "," || open.length === 0) return undefined;
    return open.at(-1) === "}" ? "key" : "value";
  }
  if (expected === "key" || expected === "firstKey") return token.startsWith('"') ? "colon" : undefined;
  if (token === "{" || token === "[") {
    open.push(token === "{" ? "}" : "]");
    return token === "{" ? "firstKey" : "first";
  }
  return "}],:".includes(token) ? undefined : "next";
}
