import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "..");

/** The files that jest.deep.config.ts runs. */
const isInDeepRun = (file: string): boolean =>
  /^(deep|properties)[\\/]|^evidence[\\/]records\.test|\.(property|slow)\.test\.ts$/.test(file);

test("npm run test:deep includes every test whose depth can be chosen", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(file =>
    file.endsWith(".ts"),
  );
  const adjustable = files.filter(file =>
    /from "[./]+\/support\/depth"/.test(readFileSync(join(folder, file), "utf8")),
  );
  expect(adjustable.length).toBeGreaterThan(3);
  expect(adjustable.filter(file => !isInDeepRun(file))).toEqual([]);
});
