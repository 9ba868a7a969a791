import { createRequire } from "node:module";
import { join } from "node:path";
import { packageOfClient } from "../../adapters/client-names";
import { MockError, messageOf } from "../../core/basics";
import type { ServiceName } from "../../model";

/** Makes an object of a class of the SDK. */
export type SdkClass = new (input: object) => object;

/** The classes of a client's package, from the user's project or, failing that, from beside this library. */
export async function classesOf(service: ServiceName): Promise<(name: string) => SdkClass | undefined> {
  const exports = await loaded(packageOfClient(service));
  return name => {
    const found: unknown = Reflect.get(exports, name);
    return isClass(found) ? found : undefined;
  };
}

const isClass = (value: unknown): value is SdkClass => typeof value === "function";

async function loaded(name: string): Promise<object> {
  try {
    return createRequire(join(process.cwd(), "index.js"))(name);
  } catch {
    try {
      return await import(name);
    } catch (thrown) {
      const reason = messageOf(thrown).split("\n", 1).join("");
      throw new MockError(
        "InvalidInfrastructure",
        `Cannot import the account: ${name} cannot be loaded (${reason}); install it in your project.`,
      );
    }
  }
}
