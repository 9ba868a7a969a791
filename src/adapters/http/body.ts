import type { IncomingMessage } from "node:http";
import { UnreadableRequest } from "../wire/request";

/** Requests whose rest nobody reads any more: they were answered already. */
const answeredEarly = new WeakSet<object>();

/** Whether a connection has a request on it that was answered before it had come in whole. */
export const isAnsweredEarly = (socket: object): boolean => answeredEarly.has(socket);

const nothing = new Uint8Array();

/** The whole body. What is longer than the bound is refused at once; the rest is let pass, so that the client gets to read that. */
export function bodyOf(request: IncomingMessage, maxBytes: number): Uint8Array | Promise<Uint8Array> {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  if (length === undefined && encoding === undefined) return nothing;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const refuse = () => {
      answeredEarly.add(request.socket);
      chunks.length = 0;
      reject(
        new UnreadableRequest(
          "RequestEntityTooLarge",
          413,
          `The body is longer than ${maxBytes} bytes, which is as much as this endpoint takes.`,
        ),
      );
    };
    request.on("data", (chunk: Buffer) => {
      if (size > maxBytes) return;
      size += chunk.length;
      if (size > maxBytes) refuse();
      else chunks.push(chunk);
    });
    request.on("end", () => {
      answeredEarly.delete(request.socket);
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    });
    request.on("error", reject);
    if (Number(length) > maxBytes) {
      size = maxBytes + 1;
      refuse();
    }
  });
}
