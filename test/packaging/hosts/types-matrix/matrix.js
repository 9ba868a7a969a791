/**
 * Compiles programs that import every entry point of the package, as an ES module and as CommonJS, with each set of
 * clients, compiler and module resolution.
 */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const name = "aws-backup-mock";
const modules = join(import.meta.dirname, "node_modules");
const manifest = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));

/** The clients that are installed, and the packages that stand for them. */
const clientSets = {
  "all clients": { backup: "@aws-sdk/client-backup", efs: "@aws-sdk/client-efs", fsx: "@aws-sdk/client-fsx" },
  "AWS Backup alone": { backup: "@aws-sdk/client-backup" },
  "EFS alone": { efs: "@aws-sdk/client-efs" },
  "FSx alone": { fsx: "@aws-sdk/client-fsx" },
  "AWS Backup 3.245 alone": { backup: "client-backup-3.245" },
};

/** What a compiler does not have is missing: TypeScript 7 has no node10, and 5.4 has bundler for ES modules alone. */
const node16 = { module: "node16", moduleResolution: "node16" };
const bundler = { module: "esnext", moduleResolution: "bundler" };
const node10 = { module: "commonjs", moduleResolution: "node10" };
const compilers = {
  "typescript-5.4": { node16, bundler, node10 },
  "typescript-6": { node10: { ...node10, ignoreDeprecations: "6.0" } },
  "typescript-7": { node16, bundler },
};

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

/** A project beside the host's folder, with a copy of the package, which finds the given clients alone. */
function makeProject(title, clients) {
  const folder = `${import.meta.dirname}, ${title}`;
  const own = join(folder, "node_modules");
  for (const scope of ["@aws-sdk", "@types"]) mkdirSync(join(own, scope), { recursive: true });
  cpSync(join(modules, name), join(own, name), { recursive: true });
  const link = (target, as = target) => symlinkSync(realpathSync(join(modules, target)), join(own, as));
  for (const [service, target] of Object.entries(clients)) link(target, `@aws-sdk/client-${service}`);
  for (const target of [...Object.keys(manifest.dependencies), "@types/jest", "@types/node", "expect"])
    link(target);
  for (const file of ["esm.mts", "commonjs.cts"]) writeFileSync(join(folder, file), programFor(clients));
  return folder;
}

async function compile({ title, folder, compiler, resolution, options }) {
  const config = join(folder, `tsconfig.${compiler}.${resolution}.json`);
  const compilerOptions = {
    ...options,
    target: "es2022",
    lib: ["es2023", "esnext.disposable"],
    types: ["node", "jest"],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    skipDefaultLibCheck: true,
    noEmit: true,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files: ["esm.mts", "commonjs.cts"] }));
  const tsc = join(modules, compiler, "bin/tsc");
  await run(process.execPath, [tsc, "-p", config, "--pretty", "false"], { cwd: folder }).catch(
    ({ stdout, stderr }) => {
      console.error(`${title}, ${compiler}, ${resolution}\n${stdout}${stderr}`);
      process.exitCode = 1;
    },
  );
}

const cells = Object.entries(clientSets).flatMap(([title, clients]) => {
  const folder = makeProject(title, clients);
  return Object.entries(compilers).flatMap(([compiler, resolutions]) =>
    Object.entries(resolutions).map(([resolution, options]) => ({
      title,
      folder,
      compiler,
      resolution,
      options,
    })),
  );
});
const worker = async () => {
  for (let cell = cells.shift(); cell; cell = cells.shift()) await compile(cell);
};
await Promise.all([worker(), worker()]);
