import { serviceModel } from "../../../../src/model/index";
import { inputPaths, missingFrom, pathsOf } from "../../../support/echoed-input";
import type { AskedOf } from "./asked";
import { fileSystems } from "./file-systems";
import { others } from "./others";
import { volumes } from "./volumes";

const asked: AskedOf = { ...fileSystems, ...volumes, ...others };

/** Input that AWS accepts and never shows: secrets, security groups, policies of access points. */
const isKeptSecret = (path: string): boolean =>
  /Password$|^SecurityGroupIds\[\]$|^S3AccessPoint.Policy$/.test(path);

/** Input that shows in other resources. */
const isSeenElsewhere = (path: string): boolean =>
  /^ClientRequestToken$|(Add|Remove)RouteTableIds\[\]$/.test(path);

/** Input that no valid request can contain. */
const refused: Readonly<Record<string, readonly string[]>> = {
  // Restored file systems cannot be linked to a bucket.
  CreateFileSystemFromBackup: ["ImportPath", "ExportPath", "ImportedFileChunkSize", "AutoImportPolicy"].map(
    name => `LustreConfiguration.${name}`,
  ),
  // Only for storage virtual machines.
  UpdateFileSystem: [
    "WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.FileSystemAdministratorsGroup",
  ],
  // Only for file caches, for which users cannot create tasks.
  CreateDataRepositoryTask: ["CapacityToRelease"],
};

test("every operation that creates or changes a described resource is tested", () => {
  const operations = serviceModel("fsx").operationNames();
  const changing = operations.filter(name => /^(Create|Copy|Update)/.test(name));
  // It changes the content of a volume, which only an administrative action shows.
  const expected = changing.filter(name => name !== "CopySnapshotAndUpdateVolume");
  expect(Object.keys(asked).sort()).toEqual(expected);
});

test.each(Object.entries(asked))("the result of %s shows its input", async (operation, ask) => {
  const pairs = await ask();
  const missing = pairs.flatMap(([input, description]) => missingFrom(description ?? {}, input));
  const paths = (text: string) => text.slice(0, text.indexOf(": "));
  expect(missing.filter(text => !isKeptSecret(paths(text)) && !isSeenElsewhere(paths(text)))).toEqual([]);
  const used = new Set([...pairs.flatMap(([input]) => pathsOf(input)), ...(refused[operation] ?? [])]);
  const unused = inputPaths("fsx", operation).filter(path => !used.has(path) && !isSeenElsewhere(path));
  expect(unused).toEqual([]);
});
