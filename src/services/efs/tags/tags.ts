import type { EfsView } from "../account/account";
import { badRequest } from "../account/errors";
import type { Tag } from "../records/tags";

/** The tags of a resource, and its name, which is the value of the tag `Name`. */
export interface Tagged {
  readonly Tags: readonly Tag[];
  readonly Name?: string | undefined;
}

export const tagged = (tags: readonly Tag[]): Tagged => ({
  Tags: tags,
  Name: tags.find(({ Key }) => Key === "Name")?.Value,
});

/** Adds tags. A tag whose key exists replaces the value in place. */
export function withTags(tags: readonly Tag[], added: readonly Tag[] = []): readonly Tag[] {
  const values = new Map([...tags, ...added].map(({ Key, Value }) => [Key, Value]));
  return [...values].map(([Key, Value]) => ({ Key, Value }));
}

export const withoutTags = (tags: readonly Tag[], keys: readonly string[]): readonly Tag[] =>
  tags.filter(({ Key }) => !keys.includes(Key));

/** Refuses duplicate keys and too many tags. The tags of AWS itself (`aws:…`) do not count. */
export function checkTags(account: EfsView, tags: readonly Tag[], added: readonly Tag[]): void {
  const keys = new Set(added.map(({ Key }) => Key));
  if (keys.size < added.length) throw badRequest("Each tag key must be unique.");
  for (const { Key } of tags) if (!Key.startsWith("aws:")) keys.add(Key);
  const limit = account.quota("efsTagsPerResource");
  if (keys.size > limit) throw badRequest(`A resource can have at most ${limit} tags.`);
}
