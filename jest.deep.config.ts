/** @jest-config-loader esbuild-register */
import type { Config } from "jest";
import quick from "./jest.config";

// Workers inherit it; test/support/depth.ts reads it.
process.env["TEST_DEPTH"] = "deep";

/** The long search of the property tests, and the tests that only run there. */
const config: Config = {
  ...quick,
  testMatch: [
    "<rootDir>/test/deep/**/*.test.ts",
    "<rootDir>/test/properties/**/*.test.ts",
    "<rootDir>/test/**/*.{property,slow}.test.ts",
    "<rootDir>/test/evidence/records.test.ts",
  ],
  testPathIgnorePatterns: ["/node_modules/"],
};

export default config;
