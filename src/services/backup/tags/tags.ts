import type { BackupAccount, BackupView } from "../account/account";
import { invalidParameter, limitExceeded } from "../account/errors";

/** What a resource can have. */
export const maxTags = 50;

/** The tags of an ARN, `{}` when there are none. */
export const tagsOf = ({ backup }: BackupView, arn: string): Readonly<Record<string, string>> =>
  backup.tags.get(arn)?.Tags ?? {};

/** Refuses tags that no resource can have. */
export function checkTags(tags: Readonly<Record<string, string>>): void {
  const keys = Object.keys(tags);
  const reserved = keys.find(key => key.toLowerCase().startsWith("aws:"));
  if (reserved !== undefined) throw invalidParameter(`Tag keys cannot start with aws: ${reserved}`);
  if (keys.length > maxTags) throw limitExceeded(`A resource can have at most ${maxTags} tags.`);
}

/** Adds tags to an ARN; those of the same key are replaced. */
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

/** For things that go. */
export function removeTags({ backup }: BackupAccount, arn: string): void {
  backup.tags.remove(arn);
}
