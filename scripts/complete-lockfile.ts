/**
 * Adds to package-lock.json the packages of other platforms that npm left out, so that `npm ci` works everywhere.
 *
 * Tools with a native part (the compiler, the linter) name one optional package per platform. npm writes only those it
 * could look up at the time, and `npm ci` then refuses the lock file on every machine, because it is not complete.
 * It also takes out the addresses that packages were downloaded from, which differ from one machine to the next.
 * Run after a change of dependencies: `npm run lockfile`.
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

/** `@swc/core-linux-x64-musl` runs on linux, x64, musl. */
const platformOf = (name: string): Pick<LockedPackage, "cpu" | "os" | "libc"> | undefined => {
  const words = name.split(/[-/]/);
  const cpu = words.filter(word => processors.has(word));
  const os = words.filter(word => systems.has(word));
  const libc = os.includes("linux") ? words.flatMap(word => libraries.get(word) ?? []) : [];
  if (cpu.length !== 1) return undefined;
  return { cpu, ...(os.length > 0 && { os }), ...(libc.length > 0 && { libc }) };
};

/** The places where Node looks for what the package at `path` imports: its own node_modules, then its parents'. */
const placesFor = (path: string, name: string): string[] => {
  const place = `${path}/node_modules/${name}`;
  const end = path.lastIndexOf("/node_modules/");
  return end < 0 ? [place, `node_modules/${name}`] : [place, ...placesFor(path.slice(0, end), name)];
};

const added: string[] = [];
for (const [path, owner] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const platform = platformOf(name);
    if (!platform || placesFor(path, name).some(place => lock.packages[place])) continue;
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
