import type { Arn } from "../../../core/basics";
import { day, type EpochMs } from "../../../core/time";
import type { BackedUpService, BackupAccount, BackupView } from "../account/account";
import { invalidParameter, notFound } from "../account/errors";
import type { BackupSource, DirectoryEntry } from "../records/resources";
import { type ResourceType, resourceTypeOf, resourceTypeOfRecord } from "./resource-types";

/** The size of a resource that was not given one: 1 GiB. */
export const defaultSizeInBytes = 1024 ** 3;

/** What jobs and recovery points keep of the resource that they are about. */
interface AboutResource {
  readonly ResourceArn: string;
  readonly ResourceType: string;
}

/** The modelled service that the resource of an ARN belongs to, if any. */
export const serviceOwning = ({ links }: BackupView, arn: Arn): BackedUpService | undefined =>
  links.services.find(service => service.owns(arn));

/** The modelled service that resources of a type belong to, if any. */
export const linkedService = (
  { links }: BackupView,
  { ResourceType }: Pick<AboutResource, "ResourceType">,
): BackedUpService | undefined => links.services.find(({ resourceType }) => resourceType === ResourceType);

/** An existing resource, by its ARN. */
export function findSource(account: BackupView, arn: Arn): BackupSource | undefined {
  const service = serviceOwning(account, arn);
  const entry = account.backup.resources.get(arn.text);
  return grown(account, service ? service.find(account, arn.text) : entry, entry);
}

/** The resource that a record is about, if it still exists. */
export function sourceOf(account: BackupView, record: AboutResource): BackupSource | undefined {
  const entry = account.backup.resources.get(record.ResourceArn);
  return grown(account, linkedService(account, record)?.find(account, record.ResourceArn) ?? entry, entry);
}

/**
 * A resource as large as it is now. The entry says how it grows; of a file system, it says nothing else.
 */
function grown(
  { now }: BackupView,
  source: BackupSource | undefined,
  entry: DirectoryEntry | undefined,
): BackupSource | undefined {
  if (!source || !entry?.seeded) return source;
  const { growth, dailyChange } = entry;
  if (growth === undefined && dailyChange === undefined) return source;
  return { ...source, growth, dailyChange, sizeInBytes: sizeAt(entry, source.sizeInBytes, now) };
}

/** What a size has grown to at an instant. */
export const sizeAt = ({ growth = 0, sizedAt }: DirectoryEntry, size: number, now: EpochMs): number =>
  sizedAt === undefined ? size : Math.round(size + (growth * (now - sizedAt)) / day);

/** Every resource of this place. */
export function* allSources(account: BackupView): Generator<BackupSource, undefined> {
  for (const service of account.links.services) yield* service.all(account);
  for (const entry of account.backup.resources.values()) {
    // The service itself knows whether the resource exists.
    if (!linkedService(account, { ResourceType: entry.type })) yield entry;
  }
}

/** The part between the first and the second separator. Every backup calls this, so it makes no list. */
const second =
  (separator: string) =>
  (resource: string): string | undefined => {
    const first = resource.indexOf(separator);
    if (first < 0) return undefined;
    const next = resource.indexOf(separator, first + 1);
    return next < 0 ? resource.slice(first + 1) : resource.slice(first + 1, next);
  };
const afterSlash = second("/");
const afterColon = second(":");
const whole = (resource: string): string => resource;

/** How the name of an unnamed resource follows from the resource part of its ARN, by type. */
const namesByType: Readonly<Record<string, (resource: string) => string | undefined>> = {
  DynamoDB: afterSlash,
  S3: whole,
  RDS: afterColon,
  Aurora: afterColon,
  DocumentDB: afterColon,
  Neptune: afterColon,
  Redshift: afterColon,
  CloudFormation: afterSlash,
  EKS: afterSlash,
  Timestream: whole,
};

/** The name that jobs and recovery points show. */
export const nameOfSource = ({ name, type }: BackupSource, { resource }: Arn): string | undefined =>
  name ?? namesByType[type]?.(resource);

/** The type of a resource. */
export const typeOfSource = ({ type, arn }: BackupSource): ResourceType | undefined =>
  resourceTypeOfRecord(type, arn);

/** A resource that nothing is known of, and that is assumed to exist since it is named. */
export function assumedSource(account: BackupView, arn: Arn): DirectoryEntry | undefined {
  const type = resourceTypeOf(arn);
  const { resources } = account.backup;
  if (!type || resources.has(arn.text) || serviceOwning(account, arn)) return undefined;
  if (resources.by("seededType", type.name).size > 0) return undefined;
  return { arn: arn.text, type: type.name, tags: {}, sizeInBytes: defaultSizeInBytes, seeded: false };
}

/** The resource to back up. Refuses a resource that does not exist, or whose type cannot be backed up. */
export function sourceToBackUp(account: BackupAccount, arn: Arn): BackupSource {
  const known = findSource(account, arn);
  if (known) return known;
  if (!resourceTypeOf(arn)) throw invalidParameter(`Unsupported resource type: ${arn.text}`);
  const assumed = assumedSource(account, arn);
  if (!assumed) throw notFound(`Resource ${arn.text} does not exist.`);
  return account.backup.resources.insert(assumed);
}
