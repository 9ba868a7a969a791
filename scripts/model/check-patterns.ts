/**
 * Proves that no pattern of the models can take more than linear time, whatever text a caller sends
 * (`npm run check:patterns`). With `--source`, does the same for the regular expressions that are written in `src/`.
 *
 * A proof can take seconds, so successful ones are cached in `node_modules/.cache`.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { modelPatterns } from "./model-patterns";
import { superLinear } from "./pattern-complexity";
import { type SourcePattern, sourcePatterns } from "./source-patterns";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cache = join(root, "node_modules/.cache/linear-patterns.json");

const { values } = parseArgs({ options: { source: { type: "boolean", default: false } } });
const patterns = values.source ? [...modelPatterns(), ...sourcePatterns(join(root, "src"))] : modelPatterns();
const proved = new Set(readProved());
let failures = 0;
for (const pattern of patterns) failures += await check(pattern);
mkdirSync(join(cache, ".."), { recursive: true });
writeFileSync(cache, JSON.stringify([...proved].sort()));
console.log(`${patterns.length} regular expressions, ${failures} of them not linear`);
if (failures > 0) process.exitCode = 1;

async function check({ where, source, flags }: SourcePattern): Promise<number> {
  const key = `/${source}/${flags}`;
  if (proved.has(key)) return 0;
  const problem = await superLinear(source, flags);
  if (problem === undefined) proved.add(key);
  else console.error(`${where}: ${problem}: ${key}`);
  return problem === undefined ? 0 : 1;
}

function readProved(): readonly string[] {
  try {
    const known: unknown = JSON.parse(readFileSync(cache, "utf8"));
    return Array.isArray(known) ? known.map(String) : [];
  } catch {
    return [];
  }
}
