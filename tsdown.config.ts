import { defineConfig, type Rolldown } from "tsdown";
import tsconfig from "./tsconfig.json" with { type: "json" };

/** The entry points and their sources, from tsconfig.json: `aws-backup-mock/x` is built to dist/x. */
const entry = Object.fromEntries(
  Object.entries(tsconfig.compilerOptions.paths).flatMap(([name, files]) =>
    files.map(file => [name.split("/")[1] ?? "index", file]),
  ),
);

/**
 * Gives every CommonJS entry an ES module that re-exports it, and that module declarations that re-export its types. A
 * process that loads the package both ways then has one copy of it: one class of errors, one record of the clients held,
 * one set of types. It is also half the size, and imports in half the time: Node searches CommonJS for the names it
 * exports, unless it is loaded with `require`.
 */
const esmEntries: Rolldown.Plugin = {
  name: "esm-entries",
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk" || !chunk.isEntry || !chunk.fileName.endsWith(".cjs")) continue;
      const load = `createRequire(import.meta.url)("./${chunk.fileName}")`;
      const exported =
        chunk.exports.length > 0 ? `export const { ${chunk.exports.join(", ")} } = ${load}` : load;
      const source = `import { createRequire } from "node:module";\n\n${exported};\n`;
      this.emitFile({ type: "asset", fileName: `${chunk.name}.mjs`, source });
      const types = `export * from "./${chunk.fileName}";\n`;
      this.emitFile({ type: "asset", fileName: `${chunk.name}.d.mts`, source: types });
    }
  },
};

/**
 * Loads the services with the first mock, not with the import, so that files that only import the package, such as setup
 * files and helpers, load quickly.
 */
const loadedWithFirstMock: Rolldown.Plugin = {
  name: "loaded-with-first-mock",
  generateBundle(_options, bundle) {
    const entry = bundle["index.cjs"];
    if (entry?.type !== "chunk") return;
    const imported = /const (\w+) = (require\("\.\/mock-aws-[\w-]+\.cjs"\));\n/;
    const [whole = "", name, load] = imported.exec(entry.code) ?? [];
    const exported = `exports.mockAws = ${name}.mockAws;`;
    if (!entry.code.includes(exported)) this.error("The entry does not export mockAws in the expected form.");
    entry.code = entry.code
      .replace(whole, "")
      .replace(exported, `exports.mockAws = function mockAws(options) { return ${load}.mockAws(options); };`);
  },
};

/** Loads immer with the first edit in depth, which many test files never make. */
const immerWithFirstEdit: Rolldown.Plugin = {
  name: "immer-with-first-edit",
  generateBundle(_options, bundle) {
    const load = 'let immer = require("immer");\n';
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk" || !chunk.code.includes(load)) continue;
      chunk.code = chunk.code
        .replace(load, "")
        .replaceAll("(0, immer.produce)(", 'require("immer").produce(');
      if (/\bimmer\./.test(chunk.code)) this.error(`${chunk.fileName} uses immer in an unexpected form.`);
    }
  },
};

const importOfPeer = /^import (?:\* as ([\w$]+)|\{ (.+) \}) from "@aws-sdk\/client-/;

/**
 * Keeps the declarations valid if a client is not installed or is older: types that it lacks become `any`, without errors
 * in projects that check libraries.
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
  format: "cjs",
  plugins: [loadedWithFirstMock, immerWithFirstEdit, esmEntries],
  // Declarations are built on their own, without the plugins above. Comments that name the source files would cost 40 kB.
  inputOptions: (options, _format, { cjsDts }) => ({
    ...options,
    experimental: { ...options.experimental, attachDebugInfo: "none" },
    plugins: cjsDts ? [options.plugins, withoutEveryPeer] : options.plugins,
  }),
  platform: "node",
  target: "node20",
  dts: true,
  // Fails the build when another dependency, or the types of one, would be copied into the package. d3 is published as ES
  // modules, which CommonJS cannot load, and pictures need little of it. NOTICE has its licence.
  deps: { onlyBundle: [/^d3-/, "internmap"] },
  // The declarations have the doc comments; the code does not repeat them.
  outputOptions: { comments: { jsdoc: false } },
  // Only a module, which has an import or export, can augment the types of jest and vitest.
  footer: { dts: "export {};" },
  failOnWarn: true,
  checks: { pluginTimings: false },
  logLevel: "warn",
});
