import { createRequire } from "node:module";
import { join } from "node:path";
import { MockError, messageOf } from "../../core/basics";
import type { ServiceName } from "../../model";

/** Makes an object of a class of the SDK. */
export type SdkClass = new (input: object) => object;

interface Package {
  readonly name: string;
  /** The package beside this library. */
  load(): Promise<object>;
}

const packages: Readonly<Record<ServiceName, Package>> = {
  backup: { name: "@aws-sdk/client-backup", load: () => import("@aws-sdk/client-backup") },
  efs: { name: "@aws-sdk/client-efs", load: () => import("@aws-sdk/client-efs") },
  fsx: { name: "@aws-sdk/client-fsx", load: () => import("@aws-sdk/client-fsx") },
};

/** The classes of a client's package, from the user's project or, failing that, from beside this library. */
export async function classesOf(service: ServiceName): Promise<(name: string) => SdkClass | undefined> {
  const exports = await loaded(packages[service]);
  return name => {
    const found: unknown = Reflect.get(exports, name);
    return isClass(found) ? found : undefined;
  };
}

const isClass = (value: unknown): value is SdkClass => typeof value === "function";

async function loaded({ name, load }: Package): Promise<object> {
  try {
    return createRequire(join(process.cwd(), "index.js"))(name);
  } catch {
    return load().catch((thrown: unknown) => {
      throw new MockError(
        "InvalidInfrastructure",
        `Cannot import the account: ${name} cannot be loaded (${messageOf(thrown)}); install it.`,
      );
    });
  }
}
