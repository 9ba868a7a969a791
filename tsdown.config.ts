import { defineConfig } from "tsdown";
import tsconfig from "./tsconfig.json" with { type: "json" };

/** The package's public names and their sources stand in tsconfig.json: `aws-backup-mock/x` is built to dist/x. */
const entry = Object.fromEntries(
  Object.entries(tsconfig.compilerOptions.paths).flatMap(([name, files]) =>
    files.map(file => [name.split("/")[1] ?? "index", file]),
  ),
);

export default defineConfig({
  entry,
  format: ["esm", "cjs"],
  platform: "node",
  target: "node20",
  dts: true,
  // Fails the build when a dependency, or the types of one, would be copied into the package.
  deps: { onlyBundle: [] },
  hash: false,
  // What is documented is documented in the declarations.
  outputOptions: { comments: { jsdoc: false } },
  // Matcher types extend those of jest and vitest, which only a file with an import or an export can do.
  footer: { dts: "export {};" },
  failOnWarn: true,
  checks: { pluginTimings: false },
  logLevel: "warn",
});
