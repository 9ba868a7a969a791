import type { BackupAccount, BackupView } from "../account/account";
import { invalidParameter, limitExceeded } from "../account/errors";

/** How many tags a resource can have. */
export const maxTags = 50;

/** The tags of an ARN, `{}` if it has none. */
export const tagsOf = ({ backup }: BackupView, arn: string): Readonly<Record<string, string>> =>
  backup.tags.get(arn)?.Tags ?? {};

/** Refuses tags with reserved keys, and too many tags. */
export function checkTags(tags: Readonly<Record<string, string>>): void {
  const keys = Object.keys(tags);
  const reserved = keys.find(key => key.toLowerCase().startsWith("aws:"));
  if (reserved !== undefined) throw invalidParameter(`Tag keys cannot start with aws: ${reserved}`);
  if (keys.length > maxTags) throw limitExceeded(`A resource can have at most ${maxTags} tags.`);
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
