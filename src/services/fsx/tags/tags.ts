import { badRequest } from "../account/errors";
import type { Tags } from "../records/tags";

const maxTags = 50;

/** The tags of a new resource: those requested, or else the inherited ones. */
export const newTags = (asked: Tags | undefined, inherited: Tags = []): Tags =>
  asked && asked.length > 0 ? addTags([], asked) : userTags(inherited);

/** The tags that copies inherit: all except those that AWS set. */
export const userTags = (tags: Tags): Tags => tags.filter(({ Key }) => !isReserved(Key));

const isReserved = (key: string): boolean => key.toLowerCase().startsWith("aws:");

/** Adds tags. A new tag replaces the one with the same key. */
export function addTags(tags: Tags, added: Tags): Tags {
  const byKey = new Map(tags.map(tag => [tag.Key, tag]));
  for (const tag of added) {
    if (isReserved(tag.Key)) throw badRequest(`Tag keys cannot start with aws: ${tag.Key}`);
    byKey.set(tag.Key, tag);
  }
  if (new Set(added.map(({ Key }) => Key)).size < added.length) throw badRequest("Tag keys must be unique.");
  if (byKey.size > maxTags) throw badRequest(`A resource can have at most ${maxTags} tags.`);
  return [...byKey.values()];
}

export const removeTags = (tags: Tags, keys: readonly string[]): Tags =>
  tags.filter(({ Key }) => !keys.includes(Key));

/** The name of a resource in the console, from its Name tag. */
export const nameTag = (tags: Tags): string | undefined => tags.find(({ Key }) => Key === "Name")?.Value;
