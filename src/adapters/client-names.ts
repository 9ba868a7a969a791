import type { ServiceName } from "../model";

/** The services by the names of their clients. */
const services: Readonly<Record<string, string>> = {
  BackupClient: "backup",
  EFSClient: "efs",
  FSxClient: "fsx",
};

/** The service of a client: one of the three, or the client's own name for any other service. */
export const serviceOfClient = (clientName: string): string => services[clientName] ?? clientName;

/** The name of the client of a service. */
export const clientOfService = (service: ServiceName): string =>
  Object.keys(services).find(name => services[name] === service) ?? service;
