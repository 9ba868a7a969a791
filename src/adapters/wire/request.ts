/** An HTTP request for one of the services, over any transport. */
export interface WireRequest {
  readonly method: string;
  /** Without the query, still percent-encoded. */
  readonly path: string;
  /** Decoded; a name that occurs several times has a list. */
  readonly query: Readonly<Record<string, string | readonly string[] | null | undefined>>;
  readonly headers: Headers;
  /** Absent, a string, or bytes. */
  readonly body?: unknown;
  /** How many bytes the call log counts for it. Default: none. */
  readonly size?: number;
  /** What stands for the client in the record of calls, if it is known. */
  readonly caller?: object | undefined;
  /** Called with the call that the request makes, once that is known. */
  readonly heard?: ((call: HeardCall) => void) | undefined;
}

/** The call that a request makes. */
export interface HeardCall {
  readonly operation: string;
  readonly input: unknown;
}

type Headers = Readonly<Record<string, string | undefined>>;

/** A header by its lower-case name, in any spelling. */
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
  /** May be changed by the receiver. */
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A request that AWS's front end refuses before it reaches a service. */
export class UnreadableRequest extends Error {
  override readonly name: string;
  readonly status: number;

  constructor(name: string, status: number, message: string) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

/** The request id of requests that are not calls. */
export const noRequestId = "00000000-0000-0000-0000-000000000000";

const bodyDecoder = new TextDecoder("utf-8", { fatal: true });

/** The text of a body. */
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
