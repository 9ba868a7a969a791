/** An HTTP request for one of the services, whatever carried it. */
export interface WireRequest {
  readonly method: string;
  /** Without the query, still percent-encoded. */
  readonly path: string;
  /** Decoded; a name that comes several times has a list. */
  readonly query: Readonly<Record<string, string | readonly string[] | null | undefined>>;
  readonly headers: Headers;
  /** Absent, a text, or bytes. */
  readonly body?: unknown;
  /** How many bytes the call log is to count for it, if it is bounded by bytes. */
  readonly size?: number;
}

type Headers = Readonly<Record<string, string | undefined>>;

/** A header by its lower-case name, however the client writes it. */
export function headerOf(headers: Headers, name: string): string | undefined {
  if (Object.hasOwn(headers, name)) return headers[name];
  for (const given in headers) {
    if (given.length === name.length && given.toLowerCase() === name) return headers[given];
  }
  return undefined;
}

/** The HTTP response to it. */
export interface WireResponse {
  readonly status: number;
  /** Its receiver's own. */
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Why a request is no call of an operation at all: what AWS's front ends answer before any service sees it. */
export class UnreadableRequest extends Error {
  override readonly name: string;
  readonly status: number;

  constructor(name: string, status: number, message: string) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

/** What is not a call of an operation has no number among the calls. */
export const noRequestId = "00000000-0000-0000-0000-000000000000";

const bodyDecoder = new TextDecoder("utf-8", { fatal: true });

/** The text of a body as it was handed over. */
export function bodyText(body: unknown): string {
  if (typeof body === "string") return body;
  if (!ArrayBuffer.isView(body)) throw unreadableBody("is a stream, which no operation takes");
  try {
    return bodyDecoder.decode(new Uint8Array(body.buffer, body.byteOffset, body.byteLength));
  } catch {
    throw unreadableBody("is not UTF-8");
  }
}

const unreadableBody = (why: string): UnreadableRequest =>
  new UnreadableRequest("SerializationException", 400, `The body ${why}.`);
