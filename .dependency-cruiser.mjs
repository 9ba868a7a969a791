import { readFileSync } from "node:fs";

/**
 * What each room of `src/` may import from the others, and nothing else of ours.
 * The files that stand in `src/` itself join the rooms, so they are free.
 */
const rooms = {
  model: [],
  core: ["model"],
  services: ["core", "model"],
  integrations: ["services", "core", "model"],
  adapters: ["core", "model"],
  seeding: ["integrations", "services", "core", "model"],
  evidence: ["index", "mock-aws", "mock", "adapters", "core", "model"],
  witness: ["core", "model"],
  matchers: ["api", "witness", "stubbing", "adapters", "core", "model"],
};

/** A room is a folder, or a single file of that name. */
const inRooms = names => `^src/(${names.join("|")})(/|[.]ts$)`;

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports`,
  comment: `src/${room} may import ${allowed.length > 0 ? allowed.map(name => `src/${name}`).join(", ") : "nothing of ours"}.`,
  severity: "error",
  from: { path: inRooms([room]) },
  to: { path: "^src/", pathNot: inRooms([room, ...allowed]) },
}));

/** The files behind the public names, as tsconfig.json lists them. */
const { paths } = JSON.parse(
  readFileSync(new URL("./tsconfig.json", import.meta.url), "utf8"),
).compilerOptions;
const publicFiles = Object.values(paths).map(
  ([file]) => `^${file.replace("./", "").replaceAll(".", "[.]")}$`,
);

const testFrameworks = [
  "jest",
  "@jest",
  "@types/jest",
  "jest-[a-z-]+",
  "vitest",
  "@vitest",
  "expect",
  "sinon",
  "@types/sinon",
  "chai",
].map(name => `(^|node_modules/)${name}(/|$)`);

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...roomRules,
    {
      name: "services-apart",
      comment: "One service never imports another; src/integrations joins them.",
      severity: "error",
      from: { path: "^src/services/([^/]+)/" },
      to: { path: "^src/services/", pathNot: "^src/services/$1/" },
    },
    {
      name: "no-circles",
      comment:
        "No file loads itself by way of others. Types may know each other within a room; between rooms the table decides.",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "src-stands-alone",
      comment: "The package does not contain tests, examples, benchmarks or scripts.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|examples|bench|scripts)/" },
    },
    {
      name: "public-names-only",
      comment: "Examples use the package as its users do.",
      severity: "error",
      from: { path: "^examples/" },
      to: { path: "^src/", pathNot: publicFiles },
    },
    {
      name: "sdk-types-only",
      comment: "The package runs with any version of the SDK, and without it: `import type` only.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "(^|/)(@aws-sdk|@smithy)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-test-framework",
      comment: "No test framework is imported; src/matchers may know the types of jest and vitest.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/matchers/" },
      to: { path: testFrameworks },
    },
    {
      name: "no-test-framework-in-matchers",
      comment: "Matchers know the types of jest and vitest only: their code is the host's.",
      severity: "error",
      from: { path: "^src/matchers/" },
      to: { path: testFrameworks, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-dependencies",
      comment: "What the package imports at run time is listed under dependencies in package.json.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "sorted-btree-through-core",
      comment: "src/core/btree.ts evens out what module systems make of sorted-btree.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/core/btree[.]ts$" },
      to: { path: "(^|/)sorted-btree(/|$)" },
    },
    {
      name: "nothing-ambient",
      comment:
        "The account needs no file, socket, timer or environment: Node's modules are for adapters and the command line.",
      severity: "error",
      from: { path: inRooms(["model", "core", "services", "integrations"]) },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "resolvable",
      comment: "Every import leads somewhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|test/packaging/hosts)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
