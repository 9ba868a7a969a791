/**
 * The tests that mutants have to get past, as one file: a mutant then costs one start of jest and one loading of the
 * SDK. CONTRIBUTING.md tells more.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** What is quick and concerned with what is mutated; folders with all that is in them. */
const chosen = [
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
  "trust/regressions.test.ts",
];

const isTest = (name: string): boolean => name.endsWith(".test.ts");

const files = chosen.flatMap(name =>
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
