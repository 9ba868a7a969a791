/**
 * Compiles programs that import every entry point of the package, as an ES module and as CommonJS, with each set of
 * clients, compiler and module resolution.
 */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { cellsOf, clientSets, compilers, folderOf, modules, programs } from "./cells.js";

const run = promisify(execFile);
const name = "aws-backup-mock";
const manifest = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
const clientClasses = { backup: "BackupClient", efs: "EFSClient", fsx: "FSxClient" };

/** A program that uses every entry point, and sees its types. */
function programFor(clients) {
  const entries = Object.keys(manifest.exports).filter(entry => !entry.endsWith(".json"));
  const imports = entries.map(
    (entry, index) => `import * as entry${index} from "${entry.replace(".", name)}";`,
  );
  const classes = Object.keys(clients).map(service => clientClasses[service]);
  return [
    ...imports,
    ...Object.keys(clients).map(
      service => `import { ${clientClasses[service]} } from "@aws-sdk/client-${service}";`,
    ),
    `export const entries = [${entries.map((_, index) => `entry${index}`).join(", ")}];`,
    "const aws = entry0.mockAws();",
    ...classes.map(name => `export const a${name}: ${name} = aws.attach(new ${name}({}));`),
    'expect(aws).not.toHaveVault("daily", { Locked: true });',
    "// @ts-expect-error: no such option",
    'entry0.mockAws({ regio: "eu-west-1" });',
    "// @ts-expect-error: a string",
    "expect(aws).toHaveVault(5);",
    "",
  ].join("\n");
}

/** A project with a copy of the package, which finds the given clients alone. */
function makeProject(title, clients) {
  const folder = folderOf(title);
  const own = join(folder, "node_modules");
  for (const scope of ["@aws-sdk", "@types"]) mkdirSync(join(own, scope), { recursive: true });
  cpSync(join(modules, name), join(own, name), { recursive: true });
  const link = (target, as = target) => symlinkSync(realpathSync(join(modules, target)), join(own, as));
  for (const [service, target] of Object.entries(clients)) link(target, `@aws-sdk/client-${service}`);
  for (const target of [...Object.keys(manifest.dependencies), "@types/jest", "@types/node", "expect"])
    link(target);
  for (const file of programs) writeFileSync(join(folder, file), programFor(clients));
}

for (const [title, clients] of Object.entries(clientSets)) makeProject(title, clients);
for (const { configFile, config } of Object.keys(compilers).flatMap(cellsOf)) {
  writeFileSync(configFile, JSON.stringify(config));
}

/** Compiles with some compilers, one after the other. */
async function compileWith(...names) {
  for (const name of names) {
    await run(process.execPath, ["compile.js", name]).catch(({ stdout, stderr }) => {
      console.error(`${stdout}${stderr}`);
      process.exitCode = 1;
    });
  }
}
await Promise.all([compileWith("typescript-5.4"), compileWith("typescript-6", "typescript-7")]);
