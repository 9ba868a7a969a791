import { once } from "node:events";
import type { ServerResponse } from "node:http";

/**
 * What is answered to a request: a text, the pieces of one that may be too long for a string, or what writes events until
 * the connection closes.
 */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | Generator<string, void> | ((response: ServerResponse) => void);
}

/** Sends an answer, and gives up on a client that does not read it. */
export async function send(response: ServerResponse, answer: HttpAnswer, timeout: number): Promise<void> {
  const { body } = answer;
  if (typeof body === "string") sendWhole(response, answer, body, timeout);
  else if (typeof body === "function") body(response.writeHead(answer.status, answer.headers));
  else await sendPieces(response, answer, body, timeout);
}

function sendWhole(
  response: ServerResponse,
  { status, headers }: Pick<HttpAnswer, "status" | "headers">,
  body: string,
  timeout: number,
): void {
  const length = status === 204 ? {} : { "content-length": Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length }).end(body);
  if (response.socket?.writableLength !== 0) giveUpAfter(response, timeout);
}

async function sendPieces(
  response: ServerResponse,
  answer: HttpAnswer,
  pieces: Generator<string, void>,
  timeout: number,
): Promise<void> {
  const first = pieces.next();
  const second = first.done ? first : pieces.next();
  if (second.done) return sendWhole(response, answer, first.value ?? "", timeout);
  giveUpAfter(response, timeout);
  response.writeHead(answer.status, answer.headers);
  await write(response, first.value ?? "");
  await write(response, second.value);
  for (const piece of pieces) {
    if (response.destroyed) return;
    await write(response, piece);
  }
  response.end();
}

/** Writes a piece, and waits until the client has read what came before it. */
async function write(response: ServerResponse, piece: string): Promise<void> {
  if (response.write(piece)) return;
  const closed = new AbortController();
  const close = () => closed.abort();
  response.once("close", close);
  try {
    await once(response, "drain", { signal: closed.signal });
  } catch (thrown) {
    if (!response.destroyed) throw thrown;
  } finally {
    response.off("close", close);
  }
}

const giveUpAfter = (response: ServerResponse, timeout: number): void => {
  response.setTimeout(timeout, () => response.destroy());
};
