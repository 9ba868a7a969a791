import type { IncomingMessage, ServerResponse } from "node:http";
import { refusal } from "../wire/encode";
import type { WireResponse } from "../wire/request";
import { type AccessProblem, accessProblem, type KnownHosts } from "./access";
import { bodyOf } from "./body";
import { controlResponse, isControlPath, json } from "./control";
import { readTarget } from "./request-target";
import type { ServedMock } from "./served-mock";

/** What an endpoint answers requests with. */
export interface Answering extends KnownHosts {
  readonly aws: ServedMock;
  readonly maxBodyBytes: number;
}

/** Answers a request: one of the mock's own paths, or an operation of a service. */
export async function answerTo(answering: Answering, request: IncomingMessage): Promise<WireResponse> {
  const { aws, maxBodyBytes } = answering;
  const { path, query } = readTarget(request.url ?? "");
  const problem = accessProblem(request, answering);
  if (problem) {
    request.resume();
    return forbidden(path, problem);
  }
  const body = await bodyOf(request, maxBodyBytes);
  const { method = "" } = request;
  if (isControlPath(path)) return controlResponse(aws, { method, path, query, body });
  return aws.requestHandler.answer({ method, path, query, headers: headersOf(request), body });
}

/** In the form of whatever the path leads to. */
const forbidden = (path: string, { code, message }: AccessProblem): WireResponse =>
  isControlPath(path) ? json(403, { code, message }) : refusal(403, code, message);

/** The headers that say which operation a request is for, and from where. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const { authorization, "x-amz-target": target } = headers;
  return {
    ...(authorization !== undefined && { authorization }),
    ...(typeof target === "string" && { "x-amz-target": target }),
  };
}

/** Sends an answer, and gives up on a client that does not read it. */
export function send(
  response: ServerResponse,
  { status, headers, body }: WireResponse,
  timeout: number,
): void {
  const length = status === 204 ? {} : { "content-length": Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length }).end(body);
  if (response.socket?.writableLength !== 0) response.setTimeout(timeout, () => response.destroy());
}
