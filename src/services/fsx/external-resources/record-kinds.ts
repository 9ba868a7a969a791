import type { Kind } from "../../../core/world";
import type { FsxShape } from "../account/account";
import { type ActiveDirectory, activeDirectoryMembers } from "../records/active-directories";
import { type KmsKey, kmsKeyMembers } from "../records/kms-keys";

export const activeDirectoryKind = {
  members: activeDirectoryMembers,
} satisfies Kind<FsxShape, ActiveDirectory>;

export const kmsKeyKind = {
  required: ["KeyState"],
  members: kmsKeyMembers,
} satisfies Kind<FsxShape, KmsKey>;
