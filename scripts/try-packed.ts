/**
 * Packs the package as npm would publish it, and uses it from each project in test/packaging/hosts, installed outside
 * this repository. Run after `npm run build`: `npm run try:packed`, or with names of hosts to try only those.
 *
 * A host is a folder with a package.json whose `test` script is run. What it needs at version `*` is linked from this
 * repository's node_modules; anything else is installed, `node` being what the host is run by. With `variants` it is
 * tried once for each: a variant has versions of its own in place of the host's.
 */
import { type ExecFileException, execFile, execFileSync } from "node:child_process";
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
import { availableParallelism, tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

type Versions = Readonly<Record<string, string>>;

interface HostManifest {
  readonly devDependencies?: Versions;
  readonly variants?: Readonly<Record<string, Versions>>;
}

/** One of the projects to try, in one of its variants. */
interface Host {
  readonly name: string;
  readonly source: string;
  readonly manifest: HostManifest;
  readonly needs: Versions;
}

const run = promisify(execFile);
const repository = resolve(import.meta.dirname, "..");
const hostsFolder = join(repository, "test/packaging/hosts");
const work = mkdtempSync(join(tmpdir(), "aws-backup-mock-packed-"));
const asked = process.argv.slice(2);

function hostsOf(folder: string): readonly Host[] {
  const source = join(hostsFolder, folder);
  if (!existsSync(source)) throw new Error(`there is no host ${folder} in ${hostsFolder}`);
  const manifest: HostManifest = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const { devDependencies, variants = { "": {} } } = manifest;
  return Object.entries(variants).map(([variant, versions]) => ({
    name: variant === "" ? folder : `${folder}, ${variant}`,
    source,
    manifest,
    needs: { ...devDependencies, ...versions },
  }));
}

/** The package as it would be published. */
function pack(): string {
  const flags = ["--json", "--ignore-scripts", "--pack-destination", work];
  const output = execFileSync("npm", ["pack", ...flags], { cwd: repository, encoding: "utf8" });
  const [packed]: { filename: string }[] = JSON.parse(output);
  if (!packed) throw new Error("npm packed nothing");
  return join(work, packed.filename);
}

/** The package on npm with the `node` of this machine; the one that is named so would have to run scripts to get it. */
const nodePackage = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

async function makeHost({ source, manifest, needs }: Host, folder: string, packed: string): Promise<void> {
  cpSync(source, folder, { recursive: true });
  const needed = Object.entries(needs);
  const installed = needed
    .filter(([, version]) => version !== "*")
    .map(([name, version]) => `${name === "node" ? nodePackage : name}@${version}`);
  // What is linked would be taken away again as not asked for.
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const flags = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--silent"];
  await run("npm", ["install", ...flags, packed, ...installed], { cwd: folder });
  for (const [name, version] of needed) if (version === "*") linkOwn(folder, name);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, devDependencies: needs }));
}

function linkOwn(folder: string, dependency: string): void {
  const link = join(folder, "node_modules", dependency);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(repository, "node_modules", dependency), link);
}

/** A host's own commands come first, then this repository's. */
function environment(folder: string): NodeJS.ProcessEnv {
  const { PATH = "", ...others } = process.env;
  const own = [`node_modules/${nodePackage}/bin`, "node_modules/.bin"].map(place => join(folder, place));
  return {
    ...others,
    PATH: [...own, join(repository, "node_modules/.bin"), PATH].join(delimiter),
    CI: "true",
  };
}

/** Whether all went well in this host; says so. */
async function tryHost(host: Host, packed: string): Promise<boolean> {
  const started = performance.now();
  const folder = mkdtempSync(join(work, "host-"));
  const failure = await makeHost(host, folder, packed)
    .then(() => run("npm", ["test", "--silent"], { cwd: folder, env: environment(folder) }))
    .then(
      () => undefined,
      (error: ExecFileException) => `${error.stdout ?? ""}${error.stderr ?? ""}` || error.message,
    );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${failure === undefined ? "✓" : "✗"} ${host.name} (${seconds} s)`);
  if (failure !== undefined) console.log(failure);
  return failure === undefined;
}

let failed = 0;
try {
  const packed = pack();
  const left = (asked.length > 0 ? asked : readdirSync(hostsFolder).reverse()).flatMap(hostsOf);
  const worker = async () => {
    for (let host = left.shift(); host; host = left.shift()) {
      if (!(await tryHost(host, packed))) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
} finally {
  rmSync(work, { recursive: true });
}
process.exitCode = failed === 0 ? 0 : 1;
