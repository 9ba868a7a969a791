import { abortError, orAborted } from "./abort";
import { originalMember } from "./lent-member";
import { type AbortSignalLike, member, type SdkClient } from "./sdk";
import { ownerOf, type Target } from "./target";
import { WireService } from "./wire/answer";
import type { WireRequest, WireResponse } from "./wire/request";

/** A request as the SDK's pipeline hands it to its handler, in any version. */
interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface SdkResponse {
  readonly statusCode: number;
  readonly reason?: string;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

interface HandlerOptions {
  readonly abortSignal?: AbortSignalLike | undefined;
  /** In milliseconds, of real time or on the mock's clock: a stub may delay for ever on that. */
  readonly requestTimeout?: number | undefined;
}

/**
 * A request handler for the clients of every SDK version.
 *
 * @example
 * const backup = new BackupClient({ requestHandler: aws.requestHandler });
 */
export interface RequestHandler {
  /** What the SDK reads of a handler. */
  readonly metadata: {
    /** `http/1.1`. */
    readonly handlerProtocol: string;
  };
  /** Answers a request of the SDK. Rejects when it is aborted, or not answered within `requestTimeout`. */
  handle(
    request: SdkRequest,
    options?: HandlerOptions,
  ): Promise<{
    /** The response, for the SDK to parse. */
    response: SdkResponse;
  }>;
  /**
   * Answers a request of any other transport. AWS's errors are answers; a {@link MockError} and other errors are thrown.
   */
  answer(request: WireRequest): WireResponse | Promise<WireResponse>;
  /** Does nothing; the SDK calls it. */
  updateHttpClientConfig(key: never, value: never): void;
  /** Returns an empty object; the SDK calls it. */
  httpHandlerConfigs(): Record<string, never>;
  /** Does nothing; the SDK calls it when a client is destroyed. */
  destroy(): void;
}

const encoder = new TextEncoder();

/** On a request handler of ours: what the places of its mock share. */
const ownerKey = Symbol.for("aws-backup-mock.requestHandler");

/** The mock of a client's request handler, if it is one of ours. */
export const ownerOfHandler = ({ config }: SdkClient): unknown =>
  member(originalMember(config, "requestHandler"), ownerKey);

/**
 * Lets the SDK's whole pipeline run (serialise, sign, retry), and answers in this process. `caller` stands for the client in
 * the record of calls.
 */
export function createRequestHandler(target: Target, caller?: object): RequestHandler {
  const service = new WireService(target);
  const handler: RequestHandler = {
    metadata: { handlerProtocol: "http/1.1" },
    answer: request => service.answer(request),
    handle(request, options = {}) {
      const { abortSignal, requestTimeout } = options;
      if (abortSignal?.aborted) return Promise.reject(abortError(abortSignal));
      try {
        const answer = service.answer({
          method: request.method,
          path: request.path,
          query: request.query ?? {},
          headers: request.headers,
          body: request.body,
          caller,
        });
        if (!("then" in answer)) return Promise.resolve(sdkResponse(answer));
        const response = answer.then(sdkResponse);
        const inTime = requestTimeout ? within(requestTimeout, response, target) : response;
        return abortSignal ? orAborted(inTime, abortSignal) : inTime;
      } catch (thrown) {
        return Promise.reject(thrown);
      }
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
    destroy() {},
  };
  return Object.defineProperty(handler, ownerKey, { value: ownerOf(target) });
}

const sdkResponse = ({ status, headers, body }: WireResponse): { response: SdkResponse } => ({
  response: { statusCode: status, headers, body: encoder.encode(body) },
});

/** Rejects like the SDK's own handlers when the answer takes longer than this, in real time or on the mock's clock. */
function within<T>(milliseconds: number, answer: Promise<T>, { time }: Target): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      const message = `Request did not complete within ${milliseconds} ms`;
      reject(Object.assign(new Error(message), { name: "TimeoutError" }));
    };
    const timer = setTimeout(giveUp, milliseconds);
    const takeBack = time.alarm(milliseconds, giveUp);
    answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      takeBack();
    });
  });
}
