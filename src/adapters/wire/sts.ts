import { AwsError, globalArn, messageOf, type Place } from "../../core/basics";
import {
  bodyText,
  headerOf,
  noRequestId,
  UnreadableRequest,
  type WireRequest,
  type WireResponse,
} from "./request";
import type { Signature } from "./routes";

/** The version of the API that every client names. */
const namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

/**
 * The action of a request in the query protocol of AWS STS, which tools begin with to see that their credentials work.
 * Undefined for requests to other services.
 */
export function stsAction(
  { method, path, query, headers, body }: WireRequest,
  signature: Signature,
): string | undefined {
  if (path !== "/" || (signature.service ?? "sts") !== "sts") return undefined;
  if (headerOf(headers, "x-amz-target") !== undefined) return undefined;
  if (method === "GET") return textOf(query["Action"]);
  if (method !== "POST" || body === undefined || body === null) return undefined;
  return new URLSearchParams(bodyText(body)).get("Action") ?? textOf(query["Action"]);
}

const textOf = (value: WireRequest["query"][string]): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** The answer to GetCallerIdentity. The mock knows no users, so the caller is the root user of its account. */
export const callerIdentity = (place: Place): WireResponse =>
  xml(
    200,
    element(
      "GetCallerIdentityResponse",
      element(
        "GetCallerIdentityResult",
        element("Arn", text(globalArn("iam", place, "root"))) +
          element("UserId", text(place.accountId)) +
          element("Account", text(place.accountId)),
      ) + element("ResponseMetadata", element("RequestId", noRequestId)),
    ),
  );

/** The answer to an action that fails, in the form that clients of this protocol read. */
export function stsFailure(thrown: unknown): WireResponse {
  const [status, code] =
    thrown instanceof UnreadableRequest ? [thrown.status, thrown.name] : [501, codeOf(thrown)];
  const error =
    element("Type", "Sender") + element("Code", text(code)) + element("Message", text(messageOf(thrown)));
  return xml(status, element("ErrorResponse", element("Error", error) + element("RequestId", noRequestId)));
}

function codeOf(thrown: unknown): string {
  if (thrown instanceof AwsError) return thrown.name;
  return thrown instanceof Error && "code" in thrown ? String(thrown.code) : "InternalFailure";
}

const xml = (status: number, root: string): WireResponse => ({
  status,
  headers: { "content-type": "text/xml", "x-amzn-requestid": noRequestId },
  body: root.replace(">", ` xmlns="${namespace}">`),
});

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const text = (value: string): string => value.replace(/[&<>]/g, character => escapes[character] ?? character);
