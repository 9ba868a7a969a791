import { messageOf, nearest, quoted } from "../../core/basics";
import { bodyObject, refuseDeep } from "../wire/decode";
import { UnreadableRequest } from "../wire/request";
import { allControls, controlsByName, pathOf } from "./controls/all-controls";
import type { Controlled } from "./controls/control";
import { Document } from "./controls/document";
import { mockCodeOf } from "./failures";
import { jsonText } from "./json-text";
import { MoveStopped } from "./moves";
import type { RequestTarget } from "./request-target";
import type { HttpAnswer } from "./send";

/** A request to one of the control paths. */
export interface ControlRequest extends RequestTarget {
  readonly method: string;
  readonly body: Uint8Array;
  /** Whether the client has gone. */
  isAbandoned(): boolean;
}

const root = "/_mock";

export const isControlPath = (path: string): boolean => path === root || path.startsWith(`${root}/`);

/** Does what a request asks for. An invalid request changes nothing. */
export async function controlResponse(controlled: Controlled, request: ControlRequest): Promise<HttpAnswer> {
  const { method, path, query, body } = request;
  const control = controlsByName.get(`${method} ${path}`);
  if (!control) return notThere(path);
  try {
    const content = bodyObject(body);
    refuseDeep(content);
    const isAbandoned = () => request.isAbandoned();
    const answer = await control.answer(controlled, { method, query, content, isAbandoned });
    return answer instanceof Document ? documentAnswer(answer) : json(200, answer);
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
  const names = [...controlsByName.keys()];
  const methods = names.filter(name => name.endsWith(` ${path}`)).map(name => name.split(" ")[0]);
  if (methods.length > 0) {
    const allow = methods.join(", ");
    const message = `The control path ${path} answers ${allow}.`;
    return json(405, { code: "MethodNotAllowed", message }, { allow });
  }
  const meant = nearest(path, allControls.map(pathOf));
  const hint = meant === undefined ? "" : ` Did you mean ${meant}?`;
  const message = `There is no control path ${quoted(path)}.${hint} The control paths are ${names.join(", ")}.`;
  return json(404, { code: "NotFound", message });
}

/** A document that a browser may show, and that can do nothing there. */
const documentAnswer = ({ type, text }: Document): HttpAnswer => ({
  status: 200,
  headers: {
    "content-type": type,
    "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    "x-content-type-options": "nosniff",
  },
  body: text,
});

/** An answer of the mock itself, in JSON. */
export const json = (status: number, value: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: jsonText(value),
});
