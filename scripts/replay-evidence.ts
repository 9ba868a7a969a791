/**
 * Replays records of AWS's behaviour on the mock and prints each one that does not hold, with its differences. Takes files
 * and folders; without any, all of test/evidence. Run as `npx tsx scripts/replay-evidence.ts [path...]`.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { compare, describeDifference } from "../src/evidence";

const root = new URL("../test/evidence", import.meta.url).pathname;
const given = process.argv.slice(2);

const recordFiles = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { encoding: "utf8", recursive: true })
        .filter(name => name.endsWith(".json") && name !== "not-yet.json")
        .sort()
        .map(name => join(path, name))
    : [path];

/** The lines to print for a file; none when all of its records hold. */
async function linesFor(file: string): Promise<readonly string[]> {
  try {
    const differences = await compare(file);
    return differences.map(each => `  ${describeDifference(each).replaceAll("\n", "\n  ")}`);
  } catch (thrown) {
    return [`  ${thrown instanceof Error ? thrown.message : String(thrown)}`];
  }
}

for (const path of given) {
  if (existsSync(path)) continue;
  console.error(`There is no file or folder ${path}.`);
  process.exit(2);
}
const files = (given.length > 0 ? given : [root]).flatMap(recordFiles);
let held = 0;
for (const file of files) {
  const lines = await linesFor(file);
  if (lines.length === 0) held++;
  else console.log([`✗ ${relative(process.cwd(), file)}`, ...lines, ""].join("\n"));
}
console.log(`${held} of ${files.length} records hold.`);
if (held < files.length) process.exitCode = 1;
