/** @jest-config-loader esbuild-register */
import type { Config } from "jest";
import tsconfig from "./tsconfig.json";

/** The package's public names, answered from its sources. */
const moduleNameMapper = Object.fromEntries(
  Object.entries(tsconfig.compilerOptions.paths).map(([name, files]) => [
    `^${name}$`,
    files.map(file => file.replace(".", "<rootDir>")),
  ]),
);

const config: Config = {
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/examples/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/test/packaging/hosts/"],
  transform: {
    "^.+\\.[jt]s$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }],
  },
  moduleNameMapper,
  // No test waits for time to pass, but a machine with much else to do may be slow.
  testTimeout: 30_000,
  // Without this, jest leaves a processor idle, of two often one.
  maxWorkers: "100%",
};

export default config;
