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

// The AWS SDK would warn of Node.js 20 once per test file. Workers inherit this.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";

const config: Config = {
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/examples/**/*.test.ts"],
  // These run in jest.deep.config.ts.
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/deep/", "\\.(slow|property)\\.test\\.ts$"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/test/packaging/hosts/"],
  transform: {
    "^.+\\.[jt]s$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }],
  },
  moduleNameMapper: {
    ...moduleNameMapper,
    // d3 is published as ES modules, which jest does not load, and as one script a package, which it does.
    "^(d3-[a-z-]+)$": "<rootDir>/node_modules/$1/dist/$1.js",
  },
  // The mock never waits, but a busy machine can be slow.
  testTimeout: 30_000,
  // By default jest leaves one processor idle, of two processors half the machine.
  maxWorkers: "100%",
  // By the end a worker's heap has grown to about 1 GB of garbage, which takes Node.js longer than jest's default of
  // 500 ms to tear down when the machine is busy. Tests leave no handles open (npx jest --detectOpenHandles).
  workerGracefulExitTimeout: 10_000,
};

export default config;
