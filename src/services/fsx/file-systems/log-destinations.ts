import { arnMismatch, type Place, parseArn } from "../../../core/basics";
import { refuseUnless } from "./rules";

/** The forms of a destination by service: a name with the prefix that FSx requires. */
const forms = {
  logs: /^log-group:(\/aws\/fsx[^:]*)(?::\*|:log-stream:([^:]+))?$/,
  firehose: /^deliverystream\/aws-fsx/,
} as const;

export type LogService = keyof typeof forms;

const isLogService = (name: string): name is LogService => Object.hasOwn(forms, name);

/** Refuses a destination in another place, of another service, or with a name that does not begin as FSx requires. */
export function checkLogDestination(
  member: string,
  destination: string,
  place: Place,
  services: readonly LogService[],
): void {
  const arn = parseArn(destination);
  refuseUnless(
    arn !== undefined && isLogService(arn.service) && services.includes(arn.service),
    `Invalid ${member}: ${destination}. Must be the ARN of a CloudWatch Logs log group${services.includes("firehose") ? " or a Firehose delivery stream" : ""}.`,
  );
  refuseUnless(
    arnMismatch(arn, place) === undefined && arn.region !== "" && arn.accountId !== "",
    `Invalid ${member}: ${destination}. Must be in the same partition, Region and account as the file system.`,
  );
  refuseUnless(
    isLogService(arn.service) && forms[arn.service].test(arn.resource),
    `Invalid ${member}: ${destination}. The name must begin with ${arn.service === "logs" ? "/aws/fsx" : "aws-fsx"}.`,
  );
}

/** A checked destination as AWS shows it: a log group is shown with the log stream that FSx writes to. */
export function shownLogDestination(destination: string, stream: string): string {
  const arn = parseArn(destination);
  const group = arn?.service === "logs" ? forms.logs.exec(arn.resource) : null;
  if (!group || group[2] !== undefined) return destination;
  return `${destination.replace(/:\*$/, "")}:log-stream:${stream}`;
}

/**
 * A destination for a file system restored from another one, as a request would give it: none for a destination in
 * another place, and a log group without the log stream of the other file system.
 */
export function inheritedLogDestination(
  destination: string | undefined,
  sourceId: string,
  place: Place,
): string | undefined {
  const arn = destination === undefined ? undefined : parseArn(destination);
  if (!arn || arnMismatch(arn, place)) return undefined;
  const [group = "", stream] = arn.text.split(":log-stream:");
  return stream?.endsWith(sourceId) ? group : destination;
}
