/**
 * Checks the package as npm would publish it: its files, its size, its dependencies, its links, and known
 * vulnerabilities. Run after `npm run build`; part of `npm run check:package`.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { posix } from "node:path";
import ts from "typescript";
import tsconfig from "../tsconfig.json" with { type: "json" };

const maximumBytes = 2_700_000;
const maximumDependencies = 4;
const expectedFiles =
  /^(package\.json|README\.md|LICENSE|NOTICE|CHANGELOG\.md|docs\/[a-z-]+\.md|schema\/[a-z]+\.json|dist\/.+(\.mjs|\.cjs|\.d\.mts|\.d\.cts))$/;

interface Packed {
  unpackedSize: number;
  files: { path: string; size: number }[];
}
interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  bin?: Record<string, string>;
  scripts?: Record<string, string>;
  exports: Record<string, string | Record<"import" | "require", Record<"types" | "default", string>>>;
}

const [packed]: Packed[] = JSON.parse(
  execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { encoding: "utf8" }),
);
if (!packed) throw new Error("npm packed nothing");
const manifest: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
const paths = packed.files.map(({ path }) => path);
const problems: string[] = [];

for (const path of paths) {
  if (!expectedFiles.test(path)) problems.push(`${path} is not expected in the package`);
}
for (const path of ["README.md", "LICENSE", "NOTICE", "CHANGELOG.md", "package.json"]) {
  if (!paths.includes(path)) problems.push(`${path} is missing from the package`);
}
if (packed.unpackedSize > maximumBytes) {
  problems.push(`the package has ${packed.unpackedSize} bytes unpacked; the limit is ${maximumBytes}`);
}

/** Every entry point has its files, and every entry point of tsconfig.json is exported. */
const entryFiles = Object.values(manifest.exports)
  .flatMap(entry => (typeof entry === "string" ? [] : Object.values(entry).flatMap(Object.values<string>)))
  .concat(Object.values(manifest.bin ?? {}))
  .map(path => path.replace("./", ""));
for (const path of entryFiles) {
  if (!paths.includes(path)) problems.push(`${path} is named in package.json, but missing from the package`);
}
for (const name of Object.keys(tsconfig.compilerOptions.paths)) {
  const entry = name.replace(manifest.name, ".");
  if (!(entry in manifest.exports))
    problems.push(`${name} is in tsconfig.json, but not in the exports of package.json`);
}

const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/**
 * Code may import dependencies only. Declarations may also import types of peers, and those of `./jest` and `./vitest`
 * types of the test framework, which their users have installed.
 */
const dependencies = Object.keys(manifest.dependencies ?? {});
const peers = Object.keys(manifest.peerDependencies ?? {});
const frameworkTypes: Record<string, string[]> = {
  jest: ["expect"],
  "jest-globals": ["@jest/globals", "@jest/expect", "expect"],
  vitest: ["vitest", "@vitest/expect"],
};
const allowedIn = (path: string): string[] => {
  const entry = /^dist\/(.+)\.d\.[mc]ts$/.exec(path)?.[1];
  return entry === undefined ? dependencies : [...dependencies, ...peers, ...(frameworkTypes[entry] ?? [])];
};
for (const path of paths.filter(path => path.startsWith("dist/"))) {
  const allowed = allowedIn(path);
  for (const { fileName } of ts.preProcessFile(readFileSync(path, "utf8"), true, true).importedFiles) {
    if (fileName.startsWith(".") || isBuiltin(fileName) || allowed.includes(packageOf(fileName))) continue;
    problems.push(`${path} imports ${fileName}, which is not a dependency`);
  }
}

/** Relative links in the packaged documentation lead to packaged files, or to pages that only the repository has. */
const onlyInRepository =
  /^(CONTRIBUTING\.md|docs\/api\/[A-Za-z]+\.md|docs\/images\/[a-z-]+\.svg|examples\/[a-z0-9.-]+)$/;
for (const page of paths.filter(path => path.endsWith(".md"))) {
  for (const [, target = ""] of readFileSync(page, "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
    const path = posix.join(posix.dirname(page), target);
    const isThere = onlyInRepository.test(path) ? existsSync(path) : paths.includes(path);
    if (!isThere) problems.push(`${page} links to ${target}, which does not exist`);
  }
}

/** The README says what each dependency is for, and installing the package runs no script. */
const readme = readFileSync("README.md", "utf8");
if (dependencies.length > maximumDependencies) {
  problems.push(`the package has ${dependencies.length} dependencies; the limit is ${maximumDependencies}`);
}
for (const name of dependencies) {
  if (!readme.includes(`\`${name}\``)) problems.push(`the README does not say what ${name} is for`);
}
for (const name of ["preinstall", "install", "postinstall"]) {
  if (manifest.scripts?.[name] !== undefined) problems.push(`installing the package runs the script ${name}`);
}

/** Immer is loaded by the first edit in depth only, so that making a mock stays fast. */
const loads = `require("./dist/index.cjs").mockAws(); process.exit(Object.keys(require.cache).some(path => /[\\\\/]immer[\\\\/]/.test(path)) ? 1 : 0);`;
if (spawnSync(process.execPath, ["-e", loads]).status !== 0) {
  problems.push("making a mock loads immer");
}

/** A forecast loads what it needs with the first one, and nothing of the command line, which would run. */
const forecasts = `
  const aws = require("./dist/index.cjs").mockAws();
  const loaded = name => Object.keys(require.cache).some(path => /[^\\\\/]+$/.exec(path)[0].startsWith(name));
  const early = loaded("forecast");
  aws.forecast({ for: 0 }).then(() => process.exit(early || loaded("cli") || loaded("listen") ? 1 : 0));
`;
if (spawnSync(process.execPath, ["-e", forecasts]).status !== 0) {
  problems.push("making a mock loads forecasts, or a forecast loads the command line");
}

/** Known vulnerabilities of what a user installs. */
interface Audit {
  vulnerabilities?: Record<string, { severity: string }>;
  /** Why the registry gives no answer. */
  message?: string;
}
const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], { encoding: "utf8" });
const { vulnerabilities, message }: Audit = JSON.parse(stdout);
for (const [name, { severity }] of Object.entries(vulnerabilities ?? {})) {
  problems.push(`npm audit reports a vulnerability in ${name}: ${severity}`);
}
if (!vulnerabilities) console.warn(`– skipped npm audit, the registry does not answer it: ${message}`);

if (problems.length > 0) {
  console.error(problems.map(problem => `✗ ${problem}`).join("\n"));
  process.exit(1);
}
console.log(`✓ ${paths.length} files, ${Math.round(packed.unpackedSize / 1000)} kB unpacked`);
