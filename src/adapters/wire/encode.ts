import type { AwsError } from "../../core/basics";
import {
  isLiteral,
  isRecord,
  type OperationModel,
  type ServiceName,
  type Shape,
  type StructureShape,
  serviceModel,
} from "../../model";
import { errorStatus } from "../error-status";
import { noRequestId, type WireResponse } from "./request";

/** Converts a value from the SDK's form to that of the protocols. */
type Writer = (value: unknown) => unknown;

const asIs: Writer = value => value;

/** Dates are epoch seconds on the wire. */
const seconds: Writer = value => (value instanceof Date ? value.getTime() / 1000 : value);

/** The writer of a shape. Shapes without dates, which are most, need no conversion. */
function writerOf(shape: Shape, around: readonly Shape[]): Writer {
  switch (shape.type) {
    case "timestamp":
      return seconds;
    case "list": {
      const item = writerOf(shape.item, around);
      return item === asIs ? asIs : value => (Array.isArray(value) ? value.map(item) : value);
    }
    case "map": {
      const entry = writerOf(shape.value, around);
      if (entry === asIs) return asIs;
      return value =>
        isRecord(value)
          ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, entry(item)]))
          : value;
    }
    case "structure":
      // A shape that contains itself is resolved when it occurs.
      return around.includes(shape) ? value => structureWriter(shape)(value) : structureWriter(shape, around);
    default:
      return asIs;
  }
}

const structures = new WeakMap<StructureShape, Writer>();

function structureWriter(shape: StructureShape, around: readonly Shape[] = []): Writer {
  const known = structures.get(shape);
  if (known) return known;
  const dated = shape.members.flatMap(({ name, target }) => {
    const write = writerOf(target, [...around, shape]);
    return write === asIs ? [] : [{ name, write }];
  });
  const writeDates = (written: Record<string, unknown>): object => {
    for (const { name, write } of dated) {
      if (written[name] !== undefined) written[name] = write(written[name]);
    }
    return written;
  };
  // A literal is a copy made for this answer and may be changed; other objects in a stub's output may not.
  const writer: Writer =
    dated.length === 0
      ? asIs
      : value => (isLiteral(value) ? writeDates(value) : isRecord(value) ? writeDates({ ...value }) : value);
  structures.set(shape, writer);
  return writer;
}

const contentType = (service: ServiceName): string =>
  serviceModel(service).metadata.protocol === "awsJson1_1"
    ? "application/x-amz-json-1.1"
    : "application/json";

/** The response with an output. */
export function outputResponse(operation: OperationModel, output: object, requestId: string): WireResponse {
  const { status } = operation.http;
  return {
    status,
    headers: { "content-type": contentType(operation.service), "x-amzn-requestid": requestId },
    body: status === 204 ? "" : outputBody(operation, output),
  };
}

function outputBody(operation: OperationModel, output: object): string {
  // A stub's output may have come from a client.
  const body: object = "$metadata" in output ? { ...output, $metadata: undefined } : output;
  return JSON.stringify(structureWriter(operation.output)(body));
}

/** The response with an error of the service. */
export function errorResponse(service: ServiceName, error: AwsError, requestId: string): WireResponse {
  const model = serviceModel(service);
  const shape = model.error(error.name)?.shape;
  const members = Object.entries(error.members).filter(([name]) => !shape || shape.member(name));
  const body = {
    ...(model.metadata.protocol === "awsJson1_1" && { __type: error.name }),
    ...Object.fromEntries(members),
    ...(error.message !== "" && { Message: error.message }),
  };
  const { status } = errorStatus(service, error.name);
  return plainError(status, error.name, body, requestId, contentType(service));
}

/** The response to a request that is not a call of an operation, in a form that clients of every protocol read. */
export const refusal = (status: number, name: string, message: string): WireResponse =>
  plainError(status, name, { __type: name, message }, noRequestId);

const plainError = (
  status: number,
  name: string,
  body: object,
  requestId: string,
  type = "application/json",
): WireResponse => ({
  status,
  headers: { "content-type": type, "x-amzn-requestid": requestId, "x-amzn-errortype": name },
  body: JSON.stringify(body),
});
