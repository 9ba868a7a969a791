import {
  AlreadyExistsException,
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  DisassociateBackupVaultMpaApprovalTeamCommand,
  ListBackupJobsCommand,
  ListTagsCommand,
} from "@aws-sdk/client-backup";
import {
  CreateFileSystemCommand,
  DescribeFileSystemsCommand,
  EFSClient,
  FileSystemAlreadyExists,
} from "@aws-sdk/client-efs";
import {
  DescribeFileSystemsCommand as DescribeFsx,
  FileSystemNotFound,
  FSxClient,
} from "@aws-sdk/client-fsx";
import { type MockOptions, mockAws } from "aws-backup-mock";

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };

function account(options: MockOptions = {}) {
  const aws = mockAws(options);
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
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

test("query members of every kind arrive, such as dates, numbers and ARNs in paths", async () => {
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

test("the query distinguishes two operations of one path", async () => {
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

test("the SDK retries throttling and server faults", async () => {
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

test("a call over the SDK's timeout rejects like the SDK's own handlers", async () => {
  const { aws } = account({ clock: "manual" });
  aws.on(DescribeBackupVaultCommand).resolves({}).delays("1 hour");
  const request = { method: "GET", path: "/backup-vaults/Default", headers: {} };
  await expect(aws.requestHandler.handle(request, { requestTimeout: 20 })).rejects.toMatchObject({
    name: "TimeoutError",
    message: "Request did not complete within 20 ms",
  });
  const answered = aws.requestHandler.handle(
    { ...request, path: "/backup-vaults" },
    { requestTimeout: 20, abortSignal: new AbortController().signal },
  );
  await expect(answered).resolves.toMatchObject({ response: { statusCode: 200 } });
});

test("an SDK exception thrown by a stub arrives as an SDK exception", async () => {
  const { aws, backup } = account();
  const thrown = new AlreadyExistsException({
    message: "taken",
    Arn: "arn:aws:backup:us-east-1:123456789012:backup-vault:other",
    $metadata: {},
  });
  aws.on(CreateBackupVaultCommand).rejects(thrown);
  const caught: unknown = await backup.send(new CreateBackupVaultCommand(vault)).catch(error => error);
  expect(caught).toBeInstanceOf(AlreadyExistsException);
  expect(caught).not.toBe(thrown);
  expect(caught).toMatchObject({ message: "taken", Arn: thrown.Arn, $metadata: { attempts: 1 } });
});

test("any other error of a stub is thrown as it is", async () => {
  const { aws, backup } = account();
  const boom = new Error("boom");
  aws.on(DescribeBackupVaultCommand).rejects(boom);
  const described = backup.send(new DescribeBackupVaultCommand({ BackupVaultName: "Default" }));
  await expect(described).rejects.toBe(boom);
});

test("a fake sees the errors of the model, and may pass them on", async () => {
  const { aws, backup } = account();
  await backup.send(new CreateBackupVaultCommand(vault));
  const seen: unknown[] = [];
  aws.on(CreateBackupVaultCommand).callsFake((_, proceed) => {
    try {
      return proceed();
    } catch (error) {
      seen.push(error);
      throw error;
    }
  });
  await expect(backup.send(new CreateBackupVaultCommand(vault))).rejects.toThrow(AlreadyExistsException);
  const Arn = "arn:aws:backup:us-east-1:123456789012:backup-vault:nightly";
  expect(seen).toMatchObject([{ name: "AlreadyExistsException", Arn }]);
  expect(aws.calls(CreateBackupVaultCommand)[1]?.error).toMatchObject({
    name: "AlreadyExistsException",
    Arn,
  });
});

test("a stub's output arrives completely, dates included, and is not changed by sending it", async () => {
  const { aws, backup } = account();
  const CreationDate = new Date("2026-05-05T05:05:05.005Z");
  const output = { BackupJobs: [{ BackupJobId: "1", CreationDate }, { CreationDate }], NextToken: "more" };
  const asFromAClient = { ...output, $metadata: {} };
  aws.on(ListBackupJobsCommand).resolves(asFromAClient);
  for (let asked = 0; asked < 2; asked++) {
    expect(await backup.send(new ListBackupJobsCommand({}))).toMatchObject(output);
  }
  expect(aws.calls(ListBackupJobsCommand)[0]?.output).toMatchObject(output);
});

test("headers in any spelling and bodies of any type are read", async () => {
  const { aws } = account();
  const bodies = ["{}", new TextEncoder().encode("{}"), Buffer.from("{}"), undefined, ""];
  for (const body of bodies) {
    const { response } = await aws.requestHandler.handle({
      method: "POST",
      path: "/",
      headers: {
        "X-Amz-Target": "AWSSimbaAPIService_v20180301.DescribeFileSystems",
        Authorization: "AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/fsx/aws4_request, Signature=0",
      },
      body,
    });
    expect(response.statusCode).toBe(200);
  }
  expect(aws.calls().map(({ operation, region }) => `${operation} ${region}`)).toEqual(
    bodies.map(() => "DescribeFileSystems eu-west-1"),
  );
});

test("a stream, or bytes that are not UTF-8, are refused like an unreadable body", async () => {
  const { aws } = account();
  for (const body of [new ReadableStream(), Uint8Array.from([0xff])]) {
    const request = { method: "PUT", path: "/backup-vaults/nightly", headers: {}, body };
    const { response } = await aws.requestHandler.handle(request);
    expect(response).toMatchObject({
      statusCode: 400,
      headers: { "x-amzn-errortype": "SerializationException" },
    });
  }
  expect(aws.calls()).toEqual([]);
});

test("an operation that this version does not know rejects with a MockError, and is recorded", async () => {
  const { aws } = account();
  const headers = { "x-amz-target": "AWSSimbaAPIService_v20180301.MakeTea" };
  await expect(
    aws.requestHandler.handle({ method: "POST", path: "/", headers, body: '{"Sort":"Assam"}' }),
  ).rejects.toMatchObject({
    code: "UnsupportedOperation",
    message: expect.stringContaining("MakeTeaCommand"),
  });
  expect(aws.unhandledCalls()).toMatchObject([
    { service: "fsx", operation: "MakeTea", input: { Sort: "Assam" } },
  ]);
});
