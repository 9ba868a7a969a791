import { BackupClient, CreateBackupVaultCommand, DescribeBackupVaultCommand } from "@aws-sdk/client-backup";
import { type MockAws, mockAws } from "aws-backup-mock";
import { mockClient } from "aws-sdk-client-mock";
import { config, ownWay } from "./own-way";

const vault = { BackupVaultName: "nightly" };
const create = () => new CreateBackupVaultCommand(vault);
const describeVault = () => new DescribeBackupVaultCommand(vault);

let aws: MockAws;
beforeEach(() => {
  aws = mockAws();
});
afterEach(() => {
  aws.restore();
});

test("an attached client talks to the mock, and others do not", async () => {
  const client = aws.attach(new BackupClient());
  await client.send(create());
  await expect(client.send(describeVault())).resolves.toMatchObject(vault);
  await expect(new BackupClient(config).send(describeVault())).rejects.toThrow(ownWay);
});

test("a client that has cached its operations can be attached", async () => {
  const client = new BackupClient({ ...config, cacheMiddleware: true });
  await expect(client.send(create())).rejects.toThrow(ownWay);
  aws.attach(client);
  await expect(client.send(create())).resolves.toMatchObject(vault);
});

test("restore leaves a client as it was, free for another mock", async () => {
  const client = new BackupClient({ ...config, cacheMiddleware: true });
  const stack = client.middlewareStack.identify();
  aws.attach(client);
  await client.send(create());
  aws.restore();
  expect(Object.hasOwn(client, "send")).toBe(false);
  expect(client.middlewareStack.identify()).toEqual(stack);
  await expect(client.send(create())).rejects.toThrow(ownWay);
  using next = mockAws();
  await expect(next.attach(client).send(create())).resolves.toMatchObject(vault);
});

test("an attached client of an intercepted class talks to the mock that it was attached to", async () => {
  aws.intercept(BackupClient);
  using other = mockAws();
  const client = new BackupClient({ cacheMiddleware: true });
  await client.send(create());
  other.attach(client);
  await client.send(create());
  other.restore();
  await expect(client.send(create())).rejects.toMatchObject({ name: "AlreadyExistsException" });
  expect([aws.calls().length, other.calls().length]).toEqual([2, 1]);
});

test("attaching a client twice to one mock has no further effect", async () => {
  const client = aws.attach(aws.attach(new BackupClient()));
  await client.send(create());
  expect(aws.calls()).toHaveLength(1);
});

describe("a client is refused", () => {
  test("that another mock has taken over", () => {
    const client = aws.attach(new BackupClient());
    using other = mockAws();
    expect(() => other.attach(client)).toThrow(
      expect.objectContaining({
        code: "ClassHeld",
        message: expect.stringContaining("Cannot take over this BackupClient: another mock holds it already"),
      }),
    );
  });

  test("that aws-sdk-client-mock has stubbed, or the class of it", () => {
    const client = new BackupClient();
    const stubbed = expect.objectContaining({ code: "StubbedElsewhere" });
    for (const stub of [mockClient(client), mockClient(BackupClient)]) {
      expect(() => aws.attach(client)).toThrow(stubbed);
      stub.restore();
    }
    expect(() => aws.attach(client)).not.toThrow();
  });

  test.each<[unknown, string]>([
    [
      BackupClient,
      "Cannot attach BackupClient: it is a class; pass an instance, or the class to aws.intercept",
    ],
    [{}, "Cannot attach an object: it has no config, middlewareStack and send; pass a client such as"],
    [new Map(), "Cannot attach an object of Map"],
    [null, "Cannot attach null"],
  ])("that is none: %p", (candidate, message) => {
    expect(() => Reflect.apply(aws.attach, aws, [candidate])).toThrow(
      expect.objectContaining({ code: "NotAClient", message: expect.stringContaining(message) }),
    );
  });

  test("of another service", () => {
    const client = Object.assign(new BackupClient(), { config: { serviceId: "S3" } });
    expect(() => aws.attach(client)).toThrow(
      expect.objectContaining({
        code: "NotAClient",
        message: expect.stringContaining("it is a client of S3, and this mock stands for AWS Backup, EFS"),
      }),
    );
  });

  test("with another one: attach takes one", () => {
    expect(() => Reflect.apply(aws.attach, aws, [new BackupClient(), new BackupClient()])).toThrow(
      expect.objectContaining({
        code: "NotAClient",
        message: expect.stringContaining("Cannot attach 2 clients at once"),
      }),
    );
  });
});
