/**
 * The tests that mutation testing runs (`npm run mutants`), loaded as one file, so that each mutant starts jest and loads
 * the SDK only once.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Fast tests of the mutated code: files, or folders with all their files. */
const selected = [
  "core",
  "time",
  "services/efs",
  "seeding",
  "matchers/world.test.ts",
  "matchers/commands.test.ts",
  "adapters/abort.test.ts",
  "adapters/attach.test.ts",
  "adapters/client-place.test.ts",
  "adapters/exceptions.test.ts",
  "adapters/wire/request-handler.test.ts",
  "services/backup/backup-jobs.test.ts",
  "services/backup/legal-holds.test.ts",
  "services/backup/plan-runs.test.ts",
  "services/backup/settings.test.ts",
  "services/backup/vault-policies.test.ts",
  "services/fsx/waiting.test.ts",
  "properties/regressions.test.ts",
];

const isTest = (name: string): boolean => name.endsWith(".test.ts");

const files = selected.flatMap(name =>
  isTest(name)
    ? [name]
    : readdirSync(join(__dirname, name))
        .filter(isTest)
        .map(file => `${name}/${file}`),
);

for (const file of files) {
  describe(file, () => {
    require(`./${file}`);
  });
}
