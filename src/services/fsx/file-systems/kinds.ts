import type { FileSystem, FileSystemType } from "../records/file-systems";
import type { FileSystemKind } from "./kind";
import { lustre } from "./lustre";
import { ontap } from "./ontap";
import { openzfs } from "./openzfs";
import { windows } from "./windows";

/** The kind of each type of file system. */
export const kinds: Readonly<Record<FileSystemType, FileSystemKind>> = {
  WINDOWS: windows,
  LUSTRE: lustre,
  ONTAP: ontap,
  OPENZFS: openzfs,
};

export const kindOf = (fileSystem: Pick<FileSystem, "FileSystemType">): FileSystemKind =>
  kinds[fileSystem.FileSystemType];
