import type { CreateFileSystemCommandInput } from "@aws-sdk/client-fsx";
import type { Draft } from "immer";
import type { Stored } from "../../../core/world";
import type { FsxAccount, FsxView } from "../account/account";
import type { Backup } from "../records/backups";
import type { FileSystem } from "../records/file-systems";

/** The member that configures a type of file system, in requests and in descriptions. */
export type Block =
  | "WindowsConfiguration"
  | "LustreConfiguration"
  | "OntapConfiguration"
  | "OpenZFSConfiguration";

export const blocks: readonly Block[] = [
  "WindowsConfiguration",
  "LustreConfiguration",
  "OntapConfiguration",
  "OpenZFSConfiguration",
];

/** A request to create a file system, empty or from a backup. */
export type FileSystemRequest = Omit<Stored<CreateFileSystemCommandInput>, "ClientRequestToken">;

/** The members of a new file system that depend on its type. */
export type TypedMembers = Pick<
  FileSystem,
  Block | "StorageCapacity" | "StorageType" | "FileSystemTypeVersion" | "DNSName" | "KmsKeyId" | "NetworkType"
>;

/** Whether a file system without daily backups shows `AutomaticBackupRetentionDays: 0` or leaves it out. */
export type NoBackups = "shown" | "hidden";

/** How one type of file system differs from the others. */
export interface FileSystemKind {
  readonly block: Block;
  /** Whether requests may leave the block out. */
  readonly hasDefaultBlock: boolean;
  readonly noBackups: NoBackups;
  /** Checks a request and returns the members that depend on the type. Throws AWS's refusals. */
  membersFor(request: FileSystemRequest, account: FsxAccount, id: string, isRestored: boolean): TypedMembers;
  /** Gives a file system that becomes available its network addresses. */
  assignAddresses(draft: Draft<FileSystem>, account: FsxAccount): void;
  /** Why the creation fails, if it does. */
  failure?(fileSystem: FileSystem, account: FsxAccount): string | undefined;
  /** Creates the aliases or volumes that belong to a new file system. */
  createDependents?(
    fileSystem: FileSystem,
    request: FileSystemRequest,
    account: FsxAccount,
    from?: Backup,
  ): void;
  /** The part of the configuration that a backup shows. */
  inBackup(fileSystem: FileSystem, account: FsxView): Pick<FileSystem, Block>;
}
