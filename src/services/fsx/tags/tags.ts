import { badRequest } from "../account/errors";
import type { Tags } from "../records/tags";

const maxTags = 50;

/** The tags a request gives to a new thing, or those it takes over when the request gives none. */
export const newTags = (given: Tags | undefined, inherited: Tags = []): Tags =>
  given && given.length > 0 ? addTags([], given) : userTags(inherited);

/** What AWS itself set stays where it is. */
export const userTags = (tags: Tags): Tags => tags.filter(({ Key }) => !isReserved(Key));

const isReserved = (key: string): boolean => key.toLowerCase().startsWith("aws:");

/** Tags with more added to them; those of the same key are replaced. */
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

/** The tag that the console shows as a thing's name. */
export const nameTag = (tags: Tags): string | undefined => tags.find(({ Key }) => Key === "Name")?.Value;
