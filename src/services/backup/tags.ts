import { table } from "../../core/table-spec";
import type { BackupAccount, BackupView } from "./account";
import { invalidParameter } from "./errors";

/** The tags of one ARN. What has none has no record. */
export interface TagSet {
  readonly ResourceArn: string;
  readonly Tags: Readonly<Record<string, string>>;
}

export const tags = table<TagSet>(set => set.ResourceArn);

const maxTags = 50;

/** The tags of an ARN, `{}` when there are none. */
export const tagsOf = ({ backup }: BackupView, arn: string): Readonly<Record<string, string>> =>
  backup.tags.get(arn)?.Tags ?? {};

/** Adds tags to an ARN; those of the same key are replaced. */
export function putTags(
  { backup }: BackupAccount,
  arn: string,
  added: Readonly<Record<string, string>> | undefined,
): void {
  if (!added || Object.keys(added).length === 0) return;
  const reserved = Object.keys(added).find(key => key.toLowerCase().startsWith("aws:"));
  if (reserved !== undefined) {
    throw invalidParameter(`Tag keys cannot start with aws: ${reserved}`);
  }
  const Tags = { ...backup.tags.get(arn)?.Tags, ...added };
  if (Object.keys(Tags).length > maxTags) {
    throw invalidParameter(`A resource can have at most ${maxTags} tags.`);
  }
  backup.tags.put({ ResourceArn: arn, Tags });
}

/** For things that go. */
export function removeTags({ backup }: BackupAccount, arn: string): void {
  backup.tags.remove(arn);
}
