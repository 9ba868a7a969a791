import {
  Backup,
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  ListBackupVaultsCommand,
} from "@aws-sdk/client-backup";
import { type MockAws, mockAws } from "aws-backup-mock";
import { config, ownWay } from "./own-way";

const vault = { BackupVaultName: "nightly" };
const describeVault = () => new DescribeBackupVaultCommand(vault);
let aws: MockAws;
let client: BackupClient;
/** How often the SDK resolved the middleware of a command. */
let resolved: jest.SpyInstance;

beforeEach(async () => {
  aws = mockAws();
  aws.seed({ backup: { vaults: [vault] } });
  client = aws.attach(new BackupClient(config));
  resolved = jest.spyOn(DescribeBackupVaultCommand.prototype, "resolveMiddleware");
});
afterEach(() => {
  aws.restore();
  jest.restoreAllMocks();
});

const ahead = { step: "initialize", priority: "high", name: "ahead" } as const;
const counting = () => {
  const seen = jest.fn();
  const middleware =
    <Args, Result>(next: (args: Args) => Promise<Result>) =>
    (args: Args) => {
      seen();
      return next(args);
    };
  return { seen, middleware };
};

test("the middleware of a command is resolved once for each client and class of command", async () => {
  for (const _ of [1, 2, 3]) await expect(client.send(describeVault())).resolves.toMatchObject(vault);
  expect(resolved).toHaveBeenCalledTimes(1);
  await client.send(new ListBackupVaultsCommand({}));
  await aws.attach(new BackupClient(config)).send(describeVault());
  expect(resolved).toHaveBeenCalledTimes(2);
  expect(aws.calls(DescribeBackupVaultCommand)).toHaveLength(4);
});

test("so it is for the clients of an intercepted class, and for aggregated clients", async () => {
  aws.intercept(BackupClient);
  const own = new BackupClient(config);
  for (const _ of [1, 2, 3]) await own.send(describeVault());
  expect(resolved).toHaveBeenCalledTimes(1);
  const backup = aws.attach(new Backup(config));
  for (const _ of [1, 2, 3]) await expect(backup.describeBackupVault(vault)).resolves.toMatchObject(vault);
  expect(resolved).toHaveBeenCalledTimes(2);
});

test("a refusal has the class, metadata and stack of the SDK each time", async () => {
  for (const _ of [1, 2]) {
    const refused = await client
      .send(new DescribeBackupVaultCommand({ BackupVaultName: "other" }))
      .catch(e => e);
    expect(refused).toMatchObject({
      name: "AccessDeniedException",
      $metadata: { httpStatusCode: 403, attempts: 1 },
    });
    expect(refused.stack).toContain("kept-handlers.test.ts");
  }
});

test("signals and callbacks work beside it", async () => {
  await client.send(describeVault());
  const aborted = client.send(describeVault(), { abortSignal: AbortSignal.abort() });
  await expect(aborted).rejects.toMatchObject({ name: "AbortError" });
  const answer = await new Promise(resolve => client.send(describeVault(), (_, output) => resolve(output)));
  expect(answer).toMatchObject(vault);
  await expect(client.send(describeVault())).resolves.toMatchObject(vault);
});

test("middleware that is put before that of the mock later sees every call", async () => {
  await client.send(describeVault());
  const { seen, middleware } = counting();
  client.middlewareStack.addRelativeTo(middleware, {
    relation: "before",
    toMiddleware: "awsBackupMock",
    name: "ahead",
  });
  for (const _ of [1, 2]) await client.send(describeVault());
  expect(seen).toHaveBeenCalledTimes(2);
  client.middlewareStack.remove("ahead");
  for (const _ of [1, 2]) await client.send(describeVault());
  expect([seen, resolved].map(({ mock }) => mock.calls.length)).toEqual([2, 4]);
});

test("middleware that comes before that of the mock already sees every call", async () => {
  const { seen, middleware } = counting();
  const traced = new BackupClient(config);
  traced.middlewareStack.add(middleware, ahead);
  aws.attach(traced);
  for (const _ of [1, 2]) await traced.send(describeVault());
  expect(seen).toHaveBeenCalledTimes(2);
});

test("a client whose mock middleware was removed asks the service", async () => {
  await client.send(describeVault());
  client.middlewareStack.remove("awsBackupMock");
  await expect(client.send(describeVault())).rejects.toThrow(ownWay);
});

test("a spy on send sees every call, whenever it was made", async () => {
  await client.send(describeVault());
  const spy = jest.spyOn(BackupClient.prototype, "send");
  for (const _ of [1, 2]) await client.send(describeVault());
  const own = aws.attach(new BackupClient(config));
  for (const _ of [1, 2]) await own.send(describeVault());
  expect(spy).toHaveBeenCalledTimes(4);
  spy.mockRestore();
  await expect(client.send(describeVault())).resolves.toMatchObject(vault);
});

test("send of a user's own class is called each time", async () => {
  const seen = jest.fn();
  class Traced extends BackupClient {}
  Object.defineProperty(Traced.prototype, "send", {
    value(this: BackupClient, ...args: unknown[]): unknown {
      seen();
      return Reflect.apply(BackupClient.prototype.send, this, args);
    },
  });
  const traced = aws.attach(new Traced(config));
  const send = (command: object) => Reflect.apply(traced.send, traced, [command]);
  for (const _ of [1, 2, 3]) await send(describeVault());
  expect(seen).toHaveBeenCalledTimes(3);
});

test("restore puts the methods of the middleware back, and the client asks the service", async () => {
  const plain = new BackupClient(config);
  const before = { ...plain.middlewareStack };
  aws.attach(plain);
  for (const _ of [1, 2]) await plain.send(describeVault());
  aws.restore();
  expect({ ...plain.middlewareStack }).toEqual(before);
  await expect(plain.send(describeVault())).rejects.toThrow(ownWay);
});

test("the same command can be sent again", async () => {
  const create = new CreateBackupVaultCommand({ BackupVaultName: "weekly" });
  await client.send(create);
  await expect(client.send(create)).rejects.toMatchObject({ name: "AlreadyExistsException" });
});
