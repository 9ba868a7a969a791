import { messageOf, readPlace } from "../../core/basics";
import { bodyObject, refuseDeep } from "../wire/decode";
import { UnreadableRequest, type WireResponse } from "../wire/request";
import { type ClockMove, readClockMove, readFixture, readMembers } from "./control-input";
import { mockCodeOf } from "./failures";
import type { RequestTarget } from "./request-target";
import type { ServedMock, ServedPlace } from "./served-mock";
import { shownCall, shownPlace } from "./shown";

/** A request to one of the mock's own paths. */
export interface ControlRequest extends RequestTarget {
  readonly method: string;
  readonly body: Uint8Array;
}

/** Does what a path is for; what it returns is the answer. */
type Control = (aws: ServedMock, query: object, content: object) => unknown;

const root = "/_mock";

const controls: Readonly<Record<string, Control>> = {
  "GET /_mock/state": (aws, query) => shownPlace(placeIn(aws, query)),
  "GET /_mock/calls": (aws, query) => {
    const wanted = readMembers("the calls", query, ["service", "operation"]);
    return aws
      .calls()
      .filter(({ service }) => wanted.service === undefined || wanted.service === service)
      .filter(({ operation }) => wanted.operation === undefined || wanted.operation === operation)
      .map(shownCall);
  },
  "GET /_mock/events": aws => aws.events(),
  "GET /_mock/clock": aws => ({ now: new Date(aws.state.now) }),
  "POST /_mock/clock": (aws, _query, content) => move(aws, readClockMove(content, aws.state.now)),
  "POST /_mock/reset": aws => {
    aws.reset();
    return {};
  },
  "POST /_mock/seed": (aws, query, content) => placeIn(aws, query).seed(readFixture(content)),
};

export const isControlPath = (path: string): boolean => path === root || path.startsWith(`${root}/`);

/** Does what the request asks, or nothing: a request that cannot be meant has changed nothing. */
export async function controlResponse(aws: ServedMock, request: ControlRequest): Promise<WireResponse> {
  const { method, path, query, body } = request;
  const name = `${method} ${path}`;
  const control = Object.hasOwn(controls, name) ? controls[name] : undefined;
  if (!control) return notThere(path);
  try {
    const content = bodyObject(body);
    refuseDeep(content);
    return json(200, await control(aws, query, content));
  } catch (thrown) {
    const code = mockCodeOf(thrown) ?? (thrown instanceof UnreadableRequest ? thrown.name : undefined);
    return json(code === undefined ? 500 : 400, {
      code: code ?? "InternalFailure",
      message: messageOf(thrown),
    });
  }
}

function notThere(path: string): WireResponse {
  const names = Object.keys(controls);
  const methods = names.filter(name => name.endsWith(` ${path}`)).map(name => name.split(" ")[0]);
  const message = `There are ${names.join(", ")}.`;
  return methods.length === 0
    ? json(404, { code: "NotFound", message })
    : json(405, { code: "MethodNotAllowed", message }, { allow: methods.join(", ") });
}

const json = (status: number, value: unknown, headers: Record<string, string> = {}): WireResponse => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(value),
});

function placeIn(aws: ServedMock, query: object): ServedPlace {
  return aws.in(readPlace(query));
}

function move(aws: ServedMock, to: ClockMove) {
  if ("settle" in to) return aws.settle();
  return "advance" in to ? aws.clock.advance(to.advance) : aws.clock.set(to.now);
}
