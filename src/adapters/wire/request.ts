/** An HTTP request for one of the services, whatever carried it. */
export interface WireRequest {
  readonly method: string;
  /** Without the query, still percent-encoded. */
  readonly path: string;
  /** Decoded; a name that comes several times has a list. */
  readonly query: Readonly<Record<string, string | readonly string[] | null | undefined>>;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** The HTTP response to it. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
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

const bodyDecoder = new TextDecoder();

/** The text of a body as the SDK hands it over: absent, a text, or bytes. */
export function bodyText(body: unknown): string {
  if (body === undefined || body === null) return "";
  if (typeof body === "string") return body;
  if (body instanceof Uint8Array) return bodyDecoder.decode(body);
  throw new UnreadableRequest(
    "SerializationException",
    400,
    "The body is a stream, which no operation takes.",
  );
}
