import type { IncomingMessage } from "node:http";
import { UnreadableRequest } from "../wire/request";

/** Connections whose current request was answered before its body was complete. */
const answeredEarly = new WeakSet<object>();

/** Whether the current request of a connection was answered before its body was complete. */
export const isAnsweredEarly = (socket: object): boolean => answeredEarly.has(socket);

const nothing = new Uint8Array();

/** The whole body. A longer body is refused at once, and its rest is read and dropped, so that the client reads the answer. */
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
          `The body is longer than ${maxBytes} bytes, the limit of this endpoint.`,
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
