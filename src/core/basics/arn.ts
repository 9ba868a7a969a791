import type { Place } from "./place";

const partitionOf = (region: string): string =>
  prefixes.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "aws";

const prefixes = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["eusc-", "aws-eusc"],
] as const;

/** Whether two Regions belong to the same partition. */
export const samePartition = (one: string, other: string): boolean => partitionOf(one) === partitionOf(other);

/**
 * The text `arn:<partition>:<service>:<region>:<account>:<resource>`, in the partition of the Region. It is joined
 * because V8 keeps every piece of a text built by a template, and a year of backups makes hundreds of thousands.
 */
export const arn = (service: string, { region, accountId }: Place, resource: string): string =>
  ["arn", partitionOf(region), service, region, accountId, resource].join(":");

/** The ARN of a resource that belongs to an account but to no Region, such as an IAM role. */
export const globalArn = (service: string, { region, accountId }: Place, resource: string): string =>
  ["arn", partitionOf(region), service, "", accountId, resource].join(":");

/** The ARN of a bucket, which names neither Region nor account. */
export const bucketArn = ({ region }: Place, name: string): string =>
  ["arn", partitionOf(region), "s3", "", "", name].join(":");

/** A parsed ARN. A text is parsed once, where it comes in, and passed on as this value. Records keep the text. */
export interface Arn {
  readonly text: string;
  readonly partition: string;
  readonly service: string;
  /** Empty in ARNs of global resources and of buckets. */
  readonly region: string;
  /** Empty in ARNs of buckets, and of snapshots and images of EC2. */
  readonly accountId: string;
  /** With its own colons and slashes. */
  readonly resource: string;
}

/** Parses `arn:…:…:…:…:…`. Every backup job is created through this: a regular expression takes six times as long. */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith("arn:")) return undefined;
  const service = text.indexOf(":", 4) + 1;
  const region = service && text.indexOf(":", service) + 1;
  const account = region && text.indexOf(":", region) + 1;
  const resource = account && text.indexOf(":", account) + 1;
  if (resource === 0 || resource === text.length || text.includes("\n")) return undefined;
  return Object.freeze({
    text,
    partition: text.slice(4, service - 1),
    service: text.slice(service, region - 1),
    region: text.slice(region, account - 1),
    accountId: text.slice(account, resource - 1),
    resource: text.slice(resource),
  });
}

/** The parts of an ARN that locate its resource. An empty part leaves the location open. */
export type ArnLocation = Pick<Arn, "partition" | "region" | "accountId">;

/** A part of an ARN that differs from the ARNs of a place. */
export interface ArnMismatch {
  readonly part: "partition" | "region" | "account";
  readonly actual: string;
  readonly expected: string;
}

/**
 * The first part of an ARN that differs from the ARNs of a place, if any. An empty part matches every place, so a
 * bucket belongs to every place of its partition.
 */
export const arnMismatch = (location: ArnLocation, place: Place): ArnMismatch | undefined =>
  difference("partition", location.partition, partitionOf(place.region)) ??
  difference("region", location.region, place.region) ??
  difference("account", location.accountId, place.accountId);

const difference = (part: ArnMismatch["part"], actual: string, expected: string): ArnMismatch | undefined =>
  actual === "" || actual === expected ? undefined : { part, actual, expected };

/**
 * Where the resource of an ARN is, seen from a place: in that place, in another place of the same partition, or in
 * another partition, which is out of reach.
 */
export function locate(location: ArnLocation, place: Place): "here" | "elsewhere" | "foreign" {
  const mismatch = arnMismatch(location, place);
  if (!mismatch) return "here";
  return mismatch.part === "partition" ? "foreign" : "elsewhere";
}

/** The place that an ARN names. None if it leaves out the Region or the account, or mixes up partitions. */
export const placeOfArn = ({ partition, region, accountId }: Arn): Place | undefined =>
  region !== "" && accountId !== "" && partition === partitionOf(region) ? { region, accountId } : undefined;
