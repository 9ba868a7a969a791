/**
 * Packs the package as npm would publish it, installs it outside this repository, and uses it from each project in
 * test/packaging/hosts. Run after `npm run build`: `npm run try:packed`, or with names of hosts to try only those.
 *
 * A host is a folder with a package.json whose `test` script is run. What it needs at version `*` is linked from this
 * repository's node_modules; anything else is installed.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";

interface HostManifest {
  devDependencies?: Record<string, string>;
}

const repository = resolve(import.meta.dirname, "..");
const hosts = join(repository, "test/packaging/hosts");
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : readdirSync(hosts);
const work = mkdtempSync(join(tmpdir(), "aws-backup-mock-packed-"));

const install = (folder: string, ...packages: string[]): void => {
  const flags = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--silent"];
  execFileSync("npm", ["install", ...flags, ...packages], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
};

/** Installs the packed package beside the hosts, where each of them finds it. */
const installPacked = (): void => {
  const flags = ["--json", "--ignore-scripts", "--pack-destination", work];
  const [packed]: { filename: string }[] = JSON.parse(
    execFileSync("npm", ["pack", ...flags], { cwd: repository, encoding: "utf8" }),
  );
  if (!packed) throw new Error("npm packed nothing");
  writeFileSync(join(work, "package.json"), '{ "private": true }\n');
  install(work, join(work, packed.filename));
};

/** Where the package looks for its peers, too. */
const linkOwn = (dependency: string): void => {
  const link = join(work, "node_modules", dependency);
  if (existsSync(link)) return;
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(repository, "node_modules", dependency), link);
};

const makeHost = (name: string): string => {
  const folder = join(work, name);
  const manifest = join(folder, "package.json");
  cpSync(join(hosts, name), folder, { recursive: true });
  const asWritten = readFileSync(manifest, "utf8");
  const { devDependencies = {} }: HostManifest = JSON.parse(asWritten);
  const others: string[] = [];
  for (const [dependency, version] of Object.entries(devDependencies)) {
    if (version === "*") linkOwn(dependency);
    else others.push(`${dependency}@${version}`);
  }
  if (others.length > 0) {
    writeFileSync(manifest, '{ "private": true }\n');
    install(folder, ...others);
    writeFileSync(manifest, asWritten);
  }
  return folder;
};

/** A host's own commands come first, then this repository's. */
const environment = (folder: string): NodeJS.ProcessEnv => {
  const { PATH = "", ...others } = process.env;
  const commands = [folder, repository].map(place => join(place, "node_modules/.bin"));
  return { ...others, PATH: [...commands, PATH].join(delimiter), CI: "true" };
};

let failed = 0;
try {
  installPacked();
  for (const name of names) {
    if (!existsSync(join(hosts, name))) throw new Error(`there is no host ${name} in ${hosts}`);
    const started = Date.now();
    const folder = makeHost(name);
    const { status, stdout, stderr } = spawnSync("npm", ["test", "--silent"], {
      cwd: folder,
      env: environment(folder),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${status === 0 ? "✓" : "✗"} ${name} (${seconds} s)`);
    if (status !== 0) {
      failed += 1;
      console.log(`${stdout}${stderr}`);
    }
  }
} finally {
  rmSync(work, { recursive: true });
}
process.exitCode = failed === 0 ? 0 : 1;
