import type { Member, OperationModel, Shape, StructureShape } from "../../model";
import { UnreadableRequest, type WireRequest } from "./request";

const unreadable = (message: string): UnreadableRequest =>
  new UnreadableRequest("SerializationException", 400, message);

/** The JSON object that a body holds; an empty body counts as an empty object. */
function bodyObject(body: string): object {
  if (body.trim() === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw unreadable("The body is not valid JSON.");
  }
  if (value === null) return {};
  if (typeof value !== "object" || Array.isArray(value)) throw unreadable("The body is not a JSON object.");
  return value;
}

/**
 * The input of an operation in the SDK's form, from wherever its members travel. What has the wrong type is left as it
 * is: the validator says what is wrong with it.
 */
export function readWireInput(
  operation: OperationModel,
  request: WireRequest,
  labels: ReadonlyMap<string, string>,
): object {
  const body = bodyObject(request.body);
  const members: [string, unknown][] = [];
  for (const member of operation.input.members) {
    const value = member.label
      ? labels.get(member.name)
      : member.query !== undefined
        ? fromQuery(member, request.query[member.query])
        : fromBody(member.target, own(body, member.name));
    if (value !== undefined && value !== null) members.push([member.name, value]);
  }
  return Object.fromEntries(members);
}

/** Only what the caller sent: never what every object inherits. */
const own = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

type QueryValue = WireRequest["query"][string];

function fromQuery({ target }: Member, value: QueryValue): unknown {
  if (value === undefined || value === null) return undefined;
  if (target.type === "list") {
    const items = typeof value === "string" ? [value] : value;
    return items.map(item => fromText(target.item, item));
  }
  return fromText(target, typeof value === "string" ? value : (value[0] ?? ""));
}

function fromText(shape: Shape, text: string): unknown {
  switch (shape.type) {
    case "boolean":
      return text === "true" ? true : text === "false" ? false : text;
    case "integer":
    case "long":
    case "double":
      return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
    case "timestamp":
      return dateOr(text, Date.parse(text));
    default:
      return text;
  }
}

const dateOr = (value: unknown, time: number): unknown => (Number.isNaN(time) ? value : new Date(time));

/** A value of a JSON body in the SDK's form. Timestamps are epoch seconds there; some tools write them as texts. */
function fromBody(shape: Shape, value: unknown): unknown {
  if (shape.type === "timestamp") {
    if (typeof value === "number") return dateOr(value, value * 1000);
    return typeof value === "string" ? dateOr(value, Date.parse(value)) : value;
  }
  if (typeof value !== "object" || value === null) return value;
  if (shape.type === "list")
    return Array.isArray(value) ? value.map(item => fromBody(shape.item, item)) : value;
  if (Array.isArray(value)) return value;
  if (shape.type === "map") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fromBody(shape.value, item)]));
  }
  return shape.type === "structure" ? structureFromBody(shape, value) : value;
}

function structureFromBody(shape: StructureShape, value: object): object {
  const members: [string, unknown][] = [];
  for (const { name, target } of shape.members) {
    const item = own(value, name);
    if (item !== undefined && item !== null) members.push([name, fromBody(target, item)]);
  }
  return Object.fromEntries(members);
}
