import { Agent, request } from "node:http";
import { BackupClient, CreateBackupVaultCommand, DescribeBackupVaultCommand } from "@aws-sdk/client-backup";
import { DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import { DescribeFileSystemsCommand as DescribeFsx, FSxClient } from "@aws-sdk/client-fsx";
import { mockAws } from "aws-backup-mock";
import { listen } from "aws-backup-mock/http";
import { closeAll, served } from "./support";

afterEach(closeAll);

const describeDefault = () => new DescribeBackupVaultCommand({ BackupVaultName: "Default" });

test("one port of the loopback address answers for all three services", async () => {
  const { config, endpoint } = await served();
  expect(endpoint).toMatchObject({ url: `http://127.0.0.1:${endpoint.port}`, host: "127.0.0.1" });
  expect(endpoint.port).toBeGreaterThan(0);
  await expect(new BackupClient(config).send(describeDefault())).resolves.toMatchObject({
    CreatorRequestId: "Default",
  });
  const efs = await new EFSClient(config).send(new DescribeFileSystemsCommand({}));
  expect(efs.FileSystems).toEqual([]);
  const fsx = await new FSxClient(config).send(new DescribeFsx({}));
  expect(fsx.FileSystems).toEqual([]);
});

test("clients find it by AWS_ENDPOINT_URL", async () => {
  const { endpoint, config, aws } = await served();
  process.env["AWS_ENDPOINT_URL"] = endpoint.url;
  try {
    const client = new BackupClient({ region: config.region, credentials: config.credentials });
    await client.send(new CreateBackupVaultCommand({ BackupVaultName: "nightly" }));
  } finally {
    delete process.env["AWS_ENDPOINT_URL"];
  }
  expect(aws.state.backup.vaults.has("nightly")).toBe(true);
});

test("the Region is that of the signature, and the account that of the access key", async () => {
  const { aws, config } = await served({ accounts: { AKIDOTHER: "222222222222" } });
  const client = new BackupClient({
    ...config,
    region: "eu-west-1",
    credentials: { accessKeyId: "AKIDOTHER", secretAccessKey: "secret" },
  });
  const { BackupVaultArn } = await client.send(new CreateBackupVaultCommand({ BackupVaultName: "nightly" }));
  expect(BackupVaultArn).toBe("arn:aws:backup:eu-west-1:222222222222:backup-vault:nightly");
  expect(aws.in({ region: "eu-west-1", accountId: "222222222222" }).state.backup.vaults.size).toBe(1);
});

test("an access key named like an inherited member has no account of its own", async () => {
  const { config } = await served({ accounts: { AKIDOTHER: "222222222222" } });
  for (const accessKeyId of ["constructor", "__proto__", "toString"]) {
    const client = new BackupClient({ ...config, credentials: { accessKeyId, secretAccessKey: "secret" } });
    const { BackupVaultArn } = await client.send(describeDefault());
    expect(BackupVaultArn).toBe("arn:aws:backup:us-east-1:123456789012:backup-vault:Default");
  }
});

test("the SDK retries throttling and server faults", async () => {
  const { aws, config } = await served();
  aws
    .on(DescribeBackupVaultCommand)
    .rejectsOnce("ThrottlingException")
    .rejectsOnce("ServiceUnavailableException");
  const { $metadata } = await new BackupClient(config).send(describeDefault());
  expect($metadata.attempts).toBe(3);
});

test("an error that is not an AWS error is a failure of the service", async () => {
  const { aws, config } = await served();
  aws.on(DescribeBackupVaultCommand).rejects(new Error("the disk is full"));
  await expect(new BackupClient({ ...config, maxAttempts: 1 }).send(describeDefault())).rejects.toMatchObject(
    {
      name: "InternalFailure",
      message: "the disk is full",
      $metadata: { httpStatusCode: 500 },
    },
  );
});

test("misuse of the mock is reported as such, and not retried", async () => {
  const { aws, config, ask } = await served();
  aws.on(DescribeBackupVaultCommand).callsFake(() => JSON.parse('{"NoSuchMember":1}'));
  await expect(new BackupClient(config).send(describeDefault())).rejects.toMatchObject({
    name: "InvalidStub",
    message: expect.stringContaining("NoSuchMember"),
    $metadata: { httpStatusCode: 501, attempts: 1 },
  });
  const { status, headers, content } = await ask("POST", "/", "{}", {
    "x-amz-target": "DynamoDB_20120810.ListTables",
  });
  expect(status).toBe(501);
  expect(headers.get("x-amzn-errortype")).toBe("UnknownCommand");
  expect(content).toMatchObject({
    __type: "UnknownCommand",
    message: expect.stringContaining("ListTablesCommand of DynamoDB_20120810"),
  });
  expect(aws.unhandledCalls()).toMatchObject([{ service: "DynamoDB_20120810", operation: "ListTables" }]);
});

test("an error whose name no header can carry ends only the connection", async () => {
  const { aws, config, ask } = await served();
  aws
    .on(DescribeBackupVaultCommand)
    .rejects(Object.assign(new Error("broken"), { name: "Broken\r\nName", $fault: "client", $metadata: {} }));
  const client = new BackupClient({ ...config, maxAttempts: 1 });
  await expect(client.send(describeDefault())).rejects.toThrow("socket hang up");
  expect((await ask("GET", "/backup-vaults")).status).toBe(200);
});

test("a caller that waits on the mock's clock is answered when it has moved", async () => {
  const { aws, config } = await served({ clock: "manual" });
  aws.on(DescribeBackupVaultCommand).resolves({ CreatorRequestId: "late" }).delays("1 hour");
  const waiting = new BackupClient(config).send(describeDefault());
  while (aws.calls().length === 0) await new Promise(resolve => setTimeout(resolve, 5));
  await aws.clock.advance("1 hour");
  expect((await waiting).CreatorRequestId).toBe("late");
});

test("close ends idle and waiting connections, and may be called again", async () => {
  const { aws, config, endpoint } = await served({ clock: "manual" });
  const client = new BackupClient({ ...config, maxAttempts: 1 });
  await client.send(describeDefault());
  aws.on(DescribeBackupVaultCommand).resolves({}).delays("1 hour");
  const waiting = client.send(describeDefault());
  const ended = expect(waiting).rejects.toThrow("socket hang up");
  while (aws.calls().length < 2) await new Promise(resolve => setTimeout(resolve, 5));
  await endpoint.close();
  await endpoint.close();
  await ended;
  await expect(client.send(describeDefault())).rejects.toThrow("ECONNREFUSED");
});

test("a port in use is reported as by Node", async () => {
  const { endpoint } = await served();
  await expect(listen(mockAws(), { port: endpoint.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("listening beyond loopback causes a warning", async () => {
  const warn = jest.spyOn(process, "emitWarning").mockImplementation(() => {});
  const open = await served({}, { host: "0.0.0.0" });
  expect(warn.mock.calls).toEqual([
    [expect.stringContaining("There is no authentication"), { code: "AWS_BACKUP_MOCK_EXPOSED" }],
  ]);
  expect(open.endpoint.url).toBe(`http://127.0.0.1:${open.endpoint.port}`);
  expect((await open.ask("GET", "/backup-vaults")).status).toBe(200);
  warn.mockClear();
  await served({}, { host: "localhost" });
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

test("one connection serves several requests", async () => {
  const { endpoint } = await served();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ports = new Set<number | undefined>();
  for (let asked = 0; asked < 3; asked++) {
    await new Promise<void>((resolve, reject) => {
      request(`${endpoint.url}/backup-vaults`, { agent }, response => {
        ports.add(response.socket.localPort);
        response.resume().on("end", resolve);
      })
        .on("error", reject)
        .end();
    });
  }
  agent.destroy();
  expect(ports.size).toBe(1);
});
