/**
 * Writes the JSON Schemas of fixtures and of the bodies of control paths, from the API models, the collections that
 * fixtures seed and the control paths. Run by `npm run schemas`; a test checks that they are up to date.
 */
import { writeFileSync } from "node:fs";
import { controlSchema } from "./schema/control";
import { fixtureSchema } from "./schema/fixture";

/** The texts of the schemas, by file. In one line: they are read by programs, and take half the space. */
export const schemaTexts = (): Readonly<Record<string, string>> => ({
  "fixture.json": `${JSON.stringify(fixtureSchema())}\n`,
  "control.json": `${JSON.stringify(controlSchema())}\n`,
});

if (process.argv[1]?.endsWith("write-schemas.ts")) {
  for (const [name, text] of Object.entries(schemaTexts())) {
    writeFileSync(new URL(`../schema/${name}`, import.meta.url), text);
  }
}
