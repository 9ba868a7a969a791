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
  if (!isObject(operationSchema)) return learned(source, name);
  const { namespace } = serviceModel(source.service).metadata;
  return (
    registeredClass(name, source.service, registryOf(source.client?.config.protocol)) ??
    // A client of 3.943 to 3.1026 has no registry of its own, or fills it with the first error from the wire.
    registeredClass(name, source.service, loadedRegistry(namespace, operationSchema)) ??
    learned(source, name)
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

// A client that cannot be looked into makes exceptions where it reads responses all the same, so it is given one to read.

const classesLearned = new WeakMap<object, Map<string, ExceptionClass>>();

/** What reads responses: the command until 3.928, then the client's protocol. */
function readerOf({ command, client, context }: ClassSource): Reader | undefined {
  const { deserialize } = command;
  if (typeof deserialize === "function") {
    return { key: deserialize, read: response => deserialize.call(command, response, serdeContext) };
  }
  const protocol = client?.config.protocol;
  const deserializeResponse = member(protocol, "deserializeResponse");
  if (!isObject(protocol) || typeof deserializeResponse !== "function") return undefined;
  const [, namespace, name] = Object.values(context.__smithy_context?.operationSchema ?? {});
  const operation = { namespace, name, traits: {}, input: "unit", output: "unit" };
  return {
    key: protocol,
    read: response =>
      deserializeResponse.call(protocol, operation, { ...client?.config, ...serdeContext }, response),
  };
}

interface Reader {
  readonly key: object;
  read(response: object): unknown;
}

const serdeContext = {
  streamCollector: async (body: unknown) => body,
  utf8Encoder: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
};

const learned = (source: ClassSource, name: string): ExceptionClass | undefined => {
  const reader = readerOf(source);
  return reader && classesLearned.get(reader.key)?.get(name);
};

/** Lets a client tell its class for an error. */
export async function learnClass(name: string, source: ClassSource): Promise<ExceptionClass | undefined> {
  const reader = readerOf(source);
  if (!reader) return undefined;
  const response = {
    statusCode: 400,
    headers: { "x-amzn-errortype": name },
    body: new TextEncoder().encode(JSON.stringify({ __type: name })),
  };
  try {
    await reader.read(response);
  } catch (thrown) {
    const Class: unknown = member(thrown, "$fault") ? member(thrown, "constructor") : undefined;
    if (!isExceptionClass(Class)) return undefined;
    const classes = classesLearned.get(reader.key) ?? new Map<string, ExceptionClass>();
    classesLearned.set(reader.key, classes.set(name, Class));
    return Class;
  }
  return undefined;
}
