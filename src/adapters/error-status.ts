import { type ServiceName, serviceModel } from "../model";

export interface ErrorStatus {
  readonly status: number;
  readonly fault: "client" | "server";
}

const serverFault = /^(InternalFailure|InternalServer|ServiceUnavailable)/;

/** The HTTP status and fault of an error, including errors that AWS returns without declaring them. */
export function errorStatus(service: ServiceName, name: string): ErrorStatus {
  const model = serviceModel(service);
  const modelled = model.error(name);
  if (modelled) return modelled;
  if (serverFault.test(name)) return { status: name.startsWith("Service") ? 503 : 500, fault: "server" };
  // AWS Backup and EFS deny access with 403; FSx, like every awsJson service, with 400.
  const forbidden = name === "AccessDeniedException" && model.metadata.protocol === "restJson1";
  return { status: forbidden ? 403 : 400, fault: "client" };
}
