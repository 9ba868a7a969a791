import { defineConfig } from "vitest/config";

// The first stack of a process takes the CDK some seconds.
export default defineConfig({ test: { testTimeout: 60_000 } });
