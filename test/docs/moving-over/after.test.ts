import {
  AlreadyExistsException,
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupJobCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";
import { ended, protect } from "./nightly";

const backup = mockAws();

beforeAll(() => backup.intercept(BackupClient));
beforeEach(() => backup.reset());
afterAll(() => backup.restore());

// What follows is the same in both.

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

test("a job is started", async () => {
  backup.on(CreateBackupVaultCommand).resolves({});
  backup.on(StartBackupJobCommand).resolves({ BackupJobId: "job-1" });

  expect(await protect(table)).toBe("job-1");

  expect(backup).toHaveReceivedCommand(CreateBackupVaultCommand);
  expect(backup).toHaveReceivedCommandTimes(StartBackupJobCommand, 1);
  expect(backup).toHaveReceivedCommandWith(StartBackupJobCommand, {
    ResourceArn: table,
    IamRoleArn: expect.stringContaining(":role/"),
  });
  expect(backup).toHaveReceivedNthCommandWith(2, StartBackupJobCommand, { ResourceArn: table });
  expect(backup).toHaveReceivedNthSpecificCommandWith(1, StartBackupJobCommand, { ResourceArn: table });
  expect(backup).not.toHaveReceivedCommand(DescribeBackupJobCommand);
});

test("a vault that is there already is as good", async () => {
  const taken = new AlreadyExistsException({ message: "It is there already", $metadata: {} });
  backup.on(CreateBackupVaultCommand).rejects(taken);
  backup.on(StartBackupJobCommand).resolves({ BackupJobId: "job-1" });

  expect(await protect(table)).toBe("job-1");
});

test("any other error is not", async () => {
  backup.on(CreateBackupVaultCommand).rejects("AccessDeniedException");

  await expect(protect(table)).rejects.toThrow();

  expect(backup).toHaveReceivedAnyCommand();
  expect(backup).not.toHaveReceivedCommand(StartBackupJobCommand);
});

test("different resources, different jobs", async () => {
  backup.on(CreateBackupVaultCommand).resolves({});
  backup.on(StartBackupJobCommand).callsFake(input => ({ BackupJobId: `job of ${input.ResourceArn}` }));
  backup.on(StartBackupJobCommand, { ResourceArn: table }).resolves({ BackupJobId: "job-1" });

  expect(await protect(table)).toBe("job-1");
  expect(await protect(`${table}-2`)).toBe(`job of ${table}-2`);
});

test("a job is waited for", async () => {
  backup
    .on(DescribeBackupJobCommand)
    .resolvesOnce({ State: "CREATED" })
    .resolvesOnce({ State: "RUNNING" })
    .resolves({ State: "COMPLETED" });

  expect(await ended("job-1")).toBe("COMPLETED");

  expect(backup).toHaveReceivedCommandTimes(DescribeBackupJobCommand, 3);
});
