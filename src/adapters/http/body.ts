import type { IncomingMessage } from "node:http";
import { UnreadableRequest } from "../wire/request";

/** Connections whose current request was answered before its body was complete. */
const answeredEarly = new WeakSet<object>();

/** Whether the current request of a connection was answered before its body was complete. */
export const isAnsweredEarly = (socket: object): boolean => answeredEarly.has(socket);

const nothing = new Uint8Array();

/** Bodies as long as this many of the longest are kept at once. */
const longestBodies = 32;

/** Reads the bodies of the requests to one endpoint. */
export class Bodies {
  readonly #maxBytes: number;
  /** The bytes of the requests that are not answered yet. */
  #held = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /**
   * Reads a whole body, answers the request, and then forgets the body. A body that is too long, or too much together
   * with the others, is refused at once, and its rest is read and dropped, so that the client reads the answer.
   */
  async with<T>(request: IncomingMessage, answer: (body: Uint8Array) => Promise<T>): Promise<T> {
    const { "content-length": length, "transfer-encoding": encoding } = request.headers;
    if (length === undefined && encoding === undefined) return answer(nothing);
    const share = { bytes: 0 };
    try {
      return await answer(await this.#read(request, Number(length), share));
    } finally {
      this.#held -= share.bytes;
    }
  }

  #read(request: IncomingMessage, length: number, share: { bytes: number }): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let refused = false;
      const refuse = (problem: UnreadableRequest) => {
        refused = true;
        answeredEarly.add(request.socket);
        chunks.length = 0;
        reject(problem);
      };
      request.on("data", (chunk: Buffer) => {
        if (refused) return;
        share.bytes += chunk.length;
        this.#held += chunk.length;
        const problem = this.#problemOf(share.bytes);
        if (problem) refuse(problem);
        else chunks.push(chunk);
      });
      request.on("end", () => {
        answeredEarly.delete(request.socket);
        resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
      });
      request.on("error", reject);
      const problem = Number.isNaN(length) ? undefined : this.#problemOf(length);
      if (problem) refuse(problem);
    });
  }

  #problemOf(bytes: number): UnreadableRequest | undefined {
    if (bytes > this.#maxBytes) {
      const message = `The body is longer than ${this.#maxBytes} bytes, the limit of this endpoint.`;
      return new UnreadableRequest("RequestEntityTooLarge", 413, message);
    }
    if (this.#held <= longestBodies * this.#maxBytes) return undefined;
    const message = "This endpoint is answering too many long requests at once. Send the request again.";
    return new UnreadableRequest("ServiceUnavailable", 503, message);
  }
}
