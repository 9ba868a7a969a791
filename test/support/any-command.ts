import * as backupSdk from "@aws-sdk/client-backup";
import * as efsSdk from "@aws-sdk/client-efs";
import * as fsxSdk from "@aws-sdk/client-fsx";
import type { MockAwsPlace } from "aws-backup-mock";
import type { ServiceName } from "../../src/model/index";
import { isNewer, newerClass } from "./newer-commands";

/** A client of any service. */
interface AnyClient {
  send(command: never): Promise<object>;
}

export type AnyClients = Readonly<Record<ServiceName, AnyClient>>;

const sdks: Readonly<Record<ServiceName, object>> = { backup: backupSdk, efs: efsSdk, fsx: fsxSdk };

/** Clients cache the resolved middleware of each command, which makes thousands of calls much faster. */
const config = { cacheMiddleware: true };

const newClients = (settings: object = config) => ({
  backup: new backupSdk.BackupClient(settings),
  efs: new efsSdk.EFSClient(settings),
  fsx: new fsxSdk.FSxClient(settings),
});

/** A client of each service, attached to a mock or to one of its accounts and Regions. */
export function clientsOf(aws: Pick<MockAwsPlace, "attach">): AnyClients {
  const { backup, efs, fsx } = newClients();
  return { backup: aws.attach(backup), efs: aws.attach(efs), fsx: aws.attach(fsx) };
}

/** Every way to connect clients to a mock in the same process. */
export const waysToConnect = {
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

/** A class that the client's package exports. */
export function sdkClass(service: ServiceName, name: string): AnyClass {
  const operation = name.replace(/Command$/, "");
  if (isNewer(service, operation) && !hasCommand(service, operation)) return newerClass(operation);
  const exported: unknown = Reflect.get(sdks[service], name);
  if (!isClass(exported)) throw new Error(`Failed to find class ${name} in the client of ${service}.`);
  return exported;
}

/** Whether the installed client is new enough to have an operation. */
export const hasCommand = (service: ServiceName, operation: string): boolean =>
  isClass(Reflect.get(sdks[service], `${operation}Command`));

/** The SDK's own command of an operation, with any input. */
export const commandOf = (service: ServiceName, operation: string, input: unknown): object =>
  Reflect.construct(sdkClass(service, `${operation}Command`), [input]);

/** Sends any input to any operation, even if the SDK's types do not allow it. */
export const send = (
  clients: AnyClients,
  service: ServiceName,
  operation: string,
  input: unknown,
): Promise<object> => clients[service].send(commandOf(service, operation, input) as never);
