import { readFileSync } from "node:fs";

/**
 * What each room of `src/` may import from the others. The doors in `src/` itself may import every room.
 * Rooms of `core/` are imported through their `index.ts` only.
 */
const rooms = {
  model: [],
  "core/store": [],
  "core/basics": ["model"],
  "core/time": ["core/store", "core/basics"],
  "core/world": ["core/store", "core/basics", "core/time", "model"],
  "core/calls": ["core/store", "core/basics", "core/time", "core/world", "model"],
  anonymize: ["model"],
  services: ["core", "model"],
  integrations: ["services", "core", "model"],
  adapters: ["core", "model"],
  seeding: ["integrations", "services", "core", "model"],
  forecast: ["seeding", "integrations", "services", "core", "model"],
  mock: ["forecast", "adapters", "seeding", "integrations", "services", "core", "model"],
  infrastructure: ["mock", "seeding", "adapters", "anonymize", "services", "core", "model"],
  evidence: ["mock", "seeding", "adapters", "anonymize", "core", "model"],
  matchers: ["mock", "adapters", "core", "model"],
};

const inRooms = names => `^src/(${names.join("|")})/`;

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room.replace("/", "-")}-imports`,
  comment: `src/${room} may import ${allowed.length > 0 ? allowed.map(name => `src/${name}`).join(", ") : "nothing of ours"}.`,
  severity: "error",
  from: { path: inRooms([room]) },
  to: { path: "^src/", pathNot: inRooms([room, ...allowed]) },
}));

/** The floors of each service, from the ground: a floor imports the floors below it. */
const floorRules = [
  {
    name: "records-on-the-ground",
    comment: "Records (types, tables, groupings) import nothing else of their service.",
    severity: "error",
    from: { path: "^src/services/([^/]+)/records/" },
    to: { path: "^src/services/", pathNot: "^src/services/$1/records/" },
  },
  {
    name: "account-above-records",
    comment: "What handlers see of an account knows the records, and no rule.",
    severity: "error",
    from: { path: "^src/services/([^/]+)/account/" },
    to: { path: "^src/services/", pathNot: "^src/services/$1/(records|account)/" },
  },
  {
    name: "operations-on-top",
    comment: "Only index.ts imports the table of operations.",
    severity: "error",
    from: { path: "^src/services/([^/]+)/", pathNot: "^src/services/[^/]+/index[.]ts$" },
    to: { path: "^src/services/[^/]+/(operations|index)[.]ts$", pathNot: "^src/services/[^/]+/records/" },
  },
];

/** Each room of `core/` is imported through its face. */
const faceRules = Object.keys(rooms)
  .filter(room => room.startsWith("core/"))
  .map(room => ({
    name: `${room.replace("/", "-")}-through-its-face`,
    comment: `Outside src/${room}, import from its index.ts.`,
    severity: "error",
    from: { path: "^(src|test|bench)/", pathNot: `^src/${room}/` },
    to: { path: `^src/${room}/`, pathNot: `^src/${room}/index[.]ts$` },
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
    ...floorRules,
    ...faceRules,
    {
      name: "services-apart",
      comment: "One service never imports another; src/integrations joins them.",
      severity: "error",
      from: { path: "^src/services/([^/]+)/" },
      to: { path: "^src/services/", pathNot: "^src/services/$1/" },
    },
    {
      name: "no-circles",
      comment: "No file depends on itself by way of others, type imports included.",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true },
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
      from: { path: "^src/", pathNot: "^src/(matchers/|(jest|jest-globals|vitest)[.]ts$)" },
      to: { path: testFrameworks },
    },
    {
      name: "no-test-framework-in-matchers",
      comment: "Matchers know the types of jest and vitest only: their code is the host's.",
      severity: "error",
      from: { path: "^src/(matchers/|(jest|jest-globals|vitest)[.]ts$)" },
      to: { path: testFrameworks, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-dependencies",
      comment: "What the package imports at run time is listed under dependencies in package.json.",
      severity: "error",
      from: { path: "^src/" },
      to: {
        // tsdown copies d3 into the package.
        pathNot: "(^|node_modules/)d3-",
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "d3-for-pictures",
      comment: "Only pictures need d3.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/forecast/picture/" },
      to: { path: "(^|node_modules/)d3-" },
    },
    {
      name: "sorted-btree-through-the-store",
      comment: "src/core/store/btree.ts evens out what module systems make of sorted-btree.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/core/store/btree[.]ts$" },
      to: { path: "(^|/)sorted-btree(/|$)" },
    },
    {
      name: "immer-through-the-store",
      comment:
        "src/core/store/edit.ts is where immer is loaded, with the first edit in depth; types may be imported anywhere.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/core/store/edit[.]ts$" },
      to: { path: "(^|/)immer(/|$)", dependencyTypesNot: ["type-only"] },
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
