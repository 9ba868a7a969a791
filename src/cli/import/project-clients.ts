import { createRequire } from "node:module";
import { join } from "node:path";
import { clientOfService, packageOfClient } from "../../adapters/client-names";
import { isSdkClient } from "../../adapters/sdk";
import type { Client } from "../../adapters/target";
import { type ServiceName, serviceNames } from "../../model";
import { hasCode } from "../error-codes";
import { UsageError } from "../usage-error";

/** The clients of the user's project. */
export interface ProjectClients {
  readonly clients: Readonly<Partial<Record<ServiceName, Client>>>;
  /** The packages that are not installed. */
  readonly missing: readonly string[];
}

/** Makes the clients that the project in the working directory has installed. Throws a {@link UsageError} if it has none. */
export function projectClients(config: object): ProjectClients {
  const load = createRequire(join(process.cwd(), "index.js"));
  const clients: Partial<Record<ServiceName, Client>> = {};
  const missing: string[] = [];
  for (const service of serviceNames) {
    const name = packageOfClient(service);
    const Class = classIn(load, name, clientOfService(service));
    const client: unknown = Class && Reflect.construct(Class, [config]);
    if (isClient(client)) clients[service] = client;
    else missing.push(name);
  }
  if (missing.length === serviceNames.length) {
    throw new UsageError(`import needs the AWS SDK in this folder; run: npm install ${missing.join(" ")}`);
  }
  return { clients, missing };
}

const isClient = (value: unknown): value is Client => isSdkClient(value);

type Constructor = Parameters<typeof Reflect.construct>[0];
const isClass = (value: unknown): value is Constructor => typeof value === "function";

function classIn(load: NodeJS.Require, packageName: string, name: string): Constructor | undefined {
  try {
    const found: unknown = Reflect.get(Object(load(packageName)), name);
    return isClass(found) ? found : undefined;
  } catch (thrown) {
    if (hasCode(thrown, "MODULE_NOT_FOUND")) return undefined;
    throw thrown;
  }
}
