/** The services by the names their clients go by. */
const services: Readonly<Record<string, string>> = {
  BackupClient: "backup",
  EFSClient: "efs",
  FSxClient: "fsx",
};

/** One of the three services, or the client's own name where it is for another one. */
export const serviceOfClient = (clientName: string): string => services[clientName] ?? clientName;
