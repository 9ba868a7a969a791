import * as backupSdk from "@aws-sdk/client-backup";
import * as efsSdk from "@aws-sdk/client-efs";
import * as fsxSdk from "@aws-sdk/client-fsx";
import type { MockAwsPlace } from "aws-backup-mock";
import type { ServiceName } from "../../src/model/index";

/** A client of any of the services, as far as sending it anything goes. */
interface AnyClient {
  send(command: never): Promise<object>;
}

export type AnyClients = Readonly<Record<ServiceName, AnyClient>>;

const sdks: Readonly<Record<ServiceName, object>> = { backup: backupSdk, efs: efsSdk, fsx: fsxSdk };

/** They keep what they have resolved of a command, so that thousands of calls cost little. */
const config = { cacheMiddleware: true };

const newClients = (settings: object = config) => ({
  backup: new backupSdk.BackupClient(settings),
  efs: new efsSdk.EFSClient(settings),
  fsx: new fsxSdk.FSxClient(settings),
});

/** A client of each service that talks to this mock or place of it. */
export function clientsOf(aws: Pick<MockAwsPlace, "attach">): AnyClients {
  const { backup, efs, fsx } = newClients();
  return { backup: aws.attach(backup), efs: aws.attach(efs), fsx: aws.attach(fsx) };
}

/** Every way for clients to talk to a mock in their own process. */
export const waysIn = {
  attached: clientsOf,
  intercepted(aws) {
    const clients = newClients();
    aws.intercept(backupSdk.BackupClient, efsSdk.EFSClient, fsxSdk.FSxClient);
    return clients;
  },
  "by hand"(aws) {
    const clients = newClients();
    clients.backup.middlewareStack.add(aws.middleware, aws.middlewareOptions);
    clients.efs.middlewareStack.use(aws.plugin);
    clients.fsx.middlewareStack.use(aws.plugin);
    return clients;
  },
  "with the request handler": ({ requestHandler }) =>
    newClients({
      ...config,
      region: "us-east-1",
      credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
      requestHandler,
    }),
} satisfies Readonly<Record<string, (aws: MockAwsPlace) => AnyClients>>;

type AnyClass = new (...args: never[]) => object;

const isClass = (value: unknown): value is AnyClass => typeof value === "function";

/** What the client's package exports under a name, which has to be a class. */
export function sdkClass(service: ServiceName, name: string): AnyClass {
  const found: unknown = Reflect.get(sdks[service], name);
  if (!isClass(found)) throw new Error(`There is no class ${name} in the client of ${service}.`);
  return found;
}

/** Whether the installed client is new enough to have an operation. */
export const hasCommand = (service: ServiceName, operation: string): boolean =>
  isClass(Reflect.get(sdks[service], `${operation}Command`));

/** The SDK's own command of an operation, with any input. */
export const commandOf = (service: ServiceName, operation: string, input: unknown): object =>
  Reflect.construct(sdkClass(service, `${operation}Command`), [input]);

/** Sends any input to any operation, as the SDK's types would not let one. */
export const send = (
  clients: AnyClients,
  service: ServiceName,
  operation: string,
  input: unknown,
): Promise<object> => clients[service].send(commandOf(service, operation, input) as never);
