import { type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { refusal } from "../wire/encode";
import type { WireResponse } from "../wire/request";
import { isAnsweredEarly } from "./body";

/** The answers to errors of Node's parser. Any other error is a bad request. */
const refusals: Readonly<Record<string, readonly [status: number, name: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, "RequestHeaderFieldsTooLarge", "The headers are too long."],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, "RequestEntityTooLarge", "The chunks' extensions are too long."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "RequestTimeout", "The request took too long to arrive."],
};

/** Answers requests that are not valid HTTP or never end, and closes their connections. */
export function answerBrokenRequests(server: Server): void {
  server.on("clientError", (error: Error & { code?: string }, socket: Duplex) => {
    if (!socket.writable || error.code === "ECONNRESET" || isAnsweredEarly(socket)) {
      socket.destroy();
      return;
    }
    const known = Object.hasOwn(refusals, error.code ?? "") ? refusals[error.code ?? ""] : undefined;
    const [status, name, message] = known ?? [400, "BadRequest", "The request is not valid HTTP/1.1."];
    endWith(socket, refusal(status, name, message));
  });
  server.on("connect", (_request, socket: Duplex) => {
    endWith(socket, refusal(405, "MethodNotAllowed", "This endpoint is not a proxy."));
  });
  server.on("checkExpectation", (_request, response) => {
    const { status, headers, body } = refusal(
      417,
      "ExpectationFailed",
      "The only expectation allowed is 100-continue.",
    );
    response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
  });
}

/** Writes a response to a socket that has no request object, and closes it. */
function endWith(socket: Duplex, { status, headers, body }: WireResponse): void {
  const lines = Object.entries({
    ...headers,
    "content-length": Buffer.byteLength(body),
    connection: "close",
  });
  socket.on("error", () => socket.destroy());
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      ...lines.map(([name, value]) => `${name}: ${value}`),
      "",
      body,
    ].join("\r\n"),
    () => socket.destroy(),
  );
}
