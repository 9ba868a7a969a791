import { type ServiceName, serviceModel } from "../model";
import type { ExceptionClass } from "./exception-classes";

const standIns = new Map<string, ExceptionClass>();

/**
 * For clients whose own classes are out of reach, such as bundled ones: a class named as the client's own, in a chain
 * of classes named as the client's. `instanceof` of clients since 3.922 goes by these names.
 */
export function standIn(service: ServiceName, name: string): ExceptionClass {
  const { sdkId } = serviceModel(service).metadata;
  const base = remembered(`${sdkId}ServiceException`, () =>
    named(`${sdkId}ServiceException`, ServiceException),
  );
  if (!serviceModel(service).error(name)) return base;
  return remembered(`${service} ${name}`, () => named(name, base));
}

function remembered(key: string, make: () => ExceptionClass): ExceptionClass {
  const Class = standIns.get(key) ?? make();
  standIns.set(key, Class);
  return Class;
}

class ServiceException extends Error {
  constructor(options: object) {
    super();
    Object.assign(this, options);
  }
}

function named(name: string, Base: ExceptionClass): ExceptionClass {
  const Class = class extends Base {};
  Object.defineProperty(Class, "name", { value: name });
  return Class;
}
