import type { CreateFileSystemCommandInput } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import type { FsxAccount } from "../account/account";
import type { Backup } from "../records/backups";
import type { FileSystem } from "../records/file-systems";

/** The member that configures a type of file system, in requests and in descriptions alike. */
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

/** What a file system is made from. */
export type FileSystemRequest = Omit<Stored<CreateFileSystemCommandInput>, "ClientRequestToken">;

/** What the type of a file system decides about a new one. */
export type Design = Pick<
  FileSystem,
  Block | "StorageCapacity" | "StorageType" | "FileSystemTypeVersion" | "DNSName" | "KmsKeyId" | "NetworkType"
>;

/** What tells a type of file system from the others. */
export interface FileSystemKind {
  readonly block: Block;
  /** Whether requests may leave the block out. */
  readonly hasDefaultBlock: boolean;
  /** Checks a request and says what becomes of it. */
  design(request: FileSystemRequest, account: FsxAccount, id: string, isRestored: boolean): Design;
  /** What a file system has from when it is available: its addresses. */
  addresses(fileSystem: FileSystem, account: FsxAccount): Partial<FileSystem>;
  /** Why its creation fails in the end, if it does. */
  failure?(fileSystem: FileSystem, account: FsxAccount): string | undefined;
  /** Makes what comes with a new file system. */
  furnish?(fileSystem: FileSystem, request: FileSystemRequest, account: FsxAccount, from?: Backup): void;
  /** As much of the configuration as a backup keeps for users to see. */
  inBackup(fileSystem: FileSystem): Pick<FileSystem, Block>;
}
