import type { Member, OperationModel, Shape, StructureShape } from "../../model";
import { bodyText, UnreadableRequest, type WireRequest } from "./request";

const unreadable = (message: string): UnreadableRequest =>
  new UnreadableRequest("SerializationException", 400, message);

/** More values than any input of AWS has. Parsing and copying millions would block other requests for seconds. */
const maxValues = 250_000;

/** Counts separators, also those within strings: a cheap upper bound, so that a body is refused before it is parsed. */
function hasTooManyValues(text: string): boolean {
  if (text.length < maxValues) return false;
  let values = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isSeparator = code === comma || code === openingBracket || code === openingBrace;
    if (isSeparator && ++values > maxValues) return true;
  }
  return false;
}

const comma = ",".charCodeAt(0);
const openingBracket = "[".charCodeAt(0);
const openingBrace = "{".charCodeAt(0);

/** The JSON object in the body of a call; an empty body is an empty object. */
export function bodyObject(body: unknown): object {
  if (body === undefined || body === null) return {};
  const text = bodyText(body);
  if (text.trim() === "") return {};
  if (hasTooManyValues(text)) throw unreadable(`The body has more than ${maxValues} values.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable("The body is not valid JSON.");
  }
  if (value === null) return {};
  if (typeof value !== "object" || Array.isArray(value)) throw unreadable("The body is not a JSON object.");
  return value;
}

/** Inputs of AWS have about a dozen levels. */
const deepest = 100;

/** Refuses values so deep that copying them would overflow the stack. */
export function refuseDeep(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw unreadable(`The body is nested more than ${deepest} levels deep.`);
    level = level.flatMap(each => (typeof each === "object" && each !== null ? Object.values(each) : []));
  }
}

/**
 * The input of an operation in the SDK's form, from path, query and body. A value of a wrong type stays as it is, and the
 * validator reports it.
 */
export function readWireInput(
  operation: OperationModel,
  request: WireRequest,
  labels: ReadonlyMap<string, string>,
): object {
  const body = bodyObject(request.body);
  const input: Record<string, unknown> = {};
  for (const member of operation.input.members) {
    const value = member.label
      ? labels.get(member.name)
      : member.query !== undefined
        ? fromQuery(member, request.query[member.query])
        : fromBody(member.target, own(body, member.name));
    if (value !== undefined && value !== null) input[member.name] = value;
  }
  return input;
}

/** An own member: never one that every object inherits. */
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
      return decimal.test(text) ? Number(text) : text;
    case "timestamp":
      return dateOr(text, Date.parse(text));
    default:
      return text;
  }
}

const decimal = /^[+-]?\d{1,20}(\.\d{1,20})?$/;

function dateOr(value: unknown, time: number): unknown {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? value : date;
}

/** A value of a JSON body in the SDK's form. Timestamps are epoch seconds; some tools write them as strings. */
function fromBody(shape: Shape, value: unknown): unknown {
  if (typeof value !== "object" || value === null) {
    if (shape.type !== "timestamp") return value;
    if (typeof value === "number") return dateOr(value, value * 1000);
    return typeof value === "string" ? dateOr(value, Date.parse(value)) : value;
  }
  if (Array.isArray(value)) {
    return shape.type === "list" ? value.map(item => fromBody(shape.item, item)) : misplaced(value);
  }
  if (shape.type === "map") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fromBody(shape.value, item)]));
  }
  return shape.type === "structure" ? structureFromBody(shape, value) : misplaced(value);
}

/** A value of a wrong type, whose depth no shape bounds. */
function misplaced(value: object): object {
  refuseDeep(value);
  return value;
}

/** The members of a JSON object that a structure has, in the SDK's form. */
export function structureFromBody(shape: StructureShape, value: object): object {
  const members: Record<string, unknown> = {};
  for (const { name, target } of shape.members) {
    const item = own(value, name);
    if (item !== undefined && item !== null) members[name] = fromBody(target, item);
  }
  return members;
}
