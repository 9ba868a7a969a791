import type { FsxView } from "../account/account";
import type { FileSystem } from "../records/file-systems";

type Keeping = Pick<FsxView, "fsx">;

/** Where a file system imports from, and where it exports to. */
interface Repository {
  readonly source: string;
  readonly target: string;
}

/** The repositories that a file system is linked to, by its own configuration or by associations. */
export function repositoriesOf({ fsx }: Keeping, fileSystem: FileSystem): readonly Repository[] {
  const own = fileSystem.LustreConfiguration?.DataRepositoryConfiguration;
  if (own) return [{ source: own.ImportPath ?? "", target: own.ExportPath ?? "" }];
  const associations = fsx.associations.by("fileSystem", fileSystem.FileSystemId);
  return [...associations].map(({ DataRepositoryPath: path }) => ({ source: path, target: path }));
}

export const isLinked = (account: Keeping, fileSystem: FileSystem): boolean =>
  repositoriesOf(account, fileSystem).length > 0;

const asFolder = (path: string): string => (path.endsWith("/") ? path : `${path}/`);

/** Whether a path lies in a folder, or is the folder itself. */
export const isWithin = (path: string, folder: string): boolean =>
  asFolder(path).startsWith(asFolder(folder));

export const overlap = (a: string, b: string): boolean => isWithin(a, b) || isWithin(b, a);
