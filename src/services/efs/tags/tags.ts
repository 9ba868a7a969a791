import type { EfsView } from "../account/account";
import { badRequest } from "../account/errors";
import type { Tag } from "../records/tags";

/** The tags of a thing, and its name, which is the tag `Name`. */
export interface Tagged {
  readonly Tags: readonly Tag[];
  readonly Name?: string | undefined;
}

export const tagged = (tags: readonly Tag[]): Tagged => ({
  Tags: tags,
  Name: tags.find(({ Key }) => Key === "Name")?.Value,
});

/** Tags with others added; those of the same key are replaced where they stand. */
export function withTags(tags: readonly Tag[], added: readonly Tag[] = []): readonly Tag[] {
  const values = new Map([...tags, ...added].map(({ Key, Value }) => [Key, Value]));
  return [...values].map(([Key, Value]) => ({ Key, Value }));
}

export const withoutTags = (tags: readonly Tag[], keys: readonly string[]): readonly Tag[] =>
  tags.filter(({ Key }) => !keys.includes(Key));

/** Tags as a caller gives them: no key twice, and not more than a thing can have. The service's own do not count. */
export function checkTags(account: EfsView, tags: readonly Tag[], added: readonly Tag[]): void {
  const keys = new Set(added.map(({ Key }) => Key));
  if (keys.size < added.length) throw badRequest("Each tag key must be unique.");
  for (const { Key } of tags) if (!Key.startsWith("aws:")) keys.add(Key);
  const limit = account.quota("efsTagsPerResource");
  if (keys.size > limit) throw badRequest(`A resource can have at most ${limit} tags.`);
}
