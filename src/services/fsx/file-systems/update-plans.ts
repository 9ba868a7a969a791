import type { UpdateFileSystemCommandInput } from "@aws-sdk/client-fsx";
import type { Draft } from "immer";
import { edited } from "../../../core/store";
import type { Stored } from "../../../core/world";
import type { FsxAccount } from "../account/account";
import { deleteUnchanged } from "../account/equality";
import type { ActionType } from "../records/administrative-actions";
import type { FileSystem } from "../records/file-systems";
import { type Block, blocks } from "./kind";
import { refuseStorageUnless } from "./rules";

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
export const withoutUnchanged = (target: TargetValues, fileSystem: FileSystem): TargetValues =>
  edited(target, draft => {
    for (const block of blocks) {
      const settings = draft[block];
      if (!settings) continue;
      deleteUnchanged(settings, fileSystem[block], isAlwaysChange);
      if (Object.keys(settings).length === 0) delete draft[block];
    }
    deleteUnchanged(draft, fileSystem);
  });

/** The part of a request that differs from the file system. A member that repeats the present value asks for nothing. */
export const changesIn = (request: UpdateRequest, fileSystem: FileSystem): UpdateRequest =>
  edited(request, draft => {
    for (const block of blocks) {
      const asked = draft[block];
      if (asked) deleteUnchanged(asked, fileSystem[block], isNeeded);
    }
    const { FileSystemId } = draft;
    deleteUnchanged(draft, fileSystem);
    draft.FileSystemId = FileSystemId;
  });

/** Members that are checked even if they repeat the present value: they depend on others, or must be in the request. */
const checkedAnyway: readonly string[] = [
  "ThroughputCapacityPerHAPair",
  "AutomaticBackupRetentionDays",
  "DiskIopsConfiguration",
  "MetadataConfiguration",
  "DataReadCacheConfiguration",
  "ReadCacheConfiguration",
];

/** Settings of a directory are tried again even if they are the same: its password is not kept. */
const isAlwaysChange = (name: string): boolean => name === "SelfManagedActiveDirectoryConfiguration";

const isNeeded = (name: string): boolean => checkedAnyway.includes(name) || isAlwaysChange(name);

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

/** Refuses new storage that is not at least 10 percent larger. In whole numbers: 1.1 has no exact binary value. */
export function checkGrowth(before = 0, after: number): void {
  refuseStorageUnless(
    after * 10 >= before * 11,
    `Storage capacity must be at least 10 percent greater than the current storage capacity of ${before} GiB.`,
  );
}
