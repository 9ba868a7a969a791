import { type ServiceName, serviceModel } from "../model";
import { loadedRegistry, type Registry, registryOf } from "./registries";
import { isObject, member, type SdkArgs, type SdkClient, type SdkContext } from "./sdk";

export type ExceptionClass = new (options: object) => Error;

/** What leads to a client's classes: its command, what the SDK says of it, and the client where it is known. */
export interface ClassSource {
  readonly service: ServiceName;
  readonly context: SdkContext;
  readonly command: SdkArgs;
  readonly client: SdkClient | undefined;
}

/** The client's own class for an error, and its base class for one that its model does not declare. */
export function knownClass(name: string, source: ClassSource): ExceptionClass | undefined {
  const operationSchema = source.context.__smithy_context?.operationSchema;
  if (!isObject(operationSchema)) return learned(source.command)?.get(name);
  const { namespace } = serviceModel(source.service).metadata;
  return (
    registeredClass(name, source.service, registryOf(source.client?.config.protocol)) ??
    // A client of 3.943 to 3.1026 fills its own registry with the first error from the wire only.
    registeredClass(name, source.service, loadedRegistry(namespace, operationSchema))
  );
}

function registeredClass(
  name: string,
  service: ServiceName,
  registry: Registry | undefined,
): ExceptionClass | undefined {
  const { namespace, sdkId } = serviceModel(service).metadata;
  return (
    classIn(registry, `${namespace}#${name}`) ??
    classIn(registry, `smithy.ts.sdk.synthetic.${namespace}#${sdkId}ServiceException`)
  );
}

function classIn(registry: Registry | undefined, shapeId: string): ExceptionClass | undefined {
  const Class = registry?.exceptions.get(registry.schemas.get(shapeId));
  return isExceptionClass(Class) ? Class : undefined;
}

const isExceptionClass = (value: unknown): value is ExceptionClass =>
  typeof value === "function" && isObject(value.prototype);

const classesLearned = new WeakMap<object, Map<string, ExceptionClass>>();

const learned = ({ deserialize }: SdkArgs): Map<string, ExceptionClass> | undefined =>
  isObject(deserialize) ? classesLearned.get(deserialize) : undefined;

/**
 * Lets a command of a client before 3.943 tell its class for an error. It knows no schemas, but makes exceptions where
 * it reads responses, so it is given one to read.
 */
export function learnClass(
  name: string,
  { command }: ClassSource,
): Promise<ExceptionClass | undefined> | undefined {
  const { deserialize } = command;
  if (typeof deserialize !== "function") return undefined;
  const response = {
    statusCode: 400,
    headers: { "x-amzn-errortype": name },
    body: new TextEncoder().encode(JSON.stringify({ __type: name })),
  };
  const context = {
    streamCollector: async (body: unknown) => body,
    utf8Encoder: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
  };
  const remember = (thrown: unknown): ExceptionClass | undefined => {
    const Class: unknown = member(thrown, "$fault") ? member(thrown, "constructor") : undefined;
    if (!isExceptionClass(Class)) return undefined;
    const classes = classesLearned.get(deserialize) ?? new Map<string, ExceptionClass>();
    classesLearned.set(deserialize, classes.set(name, Class));
    return Class;
  };
  return Promise.resolve(Reflect.apply(deserialize, command, [response, context])).then(
    () => undefined,
    remember,
  );
}
