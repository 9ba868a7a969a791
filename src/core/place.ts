/** An account in a Region: the two things that every ARN and every resource of ours belongs to. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** `account/region`, the key under which the state keeps a place. */
export type PlaceKey = `${string}/${string}`;

export const placeKey = (place: Place): PlaceKey => `${place.accountId}/${place.region}`;

export function placeOfKey(key: PlaceKey): Place {
  const slash = key.indexOf("/");
  return { accountId: key.slice(0, slash), region: key.slice(slash + 1) };
}

const partitionOf = (region: string): string =>
  region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";

/** `arn:aws:<service>:<region>:<account>:<resource>` in the partition of the Region. */
export const arn = (service: string, place: Place, resource: string): string =>
  `arn:${partitionOf(place.region)}:${service}:${place.region}:${place.accountId}:${resource}`;

/** The parts of an ARN. `resource` keeps its own colons and slashes. */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  readonly resource: string;
}

const arnForm = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.+)$/;

export function parseArn(text: string): ArnParts | undefined {
  const match = arnForm.exec(text);
  if (!match) return undefined;
  const [, partition = "", service = "", region = "", accountId = "", resource = ""] = match;
  return { partition, service, region, accountId, resource };
}
