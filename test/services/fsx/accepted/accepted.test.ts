import { serviceModel } from "../../../../src/model/index";
import { inputPaths, missingFrom, pathsOf } from "../../../support/echoed-input";
import type { AskedOf } from "./asked";
import { fileSystems } from "./file-systems";
import { others } from "./others";
import { volumes } from "./volumes";

const asked: AskedOf = { ...fileSystems, ...volumes, ...others };

/** What AWS takes and never shows: secrets, security groups, the policies of access points. */
const isKeptSecret = (path: string): boolean =>
  /Password$|^SecurityGroupIds\[\]$|^S3AccessPoint.Policy$/.test(path);

/** What is seen in other things than the one described. */
const isSeenElsewhere = (path: string): boolean =>
  /^ClientRequestToken$|(Add|Remove)RouteTableIds\[\]$/.test(path);

/** What no request can say together with what it needs, or at all. */
const refused: Readonly<Record<string, readonly string[]>> = {
  // Only file systems that are made anew can be linked to a bucket.
  CreateFileSystemFromBackup: ["ImportPath", "ExportPath", "ImportedFileChunkSize", "AutoImportPolicy"].map(
    name => `LustreConfiguration.${name}`,
  ),
  // For file caches, which have no such tasks of users.
  CreateDataRepositoryTask: ["CapacityToRelease"],
};

test("all operations that create or change something described are here", () => {
  const operations = serviceModel("fsx").operationNames();
  const changing = operations.filter(name => /^(Create|Copy|Update)/.test(name));
  // What it changes of a volume is the content, and told by an administrative action.
  const expected = changing.filter(name => name !== "CopySnapshotAndUpdateVolume");
  expect(Object.keys(asked).sort()).toEqual(expected);
});

test.each(Object.entries(asked))("%s shows all that it was asked for", async (operation, ask) => {
  const pairs = await ask();
  const missing = pairs.flatMap(([input, description]) => missingFrom(description ?? {}, input));
  const paths = (text: string) => text.slice(0, text.indexOf(": "));
  expect(missing.filter(text => !isKeptSecret(paths(text)) && !isSeenElsewhere(paths(text)))).toEqual([]);
  const used = new Set([...pairs.flatMap(([input]) => pathsOf(input)), ...(refused[operation] ?? [])]);
  const unused = inputPaths("fsx", operation).filter(path => !used.has(path) && !isSeenElsewhere(path));
  expect(unused).toEqual([]);
});
