import { createRequire } from "node:module";
import { join } from "node:path";
import { member } from "./sdk";

/** The part of the SDK's `TypeRegistry` that holds exception classes. */
export interface Registry {
  /** From shape ids such as `com.amazonaws.backup#ConflictException` to schemas. */
  readonly schemas: Lookup;
  /** From schemas to classes. */
  readonly exceptions: Lookup;
}

interface Lookup {
  get(key: unknown): unknown;
}

const isLookup = (value: unknown): value is Lookup => typeof member(value, "get") === "function";

const asRegistry = (value: unknown): Registry | undefined => {
  const schemas = member(value, "schemas");
  const exceptions = member(value, "exceptions");
  return isLookup(schemas) && isLookup(exceptions) ? { schemas, exceptions } : undefined;
};

/** The registry of exceptions that clients have since 3.1027. */
export const registryOf = (protocol: unknown): Registry | undefined =>
  asRegistry(member(protocol, "compositeErrorRegistry"));

/** By operation schema, which belongs to one loaded copy of a client. */
const knownRegistries = new WeakMap<object, Registry>();

/**
 * The registry of a namespace in the loaded copy of the SDK, for a client of which only the operation's schema is known
 * (since 3.943). Searches the loaded modules: a copy that we load would have its own, empty registry.
 */
export function loadedRegistry(namespace: string, operationSchema: object): Registry | undefined {
  const known = knownRegistries.get(operationSchema);
  if (known) return known;
  for (const exports of loadedSchemaModules()) {
    const registries = member(member(exports, "TypeRegistry"), "registries");
    const registry = isLookup(registries) ? merged(registries, namespace) : undefined;
    if (registry) {
      knownRegistries.set(operationSchema, registry);
      return registry;
    }
  }
  return undefined;
}

/** The base exception is in a registry of its own. */
function merged(registries: Lookup, namespace: string): Registry | undefined {
  const modelled = asRegistry(registries.get(namespace));
  const base = asRegistry(registries.get(`smithy.ts.sdk.synthetic.${namespace}`));
  if (!modelled) return base;
  if (!base) return modelled;
  return {
    schemas: { get: key => modelled.schemas.get(key) ?? base.schemas.get(key) },
    exceptions: { get: key => modelled.exceptions.get(key) ?? base.exceptions.get(key) },
  };
}

/** `…/@smithy/core/…/schema/index.js`, and as `.cjs` or `.mjs`, on any system. */
function isSchemaModule(file: string): boolean {
  const parts = file.split(/[\\/]/);
  const scope = parts.lastIndexOf("@smithy");
  const [folder, name = ""] = parts.slice(-2);
  const isInCore = scope >= 0 && parts[scope + 1] === "core" && scope + 2 < parts.length - 2;
  return isInCore && folder === "schema" && /^index\.[cm]?js$/.test(name);
}

function* loadedSchemaModules(): Generator<unknown> {
  // Every `require` shares this cache; in jest, it is that of the test file.
  const { cache } = createRequire(join(process.cwd(), "index.js"));
  for (const file of Object.keys(cache)) {
    if (isSchemaModule(file)) yield cache[file]?.exports;
  }
}
