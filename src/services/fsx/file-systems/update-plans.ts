import type { UpdateFileSystemCommandInput } from "@aws-sdk/client-fsx";
import type { Draft } from "immer";
import { edited } from "../../../core/store";
import type { Stored } from "../../../core/world";
import type { FsxAccount } from "../account/account";
import { badRequest } from "../account/errors";
import type { ActionType } from "../records/administrative-actions";
import type { FileSystem } from "../records/file-systems";
import { type Block, blocks } from "./kind";

export type UpdateRequest = Stored<UpdateFileSystemCommandInput>;

/** New values of members; of a configuration block, of its members. A member that is `undefined` keeps its value. */
export type TargetValues = Partial<
  Pick<FileSystem, Block | "StorageCapacity" | "StorageType" | "FileSystemTypeVersion" | "NetworkType">
>;

/** The part of an update that takes an administrative action. */
export interface UpdatePlan {
  readonly target: TargetValues;
  /** The actions that follow the update. */
  readonly optimizations: readonly ActionType[];
}

/** Plans the update of a file system of one type. Throws AWS's refusals. */
export type PlanUpdate = (fileSystem: FileSystem, request: UpdateRequest, account: FsxAccount) => UpdatePlan;

/** Target values as an administrative action shows them: without members and blocks that change nothing. */
export const withoutUnchanged = (target: TargetValues): TargetValues =>
  edited(target, draft => {
    for (const block of blocks) {
      const settings = draft[block];
      if (!settings) continue;
      deleteUndefined(settings);
      if (Object.keys(settings).length === 0) delete draft[block];
    }
    deleteUndefined(draft);
  });

function deleteUndefined(members: object): void {
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined) Reflect.deleteProperty(members, name);
  }
}

/** Gives a file system its target values. */
export function applyTarget(draft: Draft<FileSystem>, target: TargetValues): void {
  const members = { ...target };
  for (const block of blocks) {
    const settings = draft[block];
    if (settings) Object.assign(settings, target[block]);
    delete members[block];
  }
  Object.assign(draft, members);
}

/** Refuses new storage that is not at least 10 percent larger. */
export function checkGrowth(before: number | undefined, after: number): void {
  const min = Math.ceil((before ?? 0) * 1.1);
  if (after < min) {
    throw badRequest(
      `Invalid storage capacity: ${after}. Must be at least 10 percent greater than the current ${before} GiB.`,
    );
  }
}
