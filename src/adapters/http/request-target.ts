import { UnreadableRequest } from "../wire/request";

/** Path and query of a request. */
export interface RequestTarget {
  /** Still percent-encoded: labels may hold slashes. */
  readonly path: string;
  /** Decoded; a name that occurs several times has a list. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
}

/** Clients of a proxy send the whole address. */
const origin = /^https?:\/\/[^/?#]*/i;

export function readTarget(url: string): RequestTarget {
  const [address = ""] = url.replace(origin, "").split("#", 1);
  const mark = address.indexOf("?");
  return mark < 0
    ? { path: address, query: {} }
    : { path: address.slice(0, mark), query: readQuery(address.slice(mark + 1)) };
}

function readQuery(text: string): RequestTarget["query"] {
  const values = new Map<string, string[]>();
  for (const part of text.split("&")) {
    if (part === "") continue;
    const equals = part.indexOf("=");
    const name = decoded(equals < 0 ? part : part.slice(0, equals));
    const value = equals < 0 ? "" : decoded(part.slice(equals + 1));
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  // Own members, even for names such as `__proto__`.
  return Object.fromEntries(
    [...values].map(([name, [only = "", ...others]]) => [
      name,
      others.length === 0 ? only : [only, ...others],
    ]),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new UnreadableRequest("SerializationException", 400, "The query is not valid percent-encoding.");
  }
}
