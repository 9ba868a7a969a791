import type { EvidenceAnswer, EvidenceCall } from "aws-backup-mock/evidence";
import { isObject, type OperationModel, type Shape, serviceModel } from "../../src/model/index";

/** Where requests go, and whose they are. */
export interface WireClient {
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
}

/**
 * Sends a call in the service's protocol without an SDK, as the model says it: for operations that the installed clients
 * are too old for.
 */
export async function sendByWire(client: WireClient, call: EvidenceCall): Promise<EvidenceAnswer> {
  const operation = serviceModel(call.service).operation(call.operation);
  if (!operation) {
    const message = `The model has no operation ${call.operation}.`;
    return { error: { name: "UnknownOperation", message, status: undefined, members: {} } };
  }
  const { path, ...request } = requestOf(operation, { ...call.input }, client);
  const response = await fetch(`${client.url}${path}`, request);
  const text = await response.text();
  const body: unknown = text === "" ? {} : JSON.parse(text);
  const content = isObject(body) ? body : {};
  if (response.ok) return { output: read(operation.output, content) };
  const { __type, Message, message, ...members } = content;
  return {
    error: {
      name: response.headers.get("x-amzn-errortype") ?? String(__type),
      message: String(Message ?? message ?? ""),
      status: response.status,
      members,
    },
  };
}

function requestOf(operation: OperationModel, input: Readonly<Record<string, unknown>>, client: WireClient) {
  const { metadata } = serviceModel(operation.service);
  const { targetPrefix, signingName } = metadata;
  const labels = operation.input.members.filter(({ label }) => label);
  const inQuery = operation.input.members.filter(({ query }) => query !== undefined);
  const elsewhere = [...labels, ...inQuery].map(({ name }) => name);
  const path = labels.reduce(
    (uri, { name }) => uri.replace(new RegExp(`\\{${name}\\+?\\}`), encodeURIComponent(String(input[name]))),
    operation.http.uri,
  );
  const query = inQuery.flatMap(({ name, query = "" }) =>
    [input[name] ?? []].flat().map(value => `${query}=${encodeURIComponent(inQueryForm(value))}`),
  );
  const separator = path.includes("?") ? "&" : "?";
  const body = Object.entries(input).filter(([name]) => !elsewhere.includes(name));
  const credential = `${client.accessKeyId}/20260101/${client.region}/${signingName}/aws4_request`;
  return {
    path: query.length > 0 ? `${path}${separator}${query.join("&")}` : path,
    method: operation.http.method,
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0`,
      ...(targetPrefix && { "x-amz-target": `${targetPrefix}.${operation.name}` }),
    },
    ...(operation.http.method !== "GET" && { body: JSON.stringify(written(Object.fromEntries(body))) }),
  };
}

const inQueryForm = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));

/** Instants are epoch seconds in JSON. */
function written(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(written);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, written(member)]));
}

/** An output in the SDK's form. */
function read(shape: Shape, value: object): object {
  const made = readValue(shape, value);
  return isObject(made) ? made : {};
}

function readValue(shape: Shape, value: unknown): unknown {
  if (shape.type === "timestamp" && typeof value === "number") return new Date(value * 1000);
  if (shape.type === "list" && Array.isArray(value)) return value.map(item => readValue(shape.item, item));
  if (!isObject(value)) return value;
  const shapeOf = (name: string): Shape | undefined =>
    shape.type === "map" ? shape.value : shape.type === "structure" ? shape.member(name)?.target : undefined;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const inner = shapeOf(name);
      return [name, inner ? readValue(inner, member) : member];
    }),
  );
}
