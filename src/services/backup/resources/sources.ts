import { parseArn } from "../../../core/basics";
import type { BackedUpService, BackupAccount, BackupView } from "../account/account";
import { invalidParameter, notFound } from "../account/errors";
import type { BackupSource, DirectoryEntry } from "../records/resources";
import { type ResourceType, resourceTypeNamed, resourceTypeOf } from "./resource-types";

/** The size of a resource that nobody has told more of: 1 GiB. */
export const defaultSizeInBytes = 1024 ** 3;

/** The service that a resource belongs to, where that is modelled itself. */
export function linkedService({ links }: BackupView, arn: string): BackedUpService | undefined {
  const parts = parseArn(arn);
  return parts && links.services.find(service => service.owns(parts));
}

/** A resource that is there, by its ARN. */
export function findSource(account: BackupView, arn: string): BackupSource | undefined {
  const service = linkedService(account, arn);
  return service ? service.find(account, arn) : account.backup.resources.get(arn);
}

/** Every resource that there is in this place. */
export function* allSources(account: BackupView): Generator<BackupSource, undefined> {
  for (const service of account.links.services) yield* service.all(account);
  yield* account.backup.resources.values();
}

/** The type of a resource, which a directory entry may tell better than its ARN. */
export function typeOfSource(source: BackupSource): ResourceType | undefined {
  const type = resourceTypeOf(source.arn);
  return type?.name === source.type ? type : resourceTypeNamed(source.type);
}

/** A resource that nobody has told anything of, but that is taken to be there when it is named. */
export function assumedSource(account: BackupView, arn: string): DirectoryEntry | undefined {
  const type = resourceTypeOf(arn);
  if (!type || account.backup.resources.has(arn) || linkedService(account, arn)) return undefined;
  if (account.backup.resources.by("seededType", type.name).size > 0) return undefined;
  return { arn, type: type.name, tags: {}, sizeInBytes: defaultSizeInBytes, seeded: false };
}

/** The resource to back up. Throws AWS's own refusals when there is none, or none of a type that can be. */
export function sourceToBackUp(account: BackupAccount, arn: string): BackupSource {
  if (!parseArn(arn)) throw invalidParameter(`Invalid ARN: ${arn}`);
  const known = findSource(account, arn);
  if (known) return known;
  if (!resourceTypeOf(arn)) throw invalidParameter(`Unsupported resource type: ${arn}`);
  const assumed = assumedSource(account, arn);
  if (!assumed) throw notFound(`Resource ${arn} does not exist.`);
  return account.backup.resources.insert(assumed);
}
