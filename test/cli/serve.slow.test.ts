import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mockAws } from "aws-backup-mock";
import { listen } from "aws-backup-mock/http";
import { run } from "../../src/cli/run";

const repository = join(__dirname, "../..");
let folder: string;
const running = new Set<ChildProcess>();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aws-backup-mock-cli-"));
});
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
  rmSync(folder, { recursive: true });
});

const file = (name: string, content?: unknown): string => {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, JSON.stringify(content));
  return path;
};

/** Runs the command in this process, for calls that end by themselves. */
async function command(...args: readonly string[]) {
  let out = "";
  let err = "";
  const code = await run(args, {
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
  });
  return { code, out, err };
}

/** Starts the server in a process of its own, and waits until it listens. */
async function start(...args: readonly string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli.ts", "serve", "--port", "0", ...args], {
    cwd: repository,
  });
  running.add(child);
  let out = "";
  let err = "";
  child.stderr.on("data", chunk => {
    err += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", chunk => {
      out += chunk;
      const listening = /Listening at (http:\S+):/.exec(out)?.[1];
      if (listening !== undefined) resolve(listening);
    });
    child.on("exit", code => reject(new Error(`It ended with ${code}: ${err}`)));
  });
  return {
    url,
    ask: async (method: string, path: string, body?: object) => {
      const response = await fetch(`${url}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
      const content: unknown = await response.json();
      return content;
    },
    /** Its exit code. */
    end: async (signal: NodeJS.Signals): Promise<unknown> => {
      child.kill(signal);
      const [code] = await once(child, "close");
      return code;
    },
    said: () => ({ out, err }),
    /** Stops reading its output. */
    ignore: () => child.stdout.destroy(),
  };
}

const fixture = { backup: { vaults: [{ BackupVaultName: "nightly" }] } };
const names = (...expected: readonly string[]) => ({
  BackupVaultList: expected.map(BackupVaultName => expect.objectContaining({ BackupVaultName })),
});

test("help and version are printed", async () => {
  const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
  expect(await command("--help")).toEqual({ code: 0, out: expect.stringContaining("Usage:"), err: "" });
  expect((await command("serve", "--help")).out).toBe((await command("--help")).out);
  expect(await command("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
});

test.each<[string, readonly string[], string]>([
  ["no command", [], "no command given; start a server with: aws-backup-mock serve"],
  ["an unknown command", ["brew"], "unknown command brew; choose one of simulate, import, serve, compare"],
  ["a misspelt command", ["sevre"], 'unknown command sevre; did you mean "serve"?'],
  ["an unknown option", ["serve", "--tea"], "unknown option --tea; choose one of --port, "],
  ["a misspelt option", ["serve", "--prot=80"], 'unknown option --prot; did you mean "--port"?'],
  ["a short option", ["serve", "-p", "80"], "unknown option -p; choose one of --port, "],
  ["a stray word", ["serve", "here"], "here"],
  ["an option without its value", ["serve", "--port"], "--port"],
  ["an invalid port", ["serve", "--port", "http"], "--port http"],
  ["a port that is too high", ["serve", "--port", "65536"], "--port 65536"],
  ["a host name with a port", ["serve", "--allowed-hosts", "mock:4577"], "without ports"],
  ["an unknown clock", ["serve", "--clock", "sundial"], "--clock sundial: choose one of auto, "],
  ["an invalid Region", ["serve", "--region", "here"], "here"],
  ["an invalid account", ["serve", "--account", "1"], '"1"'],
  ["a map without values", ["serve", "--accounts", "AKIA"], "AKIA"],
  ["an invalid date", ["serve", "--now", "soon"], "soon"],
  ["an invalid duration", ["serve", "--durations", "long"], "long"],
  ["a duration of an unknown kind", ["serve", "--durations", "tea=4m"], "tea"],
  [
    "a missing seed",
    ["serve", "--seed", "/nonexistent/world.json"],
    "--seed /nonexistent/world.json: there is no such file; correct the path, or ",
  ],
  ["a missing folder", ["serve", "--save", "/nonexistent/world.json"], "/nonexistent/world.json"],
  ["a folder where the file should be", ["serve", "--save", tmpdir()], "it is a directory"],
])("%s is wrong usage", async (_, args, message) => {
  const { code, out, err } = await command(...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(message);
  expect(err).toContain("see aws-backup-mock --help");
  // One line says what to do.
  expect(err).toMatch(/^aws-backup-mock: .*\n$/);
});

test.each<[string, string]>([
  ["invalid JSON", "{"],
  ["a list", "[]"],
  ["an unknown service", '{"cellars":[]}'],
  ["a fixture with a problem", '{"backup":{"vaults":[{"BackupVaultName":"a b"}]}}'],
  ["a snapshot of another version", '{"format":"aws-backup-mock/0"}'],
  ["an incomplete snapshot", '{"format":"aws-backup-mock/1"}'],
])("a seed of %s is wrong usage", async (_, content) => {
  writeFileSync(file("seed.json"), content);
  const { code, err } = await command("serve", "--seed", file("seed.json"));
  expect(code).toBe(2);
  expect(err).toContain(file("seed.json"));
});

test("a port that is taken is a failure", async () => {
  const endpoint = await listen(mockAws());
  const { code, err } = await command("serve", "--port", String(endpoint.port));
  await endpoint.close();
  expect(code).toBe(1);
  expect(err).toBe(
    `aws-backup-mock: cannot listen: port ${endpoint.port} of 127.0.0.1 is in use; end the server that uses it, or choose another one: --port 0 takes any free one (EADDRINUSE)\n`,
  );
});

test.each([
  [
    "an address of another machine",
    "192.0.2.1",
    "192.0.2.1 is no address of this machine; choose another --host",
  ],
  ["a name that no machine has", "no-such-host.invalid", "choose another --host"],
])("%s is a failure that says what to do", async (_, host, message) => {
  const { code, err } = await command("serve", "--port", "0", "--host", host);
  expect(code).toBe(1);
  expect(err).toMatch(/^aws-backup-mock: cannot listen: .*\n$/);
  expect(err).toContain(message);
});

test("a world is kept in one file over restarts, saved at SIGINT and SIGTERM", async () => {
  const world = file("world.json");
  const first = await start("--seed", world, "--save", world);
  await first.ask("PUT", "/backup-vaults/weekly", {});
  await first.ask("POST", "/_mock/clock", { advance: "1 day" });
  expect(await first.end("SIGINT")).toBe(0);
  expect(first.said().out).toContain(`Saved the account to ${world}`);
  expect(readdirSync(folder)).toEqual(["world.json"]);

  const second = await start("--seed", world, "--save", world);
  expect(await second.ask("GET", "/backup-vaults")).toEqual(names("weekly"));
  expect(await second.ask("GET", "/_mock/clock")).toEqual({ now: "2026-01-02T00:00:00.000Z" });
  await second.ask("PUT", "/backup-vaults/yearly", {});
  second.ignore();
  expect(await second.end("SIGTERM")).toBe(0);
  expect(readFileSync(world, "utf8")).toContain("yearly");
}, 60_000);

test("a world is saved when the terminal closes, and one file serves one server at a time", async () => {
  const world = file("world.json");
  const first = await start("--save", world);
  await first.ask("PUT", "/backup-vaults/weekly", {});
  const { code, err } = await command("serve", "--port", "0", "--save", world);
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining("is using it") });
  expect(await first.end("SIGHUP")).toBe(0);
  expect(readFileSync(world, "utf8")).toContain("weekly");
}, 60_000);

test("a server that was killed leaves nothing in the way of the next one", async () => {
  const world = file("world.json");
  const killed = await start("--save", world);
  await killed.end("SIGKILL");
  expect(readdirSync(folder)).toEqual(["world.json.lock"]);
  const next = await start("--save", world);
  expect(await next.end("SIGTERM")).toBe(0);
  expect(readdirSync(folder)).toEqual(["world.json"]);
}, 60_000);

test("a signal ends a long move of the clock, and the world is saved as it is then", async () => {
  const world = file("world.json");
  const tables = Array.from({ length: 200 }, (_, index) => ({
    arn: `arn:aws:dynamodb:us-east-1:123456789012:table/orders-${index}`,
  }));
  const busy = file("fixture.json", { resources: tables });
  const server = await start("--seed", busy, "--save", world, "--clock", "manual");
  const rule = {
    RuleName: "hourly",
    TargetBackupVaultName: "Default",
    ScheduleExpression: "cron(0 * * * ? *)",
  };
  const plan = await server.ask("PUT", "/backup/plans/", {
    BackupPlan: { BackupPlanName: "hourly", Rules: [{ ...rule, Lifecycle: { DeleteAfterDays: 1 } }] },
  });
  const { BackupPlanId } = plan as { BackupPlanId: string };
  await server.ask("PUT", `/backup/plans/${BackupPlanId}/selections/`, {
    BackupSelection: {
      SelectionName: "all",
      IamRoleArn: "arn:aws:iam::123456789012:role/backup",
      Resources: ["*"],
    },
  });
  const moving = server.ask("POST", "/_mock/clock", { advance: "10000 days" }).catch(() => "ended");
  const now = async () => ((await server.ask("GET", "/_mock/clock")) as { now: string }).now;
  while ((await now()) < "2026-01-01T01") await new Promise(resolve => setTimeout(resolve, 10));
  const signalled = performance.now();
  expect(await server.end("SIGINT")).toBe(0);
  expect(performance.now() - signalled).toBeLessThan(10_000);
  expect(await moving).toBe("ended");
  const saved = JSON.parse(readFileSync(world, "utf8"));
  expect(saved.now).toBeGreaterThan(Date.UTC(2026, 0, 1));
  expect(saved.now).toBeLessThan(Date.UTC(2050, 0, 1));
}, 60_000);

test("a second signal ends the process at once, unless it is the first one passed on again", async () => {
  const script = `
    import { EndSignal } from "./src/cli/end-signal.ts";
    const signal = new EndSignal(() => console.log("cleaned up"));
    setInterval(() => {}, 1000);
    console.log("ready");
    signal.received.then(() => console.log("ending"));`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: repository,
  });
  running.add(child);
  let out = "";
  child.stdout.on("data", chunk => {
    out += chunk;
  });
  const said = async (line: string) => {
    while (!out.includes(line)) await once(child.stdout, "data");
  };
  await said("ready");
  child.kill("SIGINT");
  child.kill("SIGINT");
  await said("ending");
  await new Promise(resolve => setTimeout(resolve, 300));
  expect(child.exitCode).toBeNull();
  child.kill("SIGTERM");
  expect(await once(child, "close")).toEqual([null, "SIGTERM"]);
  expect(out).toBe("ready\nending\ncleaned up\n");
}, 60_000);

test("a fixture is seeded, reset returns to it, and a failed save is a failure", async () => {
  const seed = file("fixture.json", fixture);
  mkdirSync(file("worlds"));
  const server = await start(
    ...["--seed", seed, "--save", join(file("worlds"), "world.json")],
    ...["--region", "eu-west-1", "--account", "222222222222"],
  );
  await server.ask("PUT", "/backup-vaults/weekly", {});
  await server.ask("POST", "/_mock/reset");
  expect(await server.ask("GET", "/backup-vaults")).toEqual(names("nightly"));
  const { url } = server;
  const { out } = server.said();
  expect(out.split("\n").slice(0, 6)).toEqual([
    `Listening at ${url}: account 222222222222, eu-west-1. Ctrl+C ends it.`,
    `${seed}: seeded vaults (1)`,
    `export AWS_ENDPOINT_URL=${url}`,
    "export AWS_DEFAULT_REGION=eu-west-1 AWS_ACCESS_KEY_ID=anything AWS_SECRET_ACCESS_KEY=anything",
    expect.stringMatching(/^00:00 CreateBackupVault weekly → 200 \d+ ms$/),
    expect.stringMatching(/^00:00 POST \/_mock\/reset → 200 \d+ ms$/),
  ]);
  expect(await server.ask("GET", "/_mock/state")).toMatchObject({
    accountId: "222222222222",
    region: "eu-west-1",
  });
  rmSync(file("worlds"), { recursive: true });
  expect(await server.end("SIGTERM")).toBe(1);
  expect(server.said().err).toContain("world.json");
  expect(JSON.parse(readFileSync(seed, "utf8"))).toEqual(fixture);
}, 60_000);

test("clock, date and durations follow the options, and an address that others can reach causes a warning", async () => {
  const server = await start(
    ...["--clock", "manual", "--now", "2027-05-05T00:00:00Z", "--durations", "backupJob=1h"],
    ...["--host", "0.0.0.0", "--quiet"],
  );
  expect(await server.ask("GET", "/_mock/clock")).toEqual({ now: "2027-05-05T00:00:00.000Z" });
  expect(await server.end("SIGINT")).toBe(0);
  expect(server.said().err).toContain("There is no authentication");
  expect(server.said().out).toMatch(/^Listening at .*\n(?:export .*\n){2}$/);
}, 60_000);
