/** @jest-config-loader esbuild-register */
import type { Config } from "jest";

const config: Config = {
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  transform: { "^.+\\.[jt]s$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
  moduleNameMapper: { "^aws-backup-mock$": "<rootDir>/src/index.ts" },
};

export default config;
