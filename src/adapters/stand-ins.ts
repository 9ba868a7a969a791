import { type ServiceName, serviceModel } from "../model";
import type { ExceptionClass } from "./exception-classes";

const standIns = new Map<string, ExceptionClass>();

/**
 * For clients whose own classes are out of reach, such as bundled ones: a class named as the client's own, in a chain
 * of classes named as the client's. `instanceof` of clients since 3.922 goes by names, since 3.943 by shape ids too.
 */
export function standIn(service: ServiceName, name: string): ExceptionClass {
  const { sdkId, namespace } = serviceModel(service).metadata;
  const base = named(`smithy.ts.sdk.synthetic.${namespace}#${sdkId}ServiceException`, ServiceException);
  return serviceModel(service).error(name) ? named(`${namespace}#${name}`, base) : base;
}

function named(shapeId: string, Base: ExceptionClass): ExceptionClass {
  const known = standIns.get(shapeId);
  if (known) return known;
  const Class = class extends Base {
    static readonly shapeId = shapeId;
  };
  Object.defineProperty(Class, "name", { value: shapeId.split("#")[1] });
  standIns.set(shapeId, Class);
  return Class;
}

class ServiceException extends Error {
  constructor(options: object) {
    super();
    Object.assign(this, options);
  }
}
