import type { FsxView } from "../account/account";
import type { FileSystem } from "../records/file-systems";

/** The path that a file system imports from, and the one that it exports to. */
interface Repository {
  readonly source: string;
  readonly target: string;
  /** Where it is linked in the file system. */
  readonly directory: string;
}

/** The repositories that a file system is linked to by its configuration or by associations. */
export function repositoriesOf({ fsx }: FsxView, fileSystem: FileSystem): readonly Repository[] {
  const own = fileSystem.LustreConfiguration?.DataRepositoryConfiguration;
  if (own) return [{ source: own.ImportPath ?? "", target: own.ExportPath ?? "", directory: "/" }];
  const associations = fsx.associations.by("fileSystem", fileSystem.FileSystemId);
  return [...associations].map(({ DataRepositoryPath: path, FileSystemPath: directory = "/" }) => ({
    source: path,
    target: path,
    directory,
  }));
}

export const isLinked = (account: FsxView, fileSystem: FileSystem): boolean =>
  repositoriesOf(account, fileSystem).length > 0;

const asFolder = (path: string): string => (path.endsWith("/") ? path : `${path}/`);

/** Whether a path is a folder or inside it. */
export const isWithin = (path: string, folder: string): boolean =>
  asFolder(path).startsWith(asFolder(folder));

export const overlap = (a: string, b: string): boolean => isWithin(a, b) || isWithin(b, a);
