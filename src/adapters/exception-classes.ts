import { type ServiceName, serviceModel } from "../model";
import { loadedRegistry, type Registry, registryOf } from "./registries";
import { isObject, member, type SdkArgs, type SdkClient, type SdkContext } from "./sdk";

export type ExceptionClass = new (options: object) => Error;

/** Where a client's exception classes can be found. */
export interface ClassSource {
  readonly service: ServiceName;
  readonly context: SdkContext;
  readonly command: SdkArgs;
  readonly client: SdkClient | undefined;
}

/** The client's own class for an error; its base class for an error that its model does not declare. */
export function knownClass(name: string, source: ClassSource): ExceptionClass | undefined {
  const operationSchema = source.context.__smithy_context?.operationSchema;
  if (!isObject(operationSchema)) return discovered(source, name);
  const { namespace } = serviceModel(source.service).metadata;
  return (
    registeredClass(name, source.service, registryOf(source.client?.config.protocol)) ??
    // Clients of 3.943 to 3.1026 have no registry, or fill it with the first error from the wire.
    registeredClass(name, source.service, loadedRegistry(namespace, operationSchema)) ??
    discovered(source, name)
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

// Other clients show their classes only when they read an error response, so they are given one to read.

const discoveredClasses = new WeakMap<object, Map<string, ExceptionClass>>();

/** The reader of responses: the command up to 3.928, then the client's protocol. */
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

const discovered = (source: ClassSource, name: string): ExceptionClass | undefined => {
  const reader = readerOf(source);
  return reader && discoveredClasses.get(reader.key)?.get(name);
};

/** Finds the client's class for an error by letting it read an error response. */
export async function discoverClass(name: string, source: ClassSource): Promise<ExceptionClass | undefined> {
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
    const classes = discoveredClasses.get(reader.key) ?? new Map<string, ExceptionClass>();
    discoveredClasses.set(reader.key, classes.set(name, Class));
    return Class;
  }
  return undefined;
}
