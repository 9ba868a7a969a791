import type { IncomingMessage } from "node:http";
import { refusal } from "../wire/encode";
import { UnreadableRequest, type WireRequest } from "../wire/request";
import { type AccessProblem, accessProblem, type KnownHosts } from "./access";
import { Bodies } from "./body";
import { controlResponse, isControlPath, json } from "./control";
import { NamedSnapshots } from "./controls/named-snapshots";
import { LiveChanges, livePath } from "./live";
import { isForPage, pageAnswer } from "./page/page";
import type { RequestLog } from "./request-log";
import { type RequestTarget, readTarget } from "./request-target";
import type { HttpAnswer } from "./send";
import type { ServedMock } from "./served-mock";
import { Connections, Turns } from "./turns";

/** What an endpoint needs to answer requests. */
export interface AnswerOptions extends KnownHosts {
  readonly aws: ServedMock;
  readonly maxBodyBytes: number;
  readonly log: RequestLog | undefined;
}

/** Answers the requests to one endpoint. */
export class Answers {
  readonly #options: AnswerOptions;
  readonly #turns = new Turns();
  readonly #connections = new Connections();
  readonly #snapshots = new NamedSnapshots();
  readonly #live: LiveChanges;
  readonly #bodies: Bodies;

  constructor(options: AnswerOptions) {
    this.#options = options;
    this.#live = new LiveChanges(options.aws);
    this.#bodies = new Bodies(options.maxBodyBytes);
  }

  /** Answers a request to a control path, or for an operation of a service. */
  to(request: IncomingMessage): Promise<HttpAnswer> {
    return this.#connections.inOrder(request.socket, done => this.#answer(request, done));
  }

  /** Resolves when no request that changes something is under way. */
  idle(): Promise<void> {
    return this.#turns.idle();
  }

  /** Tells the log, if there is one, which call a request makes. */
  #heardBy(request: IncomingMessage): Pick<WireRequest, "heard"> {
    const { log } = this.#options;
    return log ? { heard: call => log.heard(request, call) } : {};
  }

  async #answer(request: IncomingMessage, done: () => void): Promise<HttpAnswer> {
    refuseOtherVersions(request);
    const target = readTarget(request.url ?? "");
    const { path } = target;
    const problem = accessProblem(request, this.#options);
    if (problem) {
      request.resume();
      return forbidden(path, problem);
    }
    return this.#bodies.with(request, body => this.#answerTo(request, target, body, done));
  }

  async #answerTo(
    request: IncomingMessage,
    { path, query }: RequestTarget,
    body: Uint8Array,
    done: () => void,
  ): Promise<HttpAnswer> {
    const { aws } = this.#options;
    const { method = "", socket } = request;
    if (isForPage(request, path, query)) return pageAnswer();
    if (method === "GET" && path === livePath) return this.#live.answer();
    if (isControlPath(path)) {
      const isAbandoned = () => socket.destroyed;
      const controlled = { aws, turns: this.#turns, snapshots: this.#snapshots };
      return controlResponse(controlled, { method, path, query, body, isAbandoned });
    }
    const call = {
      method,
      path,
      query,
      headers: headersOf(request),
      body,
      size: body.length,
      ...this.#heardBy(request),
    };
    const dispatch = () => {
      const answer = aws.requestHandler.answer(call);
      this.#live.answered();
      // A stub may delay its answer until the next request of this connection moves the clock.
      done();
      return answer;
    };
    return isRead(call) ? dispatch() : this.#turns.change(dispatch);
  }
}

function refuseOtherVersions({ httpVersion, headers }: IncomingMessage): void {
  if (httpVersion === "1.1" && headers.host !== undefined) return;
  throw new UnreadableRequest("BadRequest", 400, "The request is not valid HTTP/1.1.");
}

/** Whether a call only reads. All operations of FSx use POST, so their names tell. */
const isRead = ({ method, headers }: WireRequest): boolean =>
  method === "GET" || /\.(?:Describe|List|Get)[A-Z]/.test(headers["x-amz-target"] ?? "");

/** The refusal in the form of the path: that of control paths, or that of AWS. */
const forbidden = (path: string, { code, message }: AccessProblem): HttpAnswer =>
  isControlPath(path) ? json(403, { code, message }) : refusal(403, code, message);

/** The headers that identify the operation and the caller. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const { authorization, "x-amz-target": target } = headers;
  return {
    ...(authorization !== undefined && { authorization }),
    ...(typeof target === "string" && { "x-amz-target": target }),
  };
}
