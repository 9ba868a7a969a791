/**
 * Packs the package as npm would publish it, installs it in a copy of each project in test/packaging/hosts, and runs the
 * tests of these. Run after `npm run build`: `npm run try:packed`, optionally with the names of some hosts.
 *
 * A host is a folder with a package.json, whose `test` script is run. Dependencies of version `*` are linked from this
 * repository's node_modules, others are installed; `node` is the Node version that runs the host. Each entry of
 * `variants` runs the host once more with other versions. If there is a script `fail`, it has to fail, and to print each
 * line of failure.txt, in this order.
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
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies?: Versions;
  readonly variants?: Readonly<Record<string, Versions>>;
}

/** A project to test with, in one of its variants. */
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
const requested = process.argv.slice(2);

function hostsOf(folder: string): readonly Host[] {
  const source = join(hostsFolder, folder);
  if (!existsSync(source))
    throw new Error(`Unknown host ${folder}; the hosts are the folders of ${hostsFolder}.`);
  const manifest: HostManifest = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const { devDependencies, variants = { "": {} } } = manifest;
  return Object.entries(variants).map(([variant, versions]) => ({
    name: variant === "" ? folder : `${folder}, ${variant}`,
    source,
    manifest,
    needs: { ...devDependencies, ...versions },
  }));
}

/** Packs the package, and returns the path of the archive. */
function pack(): string {
  const flags = ["--json", "--ignore-scripts", "--pack-destination", work];
  const output = execFileSync("npm", ["pack", ...flags], { cwd: repository, encoding: "utf8" });
  const [packed]: { filename: string }[] = JSON.parse(output);
  if (!packed) throw new Error("npm packed nothing");
  return join(work, packed.filename);
}

/** The npm package with a Node binary for this platform. The package `node` itself would need install scripts. */
const nodePackage = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

async function installHost({ source, manifest, needs }: Host, folder: string, packed: string): Promise<void> {
  cpSync(source, folder, { recursive: true });
  const needed = Object.entries(needs);
  const installed = needed
    .filter(([, version]) => version !== "*")
    .map(([name, version]) => `${name === "node" ? nodePackage : name}@${version}`);
  // npm would remove linked packages, so the manifest is written after the installation.
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const flags = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--silent"];
  await run("npm", ["install", ...flags, packed, ...installed], { cwd: folder });
  for (const [name, version] of needed) if (version === "*") linkDependency(folder, name);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, devDependencies: needs }));
}

function linkDependency(folder: string, dependency: string): void {
  const link = join(folder, "node_modules", dependency);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(repository, "node_modules", dependency), link);
}

/** Finds the host's own commands first, then this repository's. */
function environment(folder: string): NodeJS.ProcessEnv {
  const { PATH = "", ...others } = process.env;
  const own = [`node_modules/${nodePackage}/bin`, "node_modules/.bin"].map(path => join(folder, path));
  return {
    ...others,
    PATH: [...own, join(repository, "node_modules/.bin"), PATH].join(delimiter),
    CI: "true",
    NO_COLOR: "1",
  };
}

type Ended = Pick<ExecFileException, "stdout" | "stderr" | "message">;

const printed = ({ stdout, stderr, message }: Ended): string => `${stdout ?? ""}${stderr ?? ""}` || message;

/** Runs the tests of an installed host, and those that have to fail. Throws what went wrong. */
async function testHost({ manifest }: Host, folder: string): Promise<void> {
  const npm = (script: string) =>
    run("npm", ["run", "--silent", script], { cwd: folder, env: environment(folder) });
  await npm("test");
  if (manifest.scripts["fail"] === undefined) return;
  const output = await npm("fail").then(
    () => {
      throw new Error("The script fail did not fail.");
    },
    (failure: Ended) => printed(failure),
  );
  let from = 0;
  for (const line of readFileSync(join(folder, "failure.txt"), "utf8").trimEnd().split("\n")) {
    const at = output.indexOf(line, from);
    if (at < 0) throw new Error(`The script fail does not print, in its place: ${line}\n${output}`);
    from = at + line.length;
  }
}

/** Tests one host, prints the result, and returns whether it passed. */
async function tryHost(host: Host, packed: string): Promise<boolean> {
  const started = performance.now();
  const folder = mkdtempSync(join(work, "host-"));
  const failure = await installHost(host, folder, packed)
    .then(() => testHost(host, folder))
    .then(() => undefined, printed);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${failure === undefined ? "✓" : "✗"} ${host.name} (${seconds} s)`);
  if (failure !== undefined) console.log(failure);
  return failure === undefined;
}

let failed = 0;
try {
  const packed = pack();
  const queue = (requested.length > 0 ? requested : readdirSync(hostsFolder).reverse()).flatMap(hostsOf);
  const worker = async () => {
    for (let host = queue.shift(); host; host = queue.shift()) {
      if (!(await tryHost(host, packed))) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
} finally {
  rmSync(work, { recursive: true });
}
process.exitCode = failed === 0 ? 0 : 1;
