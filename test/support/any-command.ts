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

/** A client of each service that talks to this mock or place of it. */
export const clientsOf = (aws: Pick<MockAwsPlace, "attach">): AnyClients => ({
  backup: aws.attach(new backupSdk.BackupClient(config)),
  efs: aws.attach(new efsSdk.EFSClient(config)),
  fsx: aws.attach(new fsxSdk.FSxClient(config)),
});

type AnyClass = new (...args: never[]) => object;

const isClass = (value: unknown): value is AnyClass => typeof value === "function";

/** What the client's package exports under a name, which has to be a class. */
export function sdkClass(service: ServiceName, name: string): AnyClass {
  const found: unknown = Reflect.get(sdks[service], name);
  if (!isClass(found)) throw new Error(`There is no class ${name} in the client of ${service}.`);
  return found;
}

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
