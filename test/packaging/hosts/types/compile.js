import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";

const run = promisify(execFile);
const { resolve } = createRequire(import.meta.url);

const compile = async compiler => {
  for (const project of ["tsconfig.node16.json", "tsconfig.bundler.json"]) {
    await run(process.execPath, [resolve(`${compiler}/bin/tsc`), "-p", project]).catch(({ stdout }) => {
      console.error(`${compiler}, ${project}\n${stdout}`);
      process.exitCode = 1;
    });
  }
};

await Promise.all(["typescript", "typescript-5.4"].map(compile));
