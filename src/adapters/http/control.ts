import { messageOf, readPlace } from "../../core/basics";
import { bodyObject, refuseDeep } from "../wire/decode";
import { UnreadableRequest } from "../wire/request";
import { readClockMove, readFixture, readMembers } from "./control-input";
import { mockCodeOf } from "./failures";
import { jsonText } from "./json-text";
import { callAsJson, placeAsJson } from "./json-views";
import { MoveStopped, moveClock } from "./moves";
import type { RequestTarget } from "./request-target";
import type { HttpAnswer } from "./send";
import type { ServedMock, ServedPlace } from "./served-mock";
import type { Turns } from "./turns";

/** A request to one of the control paths. */
export interface ControlRequest extends RequestTarget {
  readonly method: string;
  readonly body: Uint8Array;
  /** Whether the client has gone. */
  isAbandoned(): boolean;
}

/** What a control works on. */
interface Controlled {
  readonly aws: ServedMock;
  readonly turns: Turns;
  readonly query: object;
  readonly content: object;
  isAbandoned(): boolean;
}

/** Handles the requests to a path. Its result is the answer. */
type Control = (controlled: Controlled) => unknown;

const root = "/_mock";

const controls: Readonly<Record<string, Control>> = {
  "GET /_mock/state": ({ aws, query }) => placeAsJson(placeIn(aws, query)),
  "GET /_mock/calls": ({ aws, query }) => {
    const wanted = readMembers("the calls", query, ["service", "operation"]);
    return aws
      .calls()
      .filter(({ service }) => wanted.service === undefined || wanted.service === service)
      .filter(({ operation }) => wanted.operation === undefined || wanted.operation === operation)
      .map(callAsJson);
  },
  "GET /_mock/events": ({ aws }) => aws.events(),
  "GET /_mock/clock": ({ aws }) => ({ now: new Date(aws.state.now) }),
  "POST /_mock/clock": ({ aws, turns, content, isAbandoned }) =>
    turns.move(async () => moveClock(aws, readClockMove(content, aws.state.now), isAbandoned)),
  "POST /_mock/reset": ({ aws, turns }) =>
    turns.change(() => {
      aws.reset();
      return {};
    }),
  "POST /_mock/seed": ({ aws, turns, query, content }) =>
    turns.change(() => placeIn(aws, query).seed(readFixture(content))),
};

export const isControlPath = (path: string): boolean => path === root || path.startsWith(`${root}/`);

/** Does what a request asks for. An invalid request changes nothing. */
export async function controlResponse(
  aws: ServedMock,
  turns: Turns,
  request: ControlRequest,
): Promise<HttpAnswer> {
  const { method, path, query, body } = request;
  const name = `${method} ${path}`;
  const control = Object.hasOwn(controls, name) ? controls[name] : undefined;
  if (!control) return notThere(path);
  try {
    const content = bodyObject(body);
    refuseDeep(content);
    const isAbandoned = () => request.isAbandoned();
    return json(200, await control({ aws, turns, query, content, isAbandoned }));
  } catch (thrown) {
    if (thrown instanceof MoveStopped) return json(409, { code: "ClockStopped", message: thrown.message });
    const code = mockCodeOf(thrown) ?? (thrown instanceof UnreadableRequest ? thrown.name : undefined);
    return json(code === undefined ? 500 : 400, {
      code: code ?? "InternalFailure",
      message: messageOf(thrown),
    });
  }
}

function notThere(path: string): HttpAnswer {
  const names = Object.keys(controls);
  const methods = names.filter(name => name.endsWith(` ${path}`)).map(name => name.split(" ")[0]);
  const message = `The control paths are ${names.join(", ")}.`;
  return methods.length === 0
    ? json(404, { code: "NotFound", message })
    : json(405, { code: "MethodNotAllowed", message }, { allow: methods.join(", ") });
}

/** An answer of the mock itself, in JSON. */
export const json = (status: number, value: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: jsonText(value),
});

function placeIn(aws: ServedMock, query: object): ServedPlace {
  return aws.in(readPlace(query));
}
