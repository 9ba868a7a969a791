import type { BackupAccount, BackupView } from "../account/account";
import { invalidParameter, limitExceeded } from "../account/errors";

/** How many tags a resource can have. */
export const maxTags = 50;

export const longestKey = 128;
export const longestValue = 256;

const wellFormed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Whether a key or value has only the characters that AWS Backup documents for tags. */
export const hasTagCharacters = (text: string): boolean => wellFormed.test(text);

/** The tags of an ARN, `{}` if it has none. */
export const tagsOf = ({ backup }: BackupView, arn: string): Readonly<Record<string, string>> =>
  backup.tags.get(arn)?.Tags ?? {};

/** Why tags are malformed: a key is reserved, or a key or value has a wrong length. */
export function tagsFault(tags: Readonly<Record<string, string>>): string | undefined {
  const entries = Object.entries(tags);
  const reserved = entries.find(([key]) => key.toLowerCase().startsWith("aws:"));
  if (reserved) return `Tag keys cannot start with aws: ${reserved[0]}`;
  for (const [key, value] of entries) {
    if (key.length < 1 || key.length > longestKey) {
      return `Tag keys must have 1 to ${longestKey} characters: ${key}`;
    }
    if (value.length > longestValue) {
      return `Tag values can have at most ${longestValue} characters: ${value}`;
    }
  }
  return undefined;
}

/** Refuses malformed tags, and too many tags. */
export function checkTags(tags: Readonly<Record<string, string>>): void {
  const fault = tagsFault(tags);
  if (fault !== undefined) throw invalidParameter(fault);
  if (Object.keys(tags).length > maxTags) {
    throw limitExceeded(`A resource can have at most ${maxTags} tags.`);
  }
}

/** Adds tags to an ARN. Tags with the same key are replaced. */
export function putTags(
  { backup }: BackupAccount,
  arn: string,
  added: Readonly<Record<string, string>> | undefined,
): void {
  if (!added || Object.keys(added).length === 0) return;
  const Tags = { ...backup.tags.get(arn)?.Tags, ...added };
  checkTags(Tags);
  backup.tags.put({ ResourceArn: arn, Tags });
}

/** Removes all tags of an ARN, when its resource is deleted. */
export function removeTags({ backup }: BackupAccount, arn: string): void {
  backup.tags.remove(arn);
}
