/** The services that the mock provides. */
export type ServiceName = "backup" | "efs" | "fsx";

export const serviceNames: readonly ServiceName[] = ["backup", "efs", "fsx"];

export const isServiceName = (name: string): name is ServiceName =>
  serviceNames.some(service => service === name);
