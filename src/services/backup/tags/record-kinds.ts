import type { Kind } from "../../../core/world";
import type { BackupShape } from "../account/account";
import type { TagSet } from "../records/tags";

export const tagSetKind = {
  description: { by: "ListTags", inputFor: ({ ResourceArn }) => ({ ResourceArn }) },
  edited(_, { ResourceArn, Tags }, { backup }) {
    if (Object.keys(Tags).length === 0) backup.tags.remove(ResourceArn);
  },
} satisfies Kind<BackupShape, TagSet>;
