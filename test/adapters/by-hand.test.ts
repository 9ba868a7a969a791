import {
  AlreadyExistsException,
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
} from "@aws-sdk/client-backup";
import { DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import { type MockAws, mockAws } from "aws-backup-mock";
import { createMiddleware, middlewareOptions } from "../../src/adapters/middleware";
import { emptyTarget, S3Client } from "./plain-client";

const vault = { BackupVaultName: "nightly" };
const create = () => new CreateBackupVaultCommand(vault);
const describeVault = () => new DescribeBackupVaultCommand(vault);

/** The result of a call by the SDK's own pipeline, without the mock. */
const nobodyThere = {
  handle: () => Promise.reject(new Error("the request handler was asked")),
};
const ownWay = "the request handler was asked";
const config = {
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
  maxAttempts: 1,
  requestHandler: nobodyThere,
};

describe("a client with middleware added by hand", () => {
  test("talks to the mock, without Region and credentials", async () => {
    const aws = mockAws();
    const client = new BackupClient();
    client.middlewareStack.add(aws.middleware, aws.middlewareOptions);
    const created = await client.send(create());
    expect(created.BackupVaultArn).toBe("arn:aws:backup:us-east-1:123456789012:backup-vault:nightly");
    await expect(client.send(create())).rejects.toThrow(AlreadyExistsException);
  });

  test("does so with the plugin", async () => {
    const aws = mockAws({ region: "eu-west-1" });
    const client = new EFSClient();
    client.middlewareStack.use(aws.plugin);
    expect((await client.send(new DescribeFileSystemsCommand())).FileSystems).toEqual([]);
  });

  test("needs the middleware in a single command only", async () => {
    const aws = mockAws();
    const client = new BackupClient(config);
    const command = create();
    command.middlewareStack.add(aws.middleware, aws.middlewareOptions);
    await expect(client.send(command)).resolves.toMatchObject(vault);
    await expect(client.send(describeVault())).rejects.toThrow(ownWay);
  });

  test("gets $metadata with the keys that a real response has", async () => {
    const body = new TextEncoder().encode(JSON.stringify(vault));
    const response = { statusCode: 200, headers: { "x-amzn-requestid": "the-id" }, body };
    const real = new BackupClient({ ...config, requestHandler: { handle: async () => ({ response }) } });
    const aws = mockAws();
    const mocked = new BackupClient();
    mocked.middlewareStack.use(aws.plugin);
    const { $metadata } = await mocked.send(create());
    expect(Object.keys($metadata)).toEqual(Object.keys((await real.send(create())).$metadata));
    expect($metadata).toEqual({
      httpStatusCode: 200,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      attempts: 1,
      totalRetryDelay: 0,
    });
  });

  test.each([true, false])(
    "asks AWS again after restore, with cacheMiddleware: %s",
    async cacheMiddleware => {
      const aws = mockAws();
      const client = new BackupClient({ ...config, cacheMiddleware });
      client.middlewareStack.add(aws.middleware, aws.middlewareOptions);
      await client.send(create());
      aws.restore();
      await expect(client.send(create())).rejects.toThrow(ownWay);
    },
  );

  test("can get new middleware after a restore", async () => {
    const byHand = createMiddleware(emptyTarget);
    const client = new BackupClient(config);
    client.middlewareStack.add(byHand.middleware, middlewareOptions);
    byHand.remove();
    await expect(client.send(create())).rejects.toThrow(ownWay);
    client.middlewareStack.add(byHand.middleware, middlewareOptions);
    await expect(client.send(create())).resolves.toMatchObject({ $metadata: { requestId: "the-id" } });
  });

  test("can get the middleware of a newer mock over that of an older one", async () => {
    const client = new BackupClient();
    const [older, newer] = [mockAws(), mockAws()];
    for (const aws of [older, newer]) {
      client.middlewareStack.add(aws.middleware, aws.middlewareOptions);
      await client.send(create());
    }
    expect(older.calls()).toHaveLength(1);
    expect(newer.calls()).toHaveLength(1);
  });
});

describe("a client of a service that the mock does not model", () => {
  test.each<[string, (aws: MockAws, client: S3Client) => void]>([
    ["by hand", (aws, client) => client.middlewareStack.add(aws.middleware, aws.middlewareOptions)],
    ["as a plugin", (aws, client) => client.middlewareStack.use(aws.plugin)],
    ["attached", (aws, client) => aws.attach(client)],
    ["intercepted", aws => aws.intercept(S3Client)],
  ])("%s, is refused by name, and kept as unhandled", async (_way, letIn) => {
    using aws = mockAws();
    const client = new S3Client();
    letIn(aws, client);
    await expect(client.send({ input: { Key: "k" } })).rejects.toMatchObject({
      name: "MockError",
      code: "UnknownCommand",
      message: expect.stringContaining("PutObjectCommand of S3Client"),
    });
    expect(aws.unhandledCalls()).toMatchObject([{ service: "S3Client", operation: "PutObject" }]);
    aws.restore();
    await expect(client.send({ input: { Key: "k" } })).rejects.toThrow("the service was asked");
  });
});
