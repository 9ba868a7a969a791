import type { IncomingMessage } from "node:http";
import { clockText, dateText, oneLine, subjectOf } from "../../core/calls";
import { isObject } from "../../model";
import type { HeardCall } from "../wire/request";
import type { HttpAnswer } from "./send";
import type { ServedMock } from "./served-mock";

const longestPath = 100;

/** Writes a line for each request, and one for each passage of time between or in them. */
export class RequestLog {
  readonly #aws: ServedMock;
  readonly #write: (line: string) => void;
  readonly #calls = new WeakMap<IncomingMessage, HeardCall>();
  /** The mock's time of the last line. */
  #last: number;

  constructor(aws: ServedMock, write: (line: string) => void) {
    this.#aws = aws;
    this.#write = write;
    this.#last = aws.state.now;
  }

  /** Notes which call a request makes. */
  heard(request: IncomingMessage, call: HeardCall): void {
    this.#calls.set(request, call);
  }

  /** Has a request answered, and writes it. */
  async around(request: IncomingMessage, answered: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
    const began = performance.now();
    this.#passed();
    const answer = withWholeBody(await answered());
    this.#passed();
    const call = this.#calls.get(request);
    const path = `${request.method} ${request.url?.slice(0, longestPath)}`;
    const what = call ? [call.operation, subjectOf(call.input)].filter(text => text !== undefined) : [path];
    const took = `${Math.round(performance.now() - began)} ms`;
    const line = [clockText(this.#last), ...what, "→", answer.status, took, refusalOf(answer)];
    this.#write(oneLine(line.filter(text => text !== undefined).join(" ")));
    return answer;
  }

  #passed(): void {
    const { now } = this.#aws.state;
    const from = this.#last;
    this.#last = now;
    // After a reset or a rollback it is earlier, which is no passage of time.
    if (now > from) this.#write(`${dateText(from)} → ${dateText(now)}`);
  }
}

/** The pieces of a refusal as a whole, to read its message; other answers may be very long. */
const withWholeBody = (answer: HttpAnswer): HttpAnswer =>
  answer.status >= 400 && typeof answer.body === "object"
    ? { ...answer, body: [...answer.body].join("") }
    : answer;

/** `ResourceNotFoundException: Backup vault nightly does not exist.` */
function refusalOf({ status, headers, body }: HttpAnswer): string | undefined {
  if (status < 400) return undefined;
  const content = typeof body === "string" ? parsed(body) : {};
  const texts = [headers["x-amzn-errortype"] ?? content["code"], content["message"] ?? content["Message"]];
  return texts.filter(text => typeof text === "string").join(": ") || undefined;
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
