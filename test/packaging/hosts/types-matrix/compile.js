/** Compiles the cells of one compiler, which is named as the argument, and prints the errors in them. */
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { cellsOf, modules } from "./cells.js";

const [compiler] = process.argv.slice(2);
const load = createRequire(import.meta.url);

/** TypeScript 7 has no programming interface, and needs none to be fast. */
const byCommand = async ({ folder, configFile }) =>
  promisify(execFile)(process.execPath, [join(modules, compiler, "bin/tsc"), "-p", configFile], {
    cwd: folder,
  }).then(
    () => "",
    ({ stdout, stderr }) => `${stdout}${stderr}`,
  );

/** Checks the programs and the package, not what others declare. Cells of the same options share the files of others. */
const bySharedFiles = ts => {
  const shared = new Map();
  return ({ folder, configFile, config }) => {
    const { options, fileNames } = ts.parseJsonConfigFileContent(
      config,
      ts.sys,
      folder,
      undefined,
      configFile,
    );
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile;
    host.getSourceFile = (path, format, ...others) => {
      const key = JSON.stringify([path, format, options.moduleResolution]);
      if (!shared.has(key)) shared.set(key, read(path, format, ...others));
      return shared.get(key);
    };
    const program = ts.createProgram(fileNames, options, host);
    const checked = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder));
    const found = [
      ...program.getConfigFileParsingDiagnostics(),
      ...program.getOptionsDiagnostics(),
      ...program.getGlobalDiagnostics(),
      ...checked.flatMap(file => [
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
      ]),
    ];
    return ts.formatDiagnostics(found, host);
  };
};

const compile = compiler === "typescript-7" ? byCommand : bySharedFiles(load(compiler));
for (const cell of cellsOf(compiler)) {
  const errors = await compile(cell);
  if (errors === "") continue;
  console.error(`${cell.name}\n${errors}`);
  process.exitCode = 1;
}
