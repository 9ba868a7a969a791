import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  Backup,
  BackupClient,
  DescribeBackupVaultCommand,
  ListBackupVaultsCommand,
} from "@aws-sdk/client-backup";
import { EFS } from "@aws-sdk/client-efs";
import { FSx } from "@aws-sdk/client-fsx";
import { type MockAws, mockAws } from "aws-backup-mock";
import { compare, type EvidenceRecord, readRecords, record } from "aws-backup-mock/evidence";
import { listen } from "aws-backup-mock/http";
import { failure } from "../support/failure";

let folder: string;
let file: string;
let aws: MockAws;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aws-backup-mock-recording-"));
  file = join(folder, "recording.json");
  aws = mockAws({ accountId: "987654321098" });
});
afterEach(() => {
  aws.restore();
  rmSync(folder, { recursive: true });
});

const configOf = (mock: MockAws, region = "eu-west-1") => ({
  region,
  credentials: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI" },
  requestHandler: mock.requestHandler,
});

/** Clients whose service is the mock, reached through the SDK's whole pipeline as AWS would be. */
function clientsOf(mock: MockAws, region?: string) {
  const config = configOf(mock, region);
  return { backup: new Backup(config), efs: new EFS(config), fsx: new FSx(config) };
}

const read = (): EvidenceRecord => {
  const [first] = readRecords(JSON.parse(readFileSync(file, "utf8")));
  if (!first) throw new Error("There is no record in the file.");
  return first;
};

const role = "arn:aws:iam::987654321098:role/service-role/acme-backup";

/** Asks until an answer says that something is finished, as scripts do. */
async function poll(ask: () => Promise<string | undefined>, finished: string): Promise<void> {
  for (let asked = 0; asked < 20; asked++) if ((await ask()) === finished) return;
  throw new Error(`It was never ${finished}.`);
}

/** What somebody with a file system and a vault does: a file system is made, backed up, restored and deleted. */
async function daysWork({ backup, efs }: Pick<ReturnType<typeof clientsOf>, "backup" | "efs">) {
  const BackupVaultName = "acme-payroll";
  await backup.createBackupVault({ BackupVaultName, BackupVaultTags: { Owner: "jane.doe@acme.example" } });
  await expect(backup.createBackupVault({ BackupVaultName })).rejects.toThrow("already exists");
  const { FileSystemId, FileSystemArn } = await efs.createFileSystem({
    CreationToken: "acme-home",
    Tags: [{ Key: "Name", Value: "acme home" }],
  });
  await poll(async () => {
    const { FileSystems } = await efs.describeFileSystems({ FileSystemId });
    return FileSystems?.[0]?.LifeCycleState;
  }, "available");
  const { BackupJobId, RecoveryPointArn } = await backup.startBackupJob({
    BackupVaultName,
    ResourceArn: FileSystemArn,
    IamRoleArn: role,
    Lifecycle: { DeleteAfterDays: 35 },
  });
  await poll(async () => (await backup.describeBackupJob({ BackupJobId })).State, "COMPLETED");
  await backup.listBackupJobs({});
  const { RestoreMetadata } = await backup.getRecoveryPointRestoreMetadata({
    BackupVaultName,
    RecoveryPointArn,
  });
  const { RestoreJobId } = await backup.startRestoreJob({
    RecoveryPointArn,
    IamRoleArn: role,
    Metadata: {
      ...RestoreMetadata,
      newFileSystem: "true",
      CreationToken: "acme-restored",
      Encrypted: "false",
    },
  });
  await poll(async () => (await backup.describeRestoreJob({ RestoreJobId })).Status, "COMPLETED");
  await expect(backup.deleteBackupVault({ BackupVaultName })).rejects.toThrow("recovery points");
  await backup.deleteRecoveryPoint({ BackupVaultName, RecoveryPointArn });
  await backup.deleteBackupVault({ BackupVaultName });
  await efs.deleteFileSystem({ FileSystemId });
  const isThere = () => efs.describeFileSystems({ FileSystemId });
  await poll(
    () =>
      isThere().then(
        () => "there",
        error => error.name,
      ),
    "FileSystemNotFound",
  );
}

/** The same record, in which every call succeeds. */
const withoutErrors = (text: string): string =>
  JSON.stringify(JSON.parse(text), (name, value: unknown) => (name === "error" ? undefined : value));

async function recordDaysWork(): Promise<EvidenceRecord> {
  const clients = clientsOf(aws);
  const recording = record([clients.backup, clients.efs], file, { title: "A day's work" });
  await daysWork(clients);
  await recording.stop();
  return read();
}

describe("a recording of the mock itself", () => {
  test("holds on the mock", async () => {
    const recorded = await recordDaysWork();
    expect(recorded).toMatchObject({
      title: "A day's work",
      confidence: "recorded",
      services: ["backup", "efs"],
      options: { region: "eu-west-1" },
    });
    expect(recorded.steps.length).toBeGreaterThan(15);
    expect(await compare(file)).toEqual([]);
  });

  test("holds with FSx, whose lists are paged, and with plans", async () => {
    const { backup, fsx } = clientsOf(aws);
    await using recording = record([backup, fsx], file);
    for (const name of ["acme-a", "acme-b", "acme-c"]) {
      await fsx.createFileSystem({
        FileSystemType: "LUSTRE",
        StorageCapacity: 1200,
        SubnetIds: ["subnet-0123456789abcdef0"],
        Tags: [{ Key: "Name", Value: name }],
      });
    }
    const { NextToken } = await fsx.describeFileSystems({ MaxResults: 2 });
    expect((await fsx.describeFileSystems({ MaxResults: 2, NextToken })).FileSystems).toHaveLength(1);
    await backup.createBackupVault({ BackupVaultName: "acme-vault" });
    const { BackupPlanId } = await backup.createBackupPlan({
      BackupPlan: {
        BackupPlanName: "acme-plan",
        Rules: [
          {
            RuleName: "acme-nightly",
            TargetBackupVaultName: "acme-vault",
            ScheduleExpression: "cron(0 5 * * ? *)",
          },
        ],
      },
    });
    const { VersionId } = await backup.getBackupPlan({ BackupPlanId });
    await backup.getBackupPlan({ BackupPlanId, VersionId });
    await recording.stop();
    expect(await compare(file)).toEqual([]);
  });

  test.each<[string, (text: string) => string]>([
    ["a state", text => text.replace('"State": "COMPLETED"', '"State": "FAILED"')],
    ["a message", text => text.replace("Backup vault with the same name", "A vault of this name")],
    ["a status", text => text.replace('"status": 400', '"status": 409')],
    ["an error's code", text => text.replace('"code": "FileSystemNotFound"', '"code": "NotFound"')],
    ["a form of ids", text => text.replace("^fs-[0-9a-f]{17}$", "^fs-[0-9a-f]{8}$")],
    ["a success", withoutErrors],
  ])("is found out when %s is falsified", async (_what, falsify) => {
    await recordDaysWork();
    const text = readFileSync(file, "utf8");
    expect(falsify(text)).not.toBe(text);
    writeFileSync(file, falsify(text));
    expect(await compare(file)).not.toEqual([]);
  });

  test("refers to ids by what made them", async () => {
    const { steps } = await recordDaysWork();
    const calls = steps.flatMap(step => ("call" in step ? [step] : []));
    const created = calls.find(({ call }) => call === "efs.CreateFileSystem");
    expect(created).toMatchObject({
      output: { FileSystemId: { $matches: "^fs-[0-9a-f]{17}$" } },
      save: { fileSystem1: "FileSystemId" },
    });
    expect(calls.find(({ call }) => call === "efs.DeleteFileSystem")?.input).toEqual({
      FileSystemId: "${fileSystem1}",
    });
  });

  test("has each look of a poll loop once, as a poll", async () => {
    const { steps } = await recordDaysWork();
    const looks = steps.filter(step => "call" in step && step.call === "backup.DescribeBackupJob");
    expect(looks).toEqual([
      expect.objectContaining({ output: expect.objectContaining({ State: "CREATED" }) }),
      expect.objectContaining({ output: expect.objectContaining({ State: "RUNNING" }), poll: true }),
      expect.objectContaining({ output: expect.objectContaining({ State: "COMPLETED" }), poll: true }),
    ]);
  });

  test("knows its places", async () => {
    const there = mockAws({ accountId: "111122223333" });
    const here = clientsOf(aws);
    const elsewhere = { other: clientsOf(aws, "us-east-2").backup, foreign: clientsOf(there).backup };
    await using recording = record([here.backup, elsewhere.other, elsewhere.foreign], file);
    for (const client of [here.backup, elsewhere.other, elsewhere.foreign]) {
      await client.createBackupVault({ BackupVaultName: "acme" });
    }
    await recording.stop();
    expect(read().steps.map(step => ("in" in step ? step.in : undefined))).toEqual([
      undefined,
      { region: "us-east-2" },
      { accountId: "222222222222" },
    ]);
    expect(await compare(file)).toEqual([]);
  });

  test("holds for a client that the mock is attached to", async () => {
    const client = new Backup();
    await using recording = record(client, file);
    aws.attach(client);
    await client.createBackupVault({ BackupVaultName: "acme" });
    await client.describeBackupVault({ BackupVaultName: "acme" });
    await recording.stop();
    expect(read().steps).toHaveLength(2);
    expect(await compare(file)).toEqual([]);
  });

  test("holds with what was there before, if it is told", async () => {
    const fixture = {
      backup: { vaults: [{ BackupVaultName: "acme-vault" }] },
      efs: { fileSystems: [{ FileSystemId: "fs-0a1b2c3d4e5f60718", CreationToken: "acme-home" }] },
    };
    aws = mockAws({ region: "eu-west-1" });
    aws.seed(fixture);
    const { backup, efs } = clientsOf(aws);
    await using recording = record([backup, efs], file, { fixture });
    await backup.describeBackupVault({ BackupVaultName: "acme-vault" });
    await efs.describeFileSystems({ FileSystemId: "fs-0a1b2c3d4e5f60718" });
    await recording.stop();
    expect(JSON.stringify(read().fixture)).not.toMatch(/acme|0a1b2c3d4e5f60718/);
    expect(await compare(file)).toEqual([]);
  });
});

describe("over HTTP, where the service tells its time", () => {
  test("lists leave out what was there before the recording began", async () => {
    aws = mockAws({ clock: "system" });
    aws.seed({
      backup: {
        vaults: [
          { BackupVaultName: "finance", CreationDate: "2020-01-01T00:00:00Z" },
          { BackupVaultName: "secret-project", CreationDate: "2020-01-01T00:00:00Z" },
        ],
      },
    });
    await using endpoint = await listen(aws);
    const credentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "secret" };
    const client = new Backup({ endpoint: endpoint.url, region: "us-east-1", credentials });
    await using recording = record(client, file);
    await client.createBackupVault({ BackupVaultName: "acme" });
    const { BackupVaultList } = await client.listBackupVaults({});
    expect(BackupVaultList?.length).toBeGreaterThan(2);
    await recording.stop();
    const [, listed] = read().steps;
    expect(listed).toMatchObject({
      output: {
        BackupVaultList: { $contains: expect.arrayContaining([expect.objectContaining({ Locked: false })]) },
      },
    });
    expect(JSON.stringify(listed)).not.toMatch(/finance|project/);
    expect(Date.parse(String(read().options?.now))).toBeGreaterThan(Date.now() - 60_000);
    expect(await compare(file)).toEqual([]);
  });
});

describe("what is not recorded", () => {
  test("failures of the network, of credentials and of load", async () => {
    const client = new Backup({ ...configOf(aws), maxAttempts: 1 });
    await using recording = record(client, file);
    aws.on(ListBackupVaultsCommand).rejectsOnce("ThrottlingException");
    await expect(client.listBackupVaults({})).rejects.toThrow();
    aws.on(ListBackupVaultsCommand).rejectsOnce({ name: "ExpiredTokenException" });
    await expect(client.listBackupVaults({})).rejects.toThrow();
    aws.on(ListBackupVaultsCommand).rejectsOnce(new Error("The cable is cut."));
    await expect(client.listBackupVaults({})).rejects.toThrow();
    await recording.stop();
    expect(existsSync(file)).toBe(false);
  });

  test("calls after the recording has been stopped, also of commands that a client has cached", async () => {
    const client = new BackupClient({ ...configOf(aws), cacheMiddleware: true });
    const describe = () =>
      client.send(new DescribeBackupVaultCommand({ BackupVaultName: "acme" })).catch(() => {});
    await describe();
    const recording = record(client, file);
    await describe();
    await recording.stop();
    await describe();
    await recording.stop();
    expect(read().steps).toHaveLength(1);
  });

  test("clients of other services, and what is no client", () => {
    const s3 = Object.assign(new BackupClient({}), { config: { serviceId: "S3" } });
    expect(failure(() => record(s3, file))).toBe(
      "Cannot record S3: only AWS Backup, EFS and FSx can be recorded; leave the client out.",
    );
    expect(failure(() => record(JSON.parse("{}"), file))).toMatch(
      /^Cannot record: the argument is not a client/,
    );
  });

  test("what callers do to inputs and outputs later", async () => {
    const { backup } = clientsOf(aws);
    await using recording = record(backup, file);
    const input = { BackupVaultName: "acme" };
    const output = await backup.createBackupVault(input);
    input.BackupVaultName = "changed";
    output.BackupVaultName = "changed";
    await backup.describeBackupVault({ BackupVaultName: "acme" });
    await recording.stop();
    expect(await compare(file)).toEqual([]);
  });
});

describe("the file", () => {
  const recordOne = async (): Promise<void> => {
    const { backup } = clientsOf(aws);
    const recording = record(backup, file);
    await backup.listBackupVaults({});
    await recording.stop();
  };

  test("is whole after each call, and alone in its folder", async () => {
    const { backup } = clientsOf(aws);
    const recording = record(backup, file);
    for (const name of ["one", "two", "three"]) {
      await backup.createBackupVault({ BackupVaultName: `acme-${name}` });
      if (existsSync(file)) expect(read().steps.length).toBeGreaterThan(0);
    }
    await recording.stop();
    expect(read().steps).toHaveLength(3);
    expect(readdirSync(folder)).toEqual(["recording.json"]);
  });

  test("may be one of an earlier recording", async () => {
    await recordOne();
    await recordOne();
    expect(read().steps).toHaveLength(1);
  });

  test.each([
    ["no JSON", "My diary"],
    ["other JSON", "{}"],
    ["a record from elsewhere", ""],
  ])("is left alone when it holds %s", async (_what, content) => {
    await recordOne();
    const kept = content || readFileSync(file, "utf8").replace("recorded by aws-backup-mock/evidence", "a/b");
    writeFileSync(file, kept);
    expect(failure(() => record(clientsOf(aws).backup, file))).toBe(
      `Cannot record to ${file}: the file exists and is not a recording; use another path, or move the file.`,
    );
    expect(readFileSync(file, "utf8")).toBe(kept);
  });

  test("is left alone when somebody else makes it meanwhile", async () => {
    const { backup } = clientsOf(aws);
    const recording = record(backup, file);
    writeFileSync(file, "My diary");
    await backup.listBackupVaults({});
    await expect(recording.stop()).rejects.toMatchObject({ code: "InvalidRecord" });
    expect(readFileSync(file, "utf8")).toBe("My diary");
    expect(readdirSync(folder)).toEqual(["recording.json"]);
  });

  test("is left alone when somebody else replaces it meanwhile", async () => {
    const { backup } = clientsOf(aws);
    const recording = record(backup, file);
    await backup.listBackupVaults({});
    await recording.stop();
    const again = record(backup, file);
    writeFileSync(file, "My diary");
    await backup.listBackupVaults({});
    await expect(again.stop()).rejects.toMatchObject({ code: "InvalidRecord" });
    expect(readFileSync(file, "utf8")).toBe("My diary");
  });

  test("needs a folder", () => {
    expect(failure(() => record(clientsOf(aws).backup, join(folder, "missing", "a.json")))).toMatch(
      /: its folder does not exist; create it\.$/,
    );
  });
});
