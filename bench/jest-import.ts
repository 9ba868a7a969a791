/**
 * The time to import the built package and its jest matchers in a jest test file, against aws-sdk-client-mock and its
 * matchers. Test files of both take turns in one run of jest. Run `npx tsx bench/jest-import.ts` after a build.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Figure, print } from "./harness";

const repository = resolve(import.meta.dirname, "..");
const rounds = 15;

const contenders = {
  own: ["aws-backup-mock", "aws-backup-mock/jest"],
  other: ["aws-sdk-client-mock", "aws-sdk-client-mock-jest"],
};

/** A test file that appends the milliseconds of its imports to a file. */
const testFile = (name: string, imports: readonly string[]): string => `
const start = performance.now();
${imports.map(each => `require("${each}");`).join("\n")}
const took = performance.now() - start;
test("imported", () => require("node:fs").appendFileSync("${name}.txt", took + "\\n"));
`;

/** Runs the files in the order of their names. */
const sequencer = `
const { default: Sequencer } = require("@jest/test-sequencer");
module.exports = class extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
};
`;

function makeProject(folder: string): void {
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "@jest"), { recursive: true });
  symlinkSync(repository, join(modules, "aws-backup-mock"));
  for (const name of ["aws-sdk-client-mock", "aws-sdk-client-mock-jest", "@jest/test-sequencer"]) {
    symlinkSync(join(repository, "node_modules", name), join(modules, name));
  }
  const jest = { transform: {}, testSequencer: "./sequencer.js" };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, jest }));
  writeFileSync(join(folder, "sequencer.js"), sequencer);
  // The first round only warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, imports] of Object.entries(contenders)) {
      writeFileSync(
        join(folder, `${String(round).padStart(2, "0")}-${name}.test.js`),
        testFile(name, imports),
      );
    }
  }
}

function timesIn(folder: string, name: keyof typeof contenders): number[] {
  const lines = readFileSync(join(folder, `${name}.txt`), "utf8")
    .trim()
    .split("\n");
  return lines.slice(1).map(Number);
}

/** The best and the median time. On a busy machine, compare the best. */
const summary = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  return `${sorted[0]?.toFixed(1)} ms, median ${sorted[sorted.length >> 1]?.toFixed(1)}`;
};

export function jestImportFigures(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), "aws-backup-mock-jest-import-"));
  try {
    makeProject(folder);
    const jest = join(repository, "node_modules/jest/bin/jest.js");
    execFileSync(process.execPath, [jest, "--runInBand", "--silent"], { cwd: folder, stdio: "pipe" });
    const own = timesIn(folder, "own");
    const other = timesIn(folder, "other");
    const ratio = (Math.min(...own) / Math.min(...other)).toFixed(2);
    const name = "import with matchers, jest test file";
    return [
      { name, value: summary(own), target: "≤ 8 ms" },
      {
        name: `${name}, against aws-sdk-client-mock`,
        value: `${ratio} × (against ${summary(other)})`,
        target: "≤ 0.33 ×",
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) print(jestImportFigures());
