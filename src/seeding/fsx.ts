import type {
  CreateBackupRequest,
  CreateFileSystemRequest,
  Backup as SdkBackup,
  FileSystem as SdkFileSystem,
} from "@aws-sdk/client-fsx";
import type { FsxShape } from "../services/fsx/account";
import type { Backup } from "../services/fsx/backups/backups";
import type { FileSystem } from "../services/fsx/file-systems/file-systems";
import { replaysOf } from "./replay";

const replay = replaysOf<FsxShape>();

/** What creating and describing both have, in the words of creating. */
type Seeded<Create, Shown> = Create & Omit<Shown, keyof Create>;

/** The lists of Amazon FSx that a fixture can have, in the order in which they are made. */
export const fsxCollections = {
  fileSystems: replay<Seeded<CreateFileSystemRequest, SdkFileSystem>, FileSystem>({
    by: "CreateFileSystem",
    table: "fileSystems",
    shownBy: "DescribeFileSystems.FileSystems",
    namedBy: "FileSystem.FileSystemId",
  }),
  backups: replay<Seeded<CreateBackupRequest, SdkBackup>, Backup>({
    by: "CreateBackup",
    table: "backups",
    shownBy: "DescribeBackups.Backups",
    namedBy: "Backup.BackupId",
  }),
};
