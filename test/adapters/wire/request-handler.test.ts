import {
  AlreadyExistsException,
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  DisassociateBackupVaultMpaApprovalTeamCommand,
  ListBackupJobsCommand,
  ListTagsCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import {
  CreateFileSystemCommand,
  DescribeFileSystemsCommand,
  EFSClient,
  FileSystemAlreadyExists,
} from "@aws-sdk/client-efs";
import {
  DescribeBackupsCommand,
  DescribeFileSystemsCommand as DescribeFsx,
  FileSystemNotFound,
  FSxClient,
} from "@aws-sdk/client-fsx";
import { type MockOptions, mockAws } from "aws-backup-mock";

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };

function account(options: MockOptions = {}) {
  const aws = mockAws(options);
  const config = { region: "us-east-1", credentials, requestHandler: aws.requestHandler };
  return {
    aws,
    config,
    backup: new BackupClient(config),
    efs: new EFSClient(config),
    fsx: new FSxClient(config),
  };
}

const vault = { BackupVaultName: "nightly" };

test("the SDK's whole pipeline is answered in process: paths, bodies, dates, request ids", async () => {
  const { backup } = account();
  const created = await backup.send(
    new CreateBackupVaultCommand({ ...vault, BackupVaultTags: { team: "ops" } }),
  );
  expect(created).toMatchObject({
    BackupVaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:nightly",
    CreationDate: new Date("2026-01-01T00:00:00Z"),
    $metadata: { httpStatusCode: 200, attempts: 1, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  });
  const tags = await backup.send(new ListTagsCommand({ ResourceArn: created.BackupVaultArn }));
  expect(tags.Tags).toEqual({ team: "ops" });
});

test("errors come through the client's own deserialiser as its own classes", async () => {
  const { backup, efs, fsx } = account();
  await backup.send(new CreateBackupVaultCommand(vault));
  const again = backup.send(new CreateBackupVaultCommand(vault));
  await expect(again).rejects.toThrow(AlreadyExistsException);
  await expect(again).rejects.toMatchObject({
    name: "AlreadyExistsException",
    message: "Backup vault with the same name already exists",
    Arn: "arn:aws:backup:us-east-1:123456789012:backup-vault:nightly",
  });
  const { FileSystemId } = await efs.send(new CreateFileSystemCommand({ CreationToken: "home" }));
  const taken = efs.send(new CreateFileSystemCommand({ CreationToken: "home" }));
  await expect(taken).rejects.toThrow(FileSystemAlreadyExists);
  await expect(taken).rejects.toMatchObject({ FileSystemId, ErrorCode: "FileSystemAlreadyExists" });
  await expect(fsx.send(new DescribeFsx({ FileSystemIds: ["fs-0123456789abcdef0"] }))).rejects.toThrow(
    FileSystemNotFound,
  );
});

test("query members of every kind arrive: dates, numbers, and paths with an ARN in them", async () => {
  const { aws, backup, efs } = account();
  await backup.send(
    new ListBackupJobsCommand({
      MaxResults: 7,
      ByCreatedAfter: new Date("2026-01-02T03:04:05.678Z"),
      ByState: "RUNNING",
    }),
  );
  await efs.send(new DescribeFileSystemsCommand({ MaxItems: 3 }));
  expect(aws.calls(ListBackupJobsCommand)[0]?.input).toEqual({
    MaxResults: 7,
    ByCreatedAfter: new Date("2026-01-02T03:04:05.678Z"),
    ByState: "RUNNING",
  });
  expect(aws.calls(DescribeFileSystemsCommand)[0]?.input).toEqual({ MaxItems: 3 });
});

test("two operations of the same path are told apart by the query", async () => {
  const { aws, backup } = account();
  await backup
    .send(new DisassociateBackupVaultMpaApprovalTeamCommand({ BackupVaultName: "Default" }))
    .catch(() => {});
  expect(aws.calls().map(({ operation }) => operation)).toEqual(["DisassociateBackupVaultMpaApprovalTeam"]);
});

test("the place of a call is the Region it was signed for and the account of its key", async () => {
  const { aws, config } = account({ accounts: { AKIDOTHER: "222222222222" } });
  const elsewhere = new BackupClient({
    ...config,
    region: "eu-west-1",
    credentials: { accessKeyId: "AKIDOTHER", secretAccessKey: "secret" },
  });
  const { BackupVaultArn } = await elsewhere.send(new CreateBackupVaultCommand(vault));
  expect(BackupVaultArn).toBe("arn:aws:backup:eu-west-1:222222222222:backup-vault:nightly");
  expect(aws.state.backup.vaults.has("nightly")).toBe(false);
});

test("throttling and server faults pass the SDK's own retries", async () => {
  const { aws, backup } = account();
  aws
    .on(DescribeBackupVaultCommand)
    .rejectsOnce("ThrottlingException")
    .rejectsOnce("ServiceUnavailableException");
  const { $metadata, CreatorRequestId } = await backup.send(
    new DescribeBackupVaultCommand({ BackupVaultName: "Default" }),
  );
  expect(CreatorRequestId).toBe("Default");
  expect($metadata.attempts).toBe(3);
  expect(aws.calls(DescribeBackupVaultCommand)).toHaveLength(3);
});

test("an aborted signal rejects, before and while a call is waiting", async () => {
  const { aws, backup } = account({ clock: "manual" });
  const command = () => new DescribeBackupVaultCommand({ BackupVaultName: "Default" });
  await expect(backup.send(command(), { abortSignal: AbortSignal.abort() })).rejects.toMatchObject({
    name: "AbortError",
  });
  aws.on(DescribeBackupVaultCommand).resolves({}).delays("1 hour");
  const controller = new AbortController();
  const waiting = backup.send(command(), { abortSignal: controller.signal });
  setTimeout(() => controller.abort(), 20);
  await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
});

test("an operation that is not modelled rejects with the mock's own error, without retries", async () => {
  const { aws, backup, fsx } = account();
  await expect(
    backup.send(new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn: "x", IamRoleArn: "y" })),
  ).rejects.toMatchObject({
    name: "InvalidParameterValueException",
  });
  const { Backups } = await fsx.send(new DescribeBackupsCommand({}));
  expect(Backups).toEqual([]);
  expect(aws.unhandledCalls()).toEqual([]);
});
