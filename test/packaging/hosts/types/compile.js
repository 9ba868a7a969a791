import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const { resolve } = createRequire(import.meta.url);

const compile = (compiler, project) =>
  run(process.execPath, [join(dirname(resolve(`${compiler}/package.json`)), "bin/tsc"), "-p", project]).catch(
    ({ stdout }) => {
      console.error(`${compiler}, ${project}\n${stdout}`);
      process.exitCode = 1;
    },
  );

await Promise.all([
  compile("typescript-5.4", "tsconfig.node16.json"),
  compile("typescript", "tsconfig.node16.json")
    .then(() => compile("typescript-7", "tsconfig.node16.json"))
    .then(() => compile("typescript-7", "tsconfig.bundler.json")),
]);
