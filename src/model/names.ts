/** The services this library knows. */
export type ServiceName = "backup" | "efs" | "fsx";

export const serviceNames: readonly ServiceName[] = ["backup", "efs", "fsx"];

export const isServiceName = (name: string): name is ServiceName =>
  serviceNames.some(service => service === name);
