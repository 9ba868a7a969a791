import { BackupClient, CreateBackupVaultCommand, StartBackupJobCommand } from "@aws-sdk/client-backup";
import { closeAll, served } from "./support";

afterEach(closeAll);

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const start = () =>
  new StartBackupJobCommand({
    BackupVaultName: "Default",
    ResourceArn: table,
    IamRoleArn: "arn:aws:iam::123456789012:role/backup",
  });

const world = async () => {
  const all = await served({ clock: "manual" });
  all.aws.seed({
    resources: [{ arn: table }],
    efs: { fileSystems: [{ FileSystemId: "fs-0123456789abcdef0" }] },
  });
  return { ...all, backup: new BackupClient({ ...all.config, maxAttempts: 1 }) };
};

test("the next job fails with the message and in the state that were asked for", async () => {
  const { aws, ask, backup } = await world();
  expect(
    await ask("POST", "/_mock/nextJob", {
      type: "DynamoDB",
      fails: "no space left",
      state: "PARTIAL",
      takes: "2 hours",
    }),
  ).toMatchObject({ status: 200, content: {} });
  const { content } = await ask("GET", "/_mock/pending");
  expect(content).toMatchObject([
    { type: "outcome", request: expect.stringContaining('.fails("no space left", { state: "PARTIAL" })') },
  ]);
  const { BackupJobId = "" } = await backup.send(start());
  const passed = await ask("POST", "/_mock/clock", { settle: true });
  expect(passed.content).toMatchObject({ jobs: { PARTIAL: 1 } });
  expect(aws.state.backup.backupJobs.get(BackupJobId)).toMatchObject({ StatusMessage: "no space left" });
  expect((await ask("GET", "/_mock/pending")).content).toEqual([]);
});

test("the next work on a record of a kind fails, and its match is kept", async () => {
  const { aws, ask } = await world();
  const body = { kind: "backup.backupJobs", match: { ResourceArn: table }, transfers: 42 };
  expect((await ask("POST", "/_mock/next", body)).status).toBe(200);
  expect(aws.pending()).toMatchObject([
    { request: `aws.next("backup.backupJobs", { ResourceArn: "${table}" }).transfers(42)` },
  ]);
});

test("a job is held and released", async () => {
  const { aws, ask, backup } = await world();
  const { BackupJobId: id = "" } = await backup.send(start());
  await ask("POST", "/_mock/hold", { id });
  await ask("POST", "/_mock/clock", { advance: "2 days" });
  expect(aws.state.backup.backupJobs.get(id)?.State).toBe("CREATED");
  await ask("POST", "/_mock/release", { id });
  await ask("POST", "/_mock/clock", { settle: true });
  expect(aws.state.backup.backupJobs.get(id)?.State).not.toBe("CREATED");
});

test("an operation is stubbed: once with an error, then with an output", async () => {
  const { ask, backup } = await world();
  await ask("POST", "/_mock/stub", {
    operation: "StartBackupJob",
    input: { BackupVaultName: "Default" },
    resolves: { BackupJobId: "job-1", CreationDate: "2026-02-03T04:05:06Z" },
  });
  await ask("POST", "/_mock/stub", {
    operation: "StartBackupJob",
    rejects: { name: "ServiceUnavailableException", message: "Try later", Type: "x" },
    once: true,
  });
  await expect(backup.send(start())).rejects.toMatchObject({
    name: "ServiceUnavailableException",
    message: "Try later",
    Type: "x",
  });
  for (let call = 0; call < 2; call++) {
    expect(await backup.send(start())).toMatchObject({
      BackupJobId: "job-1",
      CreationDate: new Date("2026-02-03T04:05:06Z"),
    });
  }
  expect(await backup.send(new CreateBackupVaultCommand({ BackupVaultName: "other" }))).toMatchObject({
    BackupVaultName: "other",
  });
});

test.each<[string, string, object, string, RegExp]>([
  [
    "a misspelt member",
    "/_mock/next",
    { kind: "efs.mountTargets", fail: "x" },
    "InvalidOption",
    /unknown member "fail"; did you mean "fails"\?/,
  ],
  [
    "a misspelt kind",
    "/_mock/next",
    { kind: "efs.mountTarget", takes: "1m" },
    "InvalidOption",
    /did you mean "efs.mountTargets"\?/,
  ],
  ["no kind", "/_mock/next", { takes: "1m" }, "InvalidOption", /kind is missing; give a string/],
  [
    "no ending",
    "/_mock/next",
    { kind: "efs.mountTargets" },
    "InvalidOption",
    /give some of fails, takes, transfers/,
  ],
  [
    "an impossible part",
    "/_mock/next",
    { kind: "efs.mountTargets", takes: "1m", transfers: 5 },
    "InvalidOption",
    /transfer bytes/,
  ],
  [
    "a state without a failure",
    "/_mock/nextJob",
    { state: "PARTIAL", takes: "1m" },
    "InvalidOption",
    /give fails/,
  ],
  [
    "a misspelt type",
    "/_mock/nextJob",
    { type: "EFSS", takes: "1m" },
    "InvalidOption",
    /did you mean "EFS"\?/,
  ],
  ["a number for a message", "/_mock/nextJob", { fails: 5 }, "InvalidOption", /fails is 5; give a string/],
  ["a fraction of a byte", "/_mock/nextJob", { transfers: 0.5 }, "InvalidOption", /give a whole number/],
  ["an unknown id", "/_mock/hold", { id: "fs-00000000000000000" }, "UnknownId", /fs-0/],
  ["a hold that is none", "/_mock/release", { id: "fs-00000000000000000" }, "UnknownId", /fs-0/],
  [
    "a misspelt operation",
    "/_mock/stub",
    { operation: "StartBackupJobs", resolves: {} },
    "InvalidStub",
    /did you mean "StartBackupJob"\?/,
  ],
  [
    "an operation of two services",
    "/_mock/stub",
    { operation: "CreateFileSystem", resolves: {} },
    "InvalidStub",
    /efs and fsx have it; give the service/,
  ],
  [
    "an unknown service",
    "/_mock/stub",
    { operation: "CreateFileSystem", service: "s3", resolves: {} },
    "InvalidStub",
    /backup, efs, fsx/,
  ],
  [
    "an impossible output",
    "/_mock/stub",
    { operation: "StartBackupJob", resolves: { JobId: "x" } },
    "InvalidStub",
    /JobId/,
  ],
  [
    "an output of a wrong type",
    "/_mock/stub",
    { operation: "StartBackupJob", resolves: { BackupJobId: 5 } },
    "InvalidStub",
    /BackupJobId/,
  ],
  [
    "an error without a name",
    "/_mock/stub",
    { operation: "StartBackupJob", rejects: { message: "x" } },
    "InvalidStub",
    /name/,
  ],
  [
    "an output and an error",
    "/_mock/stub",
    { operation: "StartBackupJob", resolves: {}, rejects: "x" },
    "InvalidOption",
    /exclude each other/,
  ],
  [
    "an impossible delay",
    "/_mock/stub",
    { operation: "StartBackupJob", resolves: {}, delays: "a while" },
    "InvalidOption",
    /a while/,
  ],
  ["a query", "/_mock/hold?id=x", {}, "InvalidOption", /by the query/],
])("%s is refused, and nothing is set", async (_, path, body, code, message) => {
  const { aws, ask } = await world();
  const before = aws.state;
  const { status, content } = await ask("POST", path, body);
  expect({ status, content }).toEqual({
    status: 400,
    content: { code, message: expect.stringMatching(message) },
  });
  expect(aws.state).toBe(before);
  expect(aws.pending()).toEqual([]);
});

test("an outcome is set in the Region that the query names", async () => {
  const { aws, ask } = await world();
  await ask("POST", "/_mock/nextJob?region=eu-west-1", { fails: "there" });
  expect(aws.pending()).toMatchObject([{ region: "eu-west-1", accountId: "123456789012" }]);
});
