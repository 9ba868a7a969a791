import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BackupClient } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { FSxClient } from "@aws-sdk/client-fsx";
import "aws-backup-mock/jest";
import { type MockAws, type MockOptions, mockAws } from "aws-backup-mock";
import { type ImportProgress, importAccount } from "aws-backup-mock/infrastructure";
import { run } from "../../../src/cli/run";
import { richAccount } from "../rich-account";
import { answersOf, clientsOf, futureOf, importMock } from "./world-of-account";

let aws: MockAws;
beforeAll(async () => {
  aws = await richAccount();
});

/** The same account in a mock of its own. */
const copy = (options: MockOptions = {}): MockAws => {
  const { region, accountId } = aws.state;
  return mockAws({ ...options, region, accountId, snapshot: aws.snapshot() });
};

test("an account and the world of its import answer alike, and have the same future", async () => {
  const { fixture } = await importMock(aws, { everyPoint: true });
  const other = mockAws(fixture.origin);
  other.seed(fixture);
  expect(await answersOf(other)).toEqual(await answersOf(aws));

  const original = copy();
  for (const each of [original, other]) await each.clock.advance("100 days");
  expect(futureOf(other)).toEqual(futureOf(original));
  expect(futureOf(other).points.length).toBeGreaterThan(30);
});

test("an import with pages of two is the same", async () => {
  const small = copy({ pageSize: 2 });
  expect(await importMock(small, { everyPoint: true })).toEqual(await importMock(aws, { everyPoint: true }));
});

test("a client is left as it was", async () => {
  const { efs } = clientsOf(aws);
  const before = efs.middlewareStack.identify();
  await importAccount({ efs }, { callsPerSecond: Number.POSITIVE_INFINITY });
  expect(efs.middlewareStack.identify()).toEqual(before);
});

test("services without a client are skipped, and denied calls are warnings", async () => {
  const denied = copy();
  const { ListBackupJobsCommand } = await import("@aws-sdk/client-backup");
  denied.on(ListBackupJobsCommand).rejects("AccessDeniedException");
  const { backup } = clientsOf(denied);
  const { fixture, skipped, warnings } = await importAccount(
    { backup },
    { callsPerSecond: Number.POSITIVE_INFINITY, now: new Date(aws.clock.now()) },
  );
  expect(skipped).toEqual([
    { name: "efs", type: "service", reason: "no client was given for it" },
    { name: "fsx", type: "service", reason: "no client was given for it" },
  ]);
  expect(fixture.backup?.vaults).toHaveLength(3);
  expect(fixture.backup?.backupJobs ?? []).toEqual([]);
  expect(warnings.map(({ where }) => where)).toContain("backup.ListBackupJobs");
});

test("a scrubbed import names nothing of the account, and plans still find their resources", async () => {
  const { fixture } = await importMock(aws, { scrub: true, everyPoint: true });
  const text = JSON.stringify(fixture);
  for (const secret of [
    "111122223333",
    "nightly",
    "copies",
    "tables",
    "orders",
    "case 7",
    "at-five",
    "home",
  ]) {
    expect(text).not.toContain(`${secret}`);
  }
  const other = mockAws(fixture.origin);
  other.seed(fixture);
  await other.clock.advance("10 days");
  const [plan] = other.state.backup.plans;
  const made = [...other.state.backup.backupJobs].filter(
    job => job.CreatedBy?.BackupPlanId === plan?.BackupPlanId,
  );
  expect(made.some(job => job.State === "COMPLETED")).toBe(true);
});

test("calls keep to their rate", async () => {
  const start = performance.now();
  const { calls } = await new Promise<ImportProgress>((resolve, reject) => {
    const ending = new AbortController();
    importAccount(
      { efs: clientsOf(aws).efs },
      {
        callsPerSecond: 100,
        signal: ending.signal,
        onProgress: progress => {
          if (progress.calls < 4) return;
          ending.abort(new Error("enough"));
          resolve(progress);
        },
      },
    ).catch(reject);
  }).catch(() => ({ calls: 0 }));
  expect(calls).toBe(4);
  expect(performance.now() - start).toBeGreaterThan(25);
});

test("the example imports the account that the clients reach", async () => {
  process.env["AWS_REGION"] = "eu-west-1";
  const live = mockAws({ region: "eu-west-1" });
  live.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
  live.intercept(BackupClient, EFSClient, FSxClient);
  try {
    const { fixture, skipped, warnings } = await importAccount({
      backup: new BackupClient(),
      efs: new EFSClient(),
      fsx: new FSxClient(),
    });
    const aws = mockAws(fixture.origin);
    aws.seed(fixture);
    expect({ skipped, warnings }).toEqual({ skipped: [], warnings: [] });
    expect(aws).toHaveVault("nightly");
  } finally {
    delete process.env["AWS_REGION"];
    live.restore();
  }
});

describe("the command", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "aws-backup-mock-import-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function command(...args: readonly string[]) {
    let out = "";
    let err = "";
    const code = await run(["import", ...args], {
      out: text => {
        out += text;
      },
      err: text => {
        err += text;
      },
      isTerminal: true,
    });
    return { code, out, err };
  }

  test("it writes the account that the project's clients reach, and replaces only its own files", async () => {
    const world = copy();
    world.intercept(BackupClient, EFSClient, FSxClient);
    const path = join(folder, "world.json");
    const fast = ["--calls-per-second", "100000", "--region", "eu-west-1"];
    try {
      expect(await command(path, ...fast)).toMatchObject({ code: 0, out: "" });
      const first = JSON.parse(readFileSync(path, "utf8"));
      expect(first.origin).toMatchObject({ accountId: "111122223333", region: "eu-west-1" });
      expect(await command(path, ...fast)).toMatchObject({ code: 0 });
      writeFileSync(path, '{"name":"mine"}');
      expect(await command(path, ...fast)).toMatchObject({ code: 2, out: "" });
      expect(readFileSync(path, "utf8")).toBe('{"name":"mine"}');
      expect(readdirSync(folder)).toEqual(["world.json"]);
      const { code, out } = await command(...fast, "--scrub");
      expect(code).toBe(0);
      expect(out).not.toContain("111122223333");
    } finally {
      world.restore();
    }
  });

  test("an interruption ends it, and nothing is written", async () => {
    const world = copy();
    world.intercept(BackupClient, EFSClient, FSxClient);
    try {
      const running = command(join(folder, "world.json"), "--region=eu-west-1", "--calls-per-second=5");
      setTimeout(() => process.emit("SIGINT"), 300);
      const { code, err } = await running;
      expect(code).toBe(1);
      expect(err).toContain("import was interrupted; nothing was written");
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      world.restore();
    }
  });

  test("a project without a Region is told how to give one", async () => {
    expect(await command()).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        "the clients have no Region; give them one, on the command line with --region",
      ),
    });
  });

  test("a folder of answers of the AWS CLI is read", async () => {
    const dump = join(folder, "dump");
    mkdirSync(dump);
    const vaults = {
      BackupVaultList: [{ BackupVaultName: "nightly", CreationDate: "2026-01-01T00:00:00Z" }],
    };
    writeFileSync(join(dump, "list-backup-vaults.json"), JSON.stringify(vaults));
    const { code, out } = await command(dump);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
    expect(await command(dump, "--scrub")).toMatchObject({ code: 2, out: "" });
  });
});
