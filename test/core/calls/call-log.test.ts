import {
  Backup,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  ListBackupJobsCommand,
  ListBackupVaultsCommand,
} from "@aws-sdk/client-backup";
import { EFS } from "@aws-sdk/client-efs";
import { mockAws } from "aws-backup-mock";

const now = "2026-03-01T00:00:00Z";
const missing = { BackupVaultName: "missing" };

test("a call is kept with everything about it, as it was at the time", async () => {
  const aws = mockAws({ now });
  const backup = aws.attach(new Backup({ region: "eu-west-1" }));
  const input = { BackupVaultName: "nightly", BackupVaultTags: { team: "storage" } };
  const { CreationDate } = await backup.createBackupVault(input);
  input.BackupVaultTags.team = "changed since";
  CreationDate?.setTime(0);
  await aws.clock.advance("1 hour");
  await backup.describeBackupVault(missing).catch(() => {});
  aws.on(ListBackupJobsCommand).resolves({ BackupJobs: [{ BackupJobId: "mine" }] });
  await backup.listBackupJobs();
  const place = { service: "backup", region: "eu-west-1", accountId: "123456789012" };
  const [created, refused, stubbed] = aws.calls();
  expect(created).toEqual({
    ...place,
    operation: "CreateBackupVault",
    input: { BackupVaultName: "nightly", BackupVaultTags: { team: "storage" } },
    output: {
      BackupVaultName: "nightly",
      BackupVaultArn: "arn:aws:backup:eu-west-1:123456789012:backup-vault:nightly",
      CreationDate: new Date(now),
    },
    time: new Date(now),
    answeredBy: "model",
  });
  expect(refused).toMatchObject({
    operation: "DescribeBackupVault",
    error: { name: "AccessDeniedException" },
    time: new Date("2026-03-01T01:00:00Z"),
  });
  expect(refused).not.toHaveProperty("output");
  expect(stubbed).toMatchObject({ output: { BackupJobs: [{ BackupJobId: "mine" }] }, answeredBy: "stub" });
});

test("calls are found by their command, and by a part of their input", async () => {
  const aws = mockAws();
  const backup = aws.attach(new Backup());
  for (const BackupVaultName of ["a1", "b1", "b2"]) await backup.createBackupVault({ BackupVaultName });
  await backup.listBackupVaults({});
  const names = aws.calls(CreateBackupVaultCommand).map(({ input }) => input.BackupVaultName);
  expect(names).toEqual(["a1", "b1", "b2"]);
  expect(aws.calls(CreateBackupVaultCommand, { BackupVaultName: "b1" })).toHaveLength(1);
  const ofB: string = expect.stringMatching(/^b/);
  expect(aws.calls(CreateBackupVaultCommand, { BackupVaultName: ofB })).toHaveLength(2);
  expect(aws.calls(DescribeBackupVaultCommand)).toEqual([]);
  expect(aws.calls(ListBackupVaultsCommand)).toHaveLength(1);
});

test("what a test does to a call that it was shown does not change what is kept", async () => {
  const aws = mockAws();
  await aws.attach(new Backup()).createBackupVault({ BackupVaultName: "nightly" });
  const [call] = aws.calls(CreateBackupVaultCommand);
  if (call) call.input.BackupVaultName = "changed";
  expect(aws.calls(CreateBackupVaultCommand)[0]?.input).toEqual({ BackupVaultName: "nightly" });
});

test.each([
  [true, 10],
  [false, 0],
  [1, 1],
  [4, 4],
] as const)("with recordCalls: %p, %i of ten calls are kept, the newest", async (recordCalls, kept) => {
  const aws = mockAws({ recordCalls });
  const efs = aws.attach(new EFS());
  const tokens = Array.from({ length: 10 }, (_, index) => `token-${index}`);
  for (const CreationToken of tokens) {
    await efs.describeFileSystems({ CreationToken });
    expect(aws.calls().length).toBeLessThanOrEqual(kept);
  }
  const seen = aws.calls().map(({ input }) => Reflect.get(Object(input), "CreationToken"));
  expect(seen).toEqual(kept === 0 ? [] : tokens.slice(-kept));
});

test("calls stay through a rollback, and go with clearCalls and reset", async () => {
  const aws = mockAws();
  const backup = aws.attach(new Backup());
  const before = aws.snapshot();
  await backup.listBackupVaults();
  aws.rollback(before);
  expect(aws.calls()).toHaveLength(1);
  await backup.createBackupVault({ BackupVaultName: "nightly" });
  aws.clearCalls();
  expect(aws.calls()).toEqual([]);
  expect(aws.state.backup.vaults.has("nightly")).toBe(true);
  await backup.listBackupVaults();
  aws.reset();
  expect(aws.calls()).toEqual([]);
  await backup.listBackupVaults();
  expect(aws.calls()).toHaveLength(1);
});
