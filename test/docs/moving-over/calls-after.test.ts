import {
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";
import { finalState, protect } from "./nightly";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

test("recorded calls", async () => {
  using backup = mockAws();
  backup.intercept(BackupClient);
  await protect(table);

  expect(backup.calls()).toHaveLength(2);
  expect(backup.call(0).args[0].input).toEqual({ BackupVaultName: "nightly" });
  expect(backup.commandCalls(StartBackupJobCommand, { ResourceArn: table })).toHaveLength(1);
  const [start] = backup.commandCalls(StartBackupJobCommand);
  expect(start?.args[0].input.Lifecycle).toEqual({ DeleteAfterDays: 35 });
  backup.resetHistory();

  expect(backup.calls()).toHaveLength(0);
});

test("recorded calls, in short", async () => {
  using backup = mockAws();
  backup.intercept(BackupClient);
  await protect(table);

  expect(backup.calls()[0]?.input).toEqual({ BackupVaultName: "nightly" });
  expect(backup.calls(StartBackupJobCommand, { ResourceArn: table })).toHaveLength(1);
  backup.clearCalls();
});

test("one client", async () => {
  const backup = mockAws();
  const client = backup.attach(new BackupClient());
  backup.on(CreateBackupVaultCommand).resolves({ BackupVaultName: "weekly" });

  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "weekly" }));
  expect(client).toHaveReceivedCommandOnce(CreateBackupVaultCommand);
});

test("other commands", async () => {
  using backup = mockAws();
  backup.intercept(BackupClient);

  const client = new BackupClient();
  const describe = new DescribeBackupVaultCommand({ BackupVaultName: "nightly" });
  await expect(client.send(describe)).rejects.toThrow("Insufficient privileges");
  expect(backup).toHaveReceivedNoOtherCommands([DescribeBackupVaultCommand]);
  backup.assertNoUnhandledCalls();
});

test("without stubs: a backup from start to expiry", async () => {
  using aws = mockAws();
  aws.intercept(BackupClient);
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] }, resources: [{ arn: table }] });

  const job = await protect(table); // the code under test accepts that the vault exists
  expect(aws).toHaveBackupJob({ BackupJobId: job, State: "CREATED" });

  expect(await finalState(job ?? "")).toBe("COMPLETED"); // each read shows the next state: CREATED, RUNNING, COMPLETED
  expect(aws).toHaveProtected(table, { BackupVaultName: "nightly", Lifecycle: { DeleteAfterDays: 35 } });

  await aws.clock.advance("35 days");
  expect(aws).not.toHaveProtected(table);
});

test("without stubs: a throttled call, then a failed job", async () => {
  using aws = mockAws();
  aws.intercept(BackupClient);
  aws.seed({ resources: [{ arn: table }] });
  aws.nextJob({ resourceArn: table }).fails("Access denied to the table");
  aws.on(CreateBackupVaultCommand).rejectsOnce("ThrottlingException");

  await expect(protect(table)).rejects.toThrow("Rate exceeded");
  expect(aws).not.toHaveVault("nightly");

  const job = await protect(table);
  expect(await finalState(job ?? "")).toBe("FAILED");
  expect(aws).toHaveVault("nightly", { NumberOfRecoveryPoints: 0 });
  expect(aws).toHaveEmitted("Backup Job State Change", { state: "FAILED" });
});
