import { abortError, orAborted } from "./abort";
import type { AbortSignalLike } from "./sdk";
import type { Target } from "./target";
import { WireService } from "./wire/answer";
import { bodyText } from "./wire/request";

/** A request as the SDK's pipeline hands it to its handler, in any version. */
interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | string[] | null>>;
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
  /** Milliseconds of real time; a stub that delays on the mock's clock may never answer by itself. */
  readonly requestTimeout?: number | undefined;
}

/** For `new BackupClient({ requestHandler: aws.requestHandler })`. */
export interface RequestHandler {
  readonly metadata: { readonly handlerProtocol: string };
  handle(request: SdkRequest, options?: HandlerOptions): Promise<{ response: SdkResponse }>;
  updateHttpClientConfig(key: never, value: never): void;
  httpHandlerConfigs(): Record<string, never>;
  destroy(): void;
}

const encoder = new TextEncoder();

/** Lets the SDK's whole pipeline (serialising, signing, retrying) run, and answers it in this process. */
export function createRequestHandler(target: Target): RequestHandler {
  const service = new WireService(target);
  return {
    metadata: { handlerProtocol: "http/1.1" },
    async handle(request, { abortSignal, requestTimeout } = {}) {
      if (abortSignal?.aborted) throw abortError(abortSignal);
      const answer = service.answer({
        method: request.method,
        path: request.path,
        query: request.query ?? {},
        headers: request.headers,
        body: bodyText(request.body),
      });
      const inTime = requestTimeout ? within(requestTimeout, answer) : answer;
      const { status, headers, body } = await (abortSignal ? orAborted(inTime, abortSignal) : inTime);
      return { response: { statusCode: status, headers: { ...headers }, body: encoder.encode(body) } };
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
    destroy() {},
  };
}

/** Rejects, as the SDK's own handlers do, when the answer takes longer than so many milliseconds of real time. */
function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        Object.assign(new Error(`Request did not complete within ${milliseconds} ms`), {
          name: "TimeoutError",
        }),
      );
    }, milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
