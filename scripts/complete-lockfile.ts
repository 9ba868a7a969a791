/**
 * Adds to package-lock.json the packages of other platforms that npm left out, so that `npm ci` works everywhere. Also
 * removes the download addresses, which differ between machines. Run `npm run lockfile` after a change of dependencies.
 *
 * Tools with a native part, such as the compiler and the linter, have one optional package per platform. npm writes only
 * those that it could look up; `npm ci` then rejects the lock file as incomplete, on every machine.
 */
import { readFileSync, writeFileSync } from "node:fs";

interface LockedPackage {
  version?: string;
  resolved?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  cpu?: string[];
  os?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const file = new URL("../package-lock.json", import.meta.url);
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync(file, "utf8"));

const systems = new Set("aix android darwin freebsd linux netbsd openbsd openharmony sunos win32".split(" "));
const processors = new Set("arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64".split(" "));
const libraries = new Map([
  ["gnu", "glibc"],
  ["gnueabihf", "glibc"],
  ["musl", "musl"],
  ["musleabihf", "musl"],
]);

/** The platform in the name of a package: `@swc/core-linux-x64-musl` is for linux, x64 and musl. */
const platformOf = (name: string): Pick<LockedPackage, "cpu" | "os" | "libc"> | undefined => {
  const words = name.split(/[-/]/);
  const cpu = words.filter(word => processors.has(word));
  const os = words.filter(word => systems.has(word));
  const libc = os.includes("linux") ? words.flatMap(word => libraries.get(word) ?? []) : [];
  if (cpu.length !== 1) return undefined;
  return { cpu, ...(os.length > 0 && { os }), ...(libc.length > 0 && { libc }) };
};

/** The paths at which Node looks for a dependency of the package at `path`: its own node_modules, then its parents'. */
const lookupPaths = (path: string, name: string): string[] => {
  const nested = `${path}/node_modules/${name}`;
  const end = path.lastIndexOf("/node_modules/");
  return end < 0 ? [nested, `node_modules/${name}`] : [nested, ...lookupPaths(path.slice(0, end), name)];
};

const added: string[] = [];
for (const [path, owner] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const platform = platformOf(name);
    if (!platform || lookupPaths(path, name).some(candidate => lock.packages[candidate])) continue;
    const besideOwner = `${path.slice(0, path.lastIndexOf("node_modules/"))}node_modules/${name}`;
    const { dev, devOptional } = owner;
    lock.packages[besideOwner] = {
      version,
      ...platform,
      ...(dev && { dev }),
      ...(devOptional && { devOptional }),
      optional: true,
    };
    added.push(`${name}@${version}`);
  }
}

for (const locked of Object.values(lock.packages)) delete locked.resolved;
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(["package-lock.json is complete.", ...added.map(name => `added ${name}`)].join("\n"));
