import { type ServiceName, serviceModel } from "../model";
import type { ExceptionClass } from "./exception-classes";

const fallbackClasses = new Map<string, ExceptionClass>();

/**
 * A class for clients whose own classes cannot be found, such as bundled ones. Names and chain are those of the client's
 * classes: `instanceof` compares names since 3.922, and shape ids since 3.943.
 */
export function fallbackClass(service: ServiceName, name: string): ExceptionClass {
  const { sdkId, namespace } = serviceModel(service).metadata;
  const base = named(`smithy.ts.sdk.synthetic.${namespace}#${sdkId}ServiceException`, ServiceException);
  return serviceModel(service).error(name) ? named(`${namespace}#${name}`, base) : base;
}

function named(shapeId: string, Base: ExceptionClass): ExceptionClass {
  const known = fallbackClasses.get(shapeId);
  if (known) return known;
  const Class = class extends Base {
    static readonly shapeId = shapeId;
  };
  Object.defineProperty(Class, "name", { value: shapeId.split("#")[1] });
  fallbackClasses.set(shapeId, Class);
  return Class;
}

class ServiceException extends Error {
  constructor(options: object) {
    super();
    Object.assign(this, options);
  }
}
