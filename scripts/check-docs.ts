/**
 * Generates the API reference into a temporary folder and compares it with docs/api. Run by `npm run check:docs`. A
 * declaration without a doc comment fails it too. Tests compare the other generated pages.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const committed = "docs/api";

/** The pages of a folder, by name. */
const pagesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), "utf8")]));

function generate(folder: string): void {
  const { status } = spawnSync("npx", ["typedoc", "--logLevel", "Warn", "--out", folder], {
    stdio: "inherit",
  });
  if (status !== 0)
    throw new Error("Cannot generate the API reference: typedoc failed; see its warnings above.");
}

const folder = mkdtempSync(join(tmpdir(), "aws-backup-mock-docs-"));
try {
  generate(folder);
  const [generated, present] = [pagesIn(folder), pagesIn(committed)];
  const names = [...new Set([...generated.keys(), ...present.keys()])].sort();
  const outdated = names.filter(name => generated.get(name) !== present.get(name));
  for (const name of outdated) console.error(`✗ ${committed}/${name} is out of date; run npm run docs`);
  if (outdated.length > 0) process.exitCode = 1;
  else console.log(`✓ ${committed} is up to date (${names.length} pages)`);
} finally {
  rmSync(folder, { recursive: true });
}
