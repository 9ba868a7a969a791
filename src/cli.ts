#!/usr/bin/env node
import { run } from "./cli/run";

// Whoever read what is said may be gone before the end, which is no reason to end otherwise.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

run(process.argv.slice(2)).then(code => {
  process.exitCode = code;
});
