import {
  AlreadyExistsException,
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupJobCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";
import { finalState, protect } from "./nightly";

const backup = mockAws();

beforeAll(() => backup.intercept(BackupClient));
beforeEach(() => backup.reset());
afterAll(() => backup.restore());

// The rest is the same in both files.

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

test("starts a job", async () => {
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

test("an existing vault is used", async () => {
  const exists = new AlreadyExistsException({ message: "It exists", $metadata: {} });
  backup.on(CreateBackupVaultCommand).rejects(exists);
  backup.on(StartBackupJobCommand).resolves({ BackupJobId: "job-1" });

  expect(await protect(table)).toBe("job-1");
});

test("any other error is passed on", async () => {
  backup.on(CreateBackupVaultCommand).rejects("AccessDeniedException");

  await expect(protect(table)).rejects.toThrow();

  expect(backup).toHaveReceivedAnyCommand();
  expect(backup).not.toHaveReceivedCommand(StartBackupJobCommand);
});

test("each resource has its own job", async () => {
  backup.on(CreateBackupVaultCommand).resolves({});
  backup.on(StartBackupJobCommand).callsFake(input => ({ BackupJobId: `job-of-${input.ResourceArn}` }));
  backup.on(StartBackupJobCommand, { ResourceArn: table }).resolves({ BackupJobId: "job-1" });

  expect(await protect(table)).toBe("job-1");
  expect(await protect(`${table}-2`)).toBe(`job-of-${table}-2`);
});

test("waits until a job has completed", async () => {
  backup
    .on(DescribeBackupJobCommand)
    .resolvesOnce({ State: "CREATED" })
    .resolvesOnce({ State: "RUNNING" })
    .resolves({ State: "COMPLETED" });

  expect(await finalState("job-1")).toBe("COMPLETED");

  expect(backup).toHaveReceivedCommandTimes(DescribeBackupJobCommand, 3);
});
