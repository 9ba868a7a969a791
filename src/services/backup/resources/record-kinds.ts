import type { Kind } from "../../../core/world";
import type { BackupShape } from "../account/account";
import { type DirectoryEntry, resourceMembers } from "../records/resources";

/** A resource of another service. Its own service shows it, AWS Backup selects and backs it up. */
export const resourceKind = {
  required: ["sizeInBytes"],
  members: resourceMembers,
  fixed: ["type"],
} satisfies Kind<BackupShape, DirectoryEntry>;
