import { isObject, type Members } from "../../seeding/members";
import type { Entry } from "../entry";
import type { WorldBuilder } from "../world-builder";

/** EFS shows by this tag that a file system has automatic backups, and fixtures may do so as well. */
const readTag = "aws:elasticfilesystem:default-backup";

const isOfAws = (key: unknown): boolean =>
  typeof key === "string" && key.toLowerCase().startsWith("aws:") && key !== readTag;

const keyOf = (tag: unknown): unknown => (isObject(tag) ? tag["Key"] : undefined);

/** An entry without the tags that AWS itself has set, such as those of a stack: no operation can set them. */
export function withoutAwsTags(entry: Entry, member: string | undefined, builder: WorldBuilder): Entry {
  const tags: unknown = member === undefined ? undefined : entry.item[member];
  if (member === undefined || typeof tags !== "object" || tags === null) return entry;
  const keys = Array.isArray(tags) ? tags.map(keyOf) : Object.keys(tags);
  const ofAws = keys.filter(isOfAws);
  if (ofAws.length === 0) return entry;
  builder.warn(
    `${entry.name}.${member}`,
    `AWS itself has set ${ofAws.join(", ")}; left out, since no operation can`,
  );
  const item: Members = { ...entry.item, [member]: Array.isArray(tags) ? ownOf(tags) : ownAmong(tags) };
  return { ...entry, item };
}

const ownOf = (tags: readonly unknown[]): readonly unknown[] => tags.filter(tag => !isOfAws(keyOf(tag)));

const ownAmong = (tags: object): Members =>
  Object.fromEntries(Object.entries(tags).filter(([key]) => !isOfAws(key)));
