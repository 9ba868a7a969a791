import { defineConfig, type Rolldown } from "tsdown";
import tsconfig from "./tsconfig.json" with { type: "json" };

/** The package's public names and their sources stand in tsconfig.json: `aws-backup-mock/x` is built to dist/x. */
const entry = Object.fromEntries(
  Object.entries(tsconfig.compilerOptions.paths).flatMap(([name, files]) =>
    files.map(file => [name.split("/")[1] ?? "index", file]),
  ),
);

/**
 * Gives every CommonJS entry an ES module that hands out its exports. A process that loads the package both ways then
 * has one copy of it: one class of errors, one record of which clients are held. It is also half the size, and imports
 * in half the time, as Node reads through CommonJS for the names it exports, unless it comes by way of `require`.
 */
const esmEntries: Rolldown.Plugin = {
  name: "esm-entries",
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk" || !chunk.isEntry || !chunk.fileName.endsWith(".cjs")) continue;
      const load = `createRequire(import.meta.url)("./${chunk.fileName}")`;
      const handOut =
        chunk.exports.length > 0 ? `export const { ${chunk.exports.join(", ")} } = ${load}` : load;
      const source = `import { createRequire } from "node:module";\n\n${handOut};\n`;
      this.emitFile({ type: "asset", fileName: `${chunk.name}.mjs`, source });
    }
  },
};

/**
 * Loads the account with the first mock that is made, not with the import: a test file pays for what it uses, and set-up
 * files and helpers that only name the package pay next to nothing.
 */
const loadedWithFirstMock: Rolldown.Plugin = {
  name: "loaded-with-first-mock",
  generateBundle(_options, bundle) {
    const entry = bundle["index.cjs"];
    if (entry?.type !== "chunk") return;
    const imported = /const (\w+) = (require\("\.\/mock-aws-[\w-]+\.cjs"\));\n/;
    const [whole = "", name, load] = imported.exec(entry.code) ?? [];
    const handedOut = `exports.mockAws = ${name}.mockAws;`;
    if (!entry.code.includes(handedOut))
      this.error("The entry does not hand out mockAws as it was expected to.");
    entry.code = entry.code
      .replace(whole, "")
      .replace(
        handedOut,
        `exports.mockAws = function mockAws(options) { return ${load}.mockAws(options); };`,
      );
  },
};

/** Loads immer with the first record that is edited in depth: many test files never do that. */
const immerWithFirstEdit: Rolldown.Plugin = {
  name: "immer-with-first-edit",
  generateBundle(_options, bundle) {
    const load = 'let immer = require("immer");\n';
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk" || !chunk.code.includes(load)) continue;
      chunk.code = chunk.code
        .replace(load, "")
        .replaceAll("(0, immer.produce)(", 'require("immer").produce(');
      if (/\bimmer\./.test(chunk.code))
        this.error(`${chunk.fileName} uses immer in another way than expected.`);
    }
  },
};

const importOfPeer = /^import (?:\* as ([\w$]+)|\{ (.+) \}) from "@aws-sdk\/client-/;

/**
 * Lets declarations speak of clients that are not installed, or of an older version: what these do not know is `any`, and
 * no error for those who check libraries, too.
 */
const withoutEveryPeer: Rolldown.Plugin = {
  name: "without-every-peer",
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk" || !/\.d\.[mc]ts$/.test(chunk.fileName)) continue;
      const lines = chunk.code.split("\n");
      const ofPeers = lines.flatMap(line => {
        const [, all, some = ""] = importOfPeer.exec(line) ?? [];
        if (all) return [new RegExp(`\\b${all.replaceAll("$", "\\$")}\\.`)];
        const names = some.split(", ").map(name => name.split(" ").at(-1));
        return some === "" ? [] : [new RegExp(`\\b(${names.join("|")})>*\\[`)];
      });
      const mayFail = (line: string) => [importOfPeer, ...ofPeers].some(form => form.test(line));
      chunk.code = lines.flatMap(line => (mayFail(line) ? ["// @ts-ignore", line] : [line])).join("\n");
    }
  },
};

export default defineConfig({
  entry: { ...entry, cli: "./src/cli.ts" },
  format: {
    cjs: { plugins: [loadedWithFirstMock, immerWithFirstEdit, esmEntries, withoutEveryPeer] },
    esm: { dts: { emitDtsOnly: true }, plugins: [withoutEveryPeer] },
  },
  platform: "node",
  target: "node20",
  dts: true,
  // Fails the build when a dependency, or the types of one, would be copied into the package.
  deps: { onlyBundle: [] },
  // What is documented is documented in the declarations.
  outputOptions: { comments: { jsdoc: false } },
  // Matcher types extend those of jest and vitest, which only a file with an import or an export can do.
  footer: { dts: "export {};" },
  failOnWarn: true,
  checks: { pluginTimings: false },
  logLevel: "warn",
});
