/** An account in a Region: the two things that every ARN and every resource of ours belongs to. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** `account/region`, the key under which the state keeps a place. */
export type PlaceKey = `${string}/${string}`;

export const placeKey = (place: Place): PlaceKey => `${place.accountId}/${place.region}`;

export const samePlace = (one: Place, other: Place): boolean =>
  one === other || (one.region === other.region && one.accountId === other.accountId);

export function placeOfKey(key: PlaceKey): Place {
  const slash = key.indexOf("/");
  return { accountId: key.slice(0, slash), region: key.slice(slash + 1) };
}

/** The accounts that places of these keys belong to, each once, in their order. */
export const accountsOf = (keys: readonly string[]): readonly string[] =>
  [...new Set(keys.map(key => key.slice(0, key.indexOf("/"))))].sort();

const partitionOf = (region: string): string =>
  region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";

/**
 * `arn:aws:<service>:<region>:<account>:<resource>` in the partition of the Region. Joined, since the engine keeps all
 * the pieces of a text that is put together by a template, and there are hundreds of thousands of these.
 */
export const arn = (service: string, { region, accountId }: Place, resource: string): string =>
  ["arn", partitionOf(region), service, region, accountId, resource].join(":");

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
