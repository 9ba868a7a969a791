import type { Place } from "./place";

const partitionOf = (region: string): string =>
  region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";

/**
 * `arn:aws:<service>:<region>:<account>:<resource>` in the partition of the Region. Joined, since the engine keeps all
 * the pieces of a text that is put together by a template, and there are hundreds of thousands of these.
 */
export const arn = (service: string, { region, accountId }: Place, resource: string): string =>
  ["arn", partitionOf(region), service, region, accountId, resource].join(":");

/** The ARN of something that is in no Region, such as an IAM role: only the partition is that of the place. */
export const globalArn = (service: string, { region, accountId }: Place, resource: string): string =>
  ["arn", partitionOf(region), service, "", accountId, resource].join(":");

/** The parts of an ARN. `resource` keeps its own colons and slashes. */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  readonly resource: string;
}

/** The parts of `arn:…:…:…:…:…`. Every backup asks several times: a regular expression would cost six times as much. */
export function parseArn(text: string): ArnParts | undefined {
  if (!text.startsWith("arn:")) return undefined;
  const service = text.indexOf(":", 4) + 1;
  const region = service && text.indexOf(":", service) + 1;
  const account = region && text.indexOf(":", region) + 1;
  const resource = account && text.indexOf(":", account) + 1;
  if (resource === 0 || resource === text.length || text.includes("\n")) return undefined;
  return {
    partition: text.slice(4, service - 1),
    service: text.slice(service, region - 1),
    region: text.slice(region, account - 1),
    accountId: text.slice(account, resource - 1),
    resource: text.slice(resource),
  };
}
