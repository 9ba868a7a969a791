/**
 * Generates `src/model/tables/*.ts` from the public Smithy models of AWS:
 *
 *     npx tsx scripts/generate-model.ts --models <directory>
 *
 * The directory holds three files of https://github.com/aws/api-models-aws (in `models/<service>/service/<version>/`):
 * `backup-2018-11-15.json`, `efs-2015-02-01.json` and `fsx-2018-03-01.json`. `model/additions.ts` adds what the npm
 * clients have and these models lack.
 *
 * With `--check-against <directory>`, writes nothing and compares the models with another description of the same APIs:
 * `backup.json`, `efs.json` and `fsx.json`, in the format of `model/check.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type ServiceName, serviceNames } from "../src/model/names";
import { withAdditions } from "./model/additions";
import { differences, type Facts } from "./model/check";
import type { SmithyModel } from "./model/smithy";
import { type Table, tableOf } from "./model/table";

const files: Readonly<Record<ServiceName, string>> = {
  backup: "backup-2018-11-15.json",
  efs: "efs-2015-02-01.json",
  fsx: "fsx-2018-03-01.json",
};

const { values } = parseArgs({
  options: { models: { type: "string" }, "check-against": { type: "string" } },
});
if (!values.models)
  throw new Error("Failed to start: no models given; pass their directory with --models <directory>");

for (const service of serviceNames) {
  const model: SmithyModel = JSON.parse(readFileSync(join(values.models, files[service]), "utf8"));
  const table = tableOf(withAdditions(service, model));
  const facts = values["check-against"];
  if (facts) check(service, table, JSON.parse(readFileSync(join(facts, `${service}.json`), "utf8")));
  else write(service, table);
}

function write(service: ServiceName, table: Table): void {
  const source = `// Generated from ${files[service]} of github.com/aws/api-models-aws; do not edit.
// To update it: npx tsx scripts/generate-model.ts --models <directory of the Smithy models>

/** A table in the format of \`../table-format\`: text, so that nothing is parsed when it is loaded. */
export const ${service}Table = \`${textOf(table)}\`;
`;
  writeFileSync(new URL(`../src/model/tables/${service}.ts`, import.meta.url), source);
  console.log(`${service}: ${Object.keys(table.operations).length} operations, ${source.length} characters`);
}

/** The table as the content of a template literal. */
function textOf({ service, operations, shapes }: Table): string {
  const lines = (rows: object) => Object.entries(rows).map(([name, row]) => `${name} ${JSON.stringify(row)}`);
  const text = [JSON.stringify(service), ...lines(operations), "", ...lines(shapes)].join("\n");
  return text.replace(/[\\`]|\$\{/g, "\\$&");
}

function check(service: ServiceName, table: Table, facts: Facts): void {
  const different = differences(table, facts);
  for (const difference of different) console.error(`${service}: ${difference}`);
  console.log(`${service}: ${different.length} differences`);
  if (different.length > 0) process.exitCode = 1;
}
