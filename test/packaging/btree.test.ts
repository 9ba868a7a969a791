import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { BTree } from "../../src/core/store";

const program = `
  const tree = new BTree(undefined, (a, b) => a - b);
  tree.set(2, "two");
  tree.set(1, "one");
  console.log(tree.clone().keysArray().join());
`;

describe("the sorted tree is a class", () => {
  let dir: string;
  const run = (file: string, source: string): string => {
    writeFileSync(join(dir, file), source);
    return execFileSync(process.execPath, [join(dir, file)], { encoding: "utf8" }).trim();
  };

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), "aws-backup-mock-btree-"));
    symlinkSync(resolve("node_modules"), join(dir, "node_modules"));
    const build = ["tsdown", "src/core/store/btree.ts", "--out-dir", dir, "--no-dts", "--no-clean"];
    execFileSync("npx", ["--no-install", ...build], { stdio: "pipe" });
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it("in the sources, transpiled for jest", () => {
    const tree = new BTree<number, string>(undefined, (a, b) => a - b);
    tree.set(2, "two");
    tree.set(1, "one");
    expect(tree.clone().keysArray()).toEqual([1, 2]);
  });

  it("in the ESM build", () => {
    expect(run("program.mjs", `import { BTree } from "./btree.mjs";${program}`)).toBe("1,2");
  });

  it("in the CommonJS build", () => {
    expect(run("program.cjs", `const { BTree } = require("./btree.cjs");${program}`)).toBe("1,2");
  });
});
