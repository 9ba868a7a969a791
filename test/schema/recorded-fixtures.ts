import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "../evidence");

/** The fixtures of the records of AWS's behaviour that are expected to be valid. */
export function recordedFixtures(): readonly { readonly file: string; readonly fixture: unknown }[] {
  return ["backup", "efs", "fsx"].flatMap(service =>
    readdirSync(join(folder, service), { recursive: true, encoding: "utf8" })
      .filter(name => name.endsWith(".json"))
      .flatMap(name => {
        const file = `${service}/${name}`;
        const { fixture }: { fixture?: unknown } = JSON.parse(readFileSync(join(folder, file), "utf8"));
        return fixture === undefined ? [] : [{ file, fixture }];
      }),
  );
}
