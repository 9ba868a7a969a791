#!/usr/bin/env node
import { run } from "./cli/run";

// The reader of the output may be gone, which must not end the server.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

run(process.argv.slice(2)).then(code => {
  process.exitCode = code;
});
