import type { AwsError } from "../../core/errors";
import {
  type OperationModel,
  type ServiceName,
  type Shape,
  type StructureShape,
  serviceModel,
} from "../../model";
import { errorStatus } from "../error-status";
import type { WireResponse } from "./request";

/** A value in the SDK's form as the JSON protocols write it: dates as epoch seconds. */
function toBody(shape: Shape, value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (typeof value !== "object" || value === null) return value;
  if (shape.type === "list" && Array.isArray(value)) return value.map(item => toBody(shape.item, item));
  if (shape.type === "map") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toBody(shape.value, item)]));
  }
  return shape.type === "structure" ? structureToBody(shape, value) : value;
}

function structureToBody(shape: StructureShape, value: object): object {
  const members: [string, unknown][] = [];
  for (const [name, item] of Object.entries(value)) {
    const member = shape.member(name);
    if (member && item !== undefined) members.push([name, toBody(member.target, item)]);
  }
  return Object.fromEntries(members);
}

const contentType = (service: ServiceName): string =>
  serviceModel(service).metadata.protocol === "awsJson1_1"
    ? "application/x-amz-json-1.1"
    : "application/json";

/** The response that carries an output. */
export function outputResponse(operation: OperationModel, output: object, requestId: string): WireResponse {
  const { status } = operation.http;
  return {
    status,
    headers: { "content-type": contentType(operation.service), "x-amzn-requestid": requestId },
    body: status === 204 ? "" : JSON.stringify(structureToBody(operation.output, output)),
  };
}

/** The response that carries an error of the service. */
export function errorResponse(service: ServiceName, error: AwsError, requestId: string): WireResponse {
  const shape = serviceModel(service).error(error.name)?.shape;
  const members = shape ? structureToBody(shape, { ...error.members }) : error.members;
  const body = {
    ...(serviceModel(service).metadata.protocol === "awsJson1_1" && { __type: error.name }),
    ...members,
    ...(error.message !== "" && { Message: error.message }),
  };
  return plainError(
    errorStatus(service, error.name).status,
    error.name,
    body,
    requestId,
    contentType(service),
  );
}

/** An error response of any body. */
export const plainError = (
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
