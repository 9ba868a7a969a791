import type { ServiceName } from "../model";

/** The services by the names of their clients. */
const services: Readonly<Record<string, string>> = {
  BackupClient: "backup",
  EFSClient: "efs",
  FSxClient: "fsx",
};

/** The services by their ids in the configuration of clients. */
const serviceIds: ReadonlySet<unknown> = new Set(["Backup", "EFS", "FSx"]);

/** Whether a client's configuration says that it is of another service. */
export const isOfOtherService = (serviceId: unknown): boolean =>
  typeof serviceId === "string" && !serviceIds.has(serviceId);

/** The service of a client: one of the three, or the client's own name for any other service. */
export const serviceOfClient = (clientName: string): string => services[clientName] ?? clientName;

/** The name of the client of a service. */
export const clientOfService = (service: ServiceName): string =>
  Object.keys(services).find(name => services[name] === service) ?? service;

/** The package of the client of a service. */
export const packageOfClient = (service: ServiceName): string => `@aws-sdk/client-${service}`;
