import {
  Backup,
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  type DescribeBackupVaultOutput,
  paginateListBackupVaults,
} from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { type MockAws, mockAws } from "aws-backup-mock";
import { mockClient } from "aws-sdk-client-mock";
import { config, ownWay } from "./own-way";

const vault = { BackupVaultName: "nightly" };
const create = (BackupVaultName = "nightly") => new CreateBackupVaultCommand({ BackupVaultName });
const describeVault = () => new DescribeBackupVaultCommand(vault);

let aws: MockAws;
beforeEach(() => {
  aws = mockAws();
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
});
afterEach(() => {
  aws.restore();
});

describe("an intercepted class", () => {
  test("covers clients made before and after", async () => {
    const before = new BackupClient();
    aws.intercept(BackupClient);
    await before.send(create());
    await expect(new BackupClient().send(describeVault())).resolves.toMatchObject(vault);
  });

  test.each([true, false])(
    "covers clients already in use, with cacheMiddleware: %s",
    async cacheMiddleware => {
      const client = new BackupClient({ ...config, cacheMiddleware });
      await expect(client.send(create())).rejects.toThrow(ownWay);
      aws.intercept(BackupClient);
      await expect(client.send(create())).resolves.toMatchObject(vault);
    },
  );

  test("covers aggregated clients, their callbacks, and subclasses", async () => {
    aws.intercept(BackupClient);
    class OurClient extends BackupClient {}
    await new OurClient().send(create());
    await expect(new Backup().describeBackupVault(vault)).resolves.toMatchObject(vault);
    const called = await new Promise(resolve => {
      new Backup().describeBackupVault(vault, (error: unknown, output: unknown) =>
        resolve({ error, output }),
      );
    });
    expect(called).toMatchObject({ error: null, output: vault });
  });

  test("answers callbacks, with options and without", async () => {
    aws.intercept(BackupClient);
    const client = new BackupClient();
    await client.send(create());
    const plain = new Promise<DescribeBackupVaultOutput | undefined>(resolve => {
      client.send(describeVault(), (_error, output) => resolve(output));
    });
    const optioned = new Promise(resolve => {
      client.send(create(), {}, error => resolve(error));
    });
    expect(await plain).toMatchObject(vault);
    expect(await optioned).toMatchObject({ name: "AlreadyExistsException" });
  });

  test("serves the SDK's paginators", async () => {
    aws.intercept(BackupClient);
    const client = new BackupClient();
    for (const name of ["aa", "bb", "cc"]) await client.send(create(name));
    const names: unknown[] = [];
    for await (const page of paginateListBackupVaults({ client, pageSize: 1 }, {})) {
      names.push(...(page.BackupVaultList ?? []).map(({ BackupVaultName }) => BackupVaultName));
    }
    expect(names).toEqual(["Default", "aa", "bb", "cc"]);
  });

  test("leaves other services' clients alone", () => {
    const send = EFSClient.prototype.send;
    aws.intercept(BackupClient);
    expect(EFSClient.prototype.send).toBe(send);
    expect(Object.hasOwn(EFSClient.prototype, "send")).toBe(false);
  });

  test("may be spied on, before and after interception", async () => {
    const before = jest.spyOn(BackupClient.prototype, "send");
    aws.intercept(BackupClient);
    const client = new BackupClient();
    const after = jest.spyOn(client, "send");
    const command = create();
    await client.send(command);
    for (const spy of [before, after]) {
      expect(spy).toHaveBeenCalledWith(command);
      spy.mockRestore();
    }
  });
});

describe("after restore", () => {
  test("nothing of the interception is left", async () => {
    const client = new BackupClient({ ...config, cacheMiddleware: true });
    const stack = client.middlewareStack.identify();
    aws.intercept(BackupClient);
    await client.send(create());
    aws.restore();
    expect(Object.hasOwn(BackupClient.prototype, "send")).toBe(false);
    expect(client.middlewareStack.identify()).toEqual(stack);
    await expect(client.send(create())).rejects.toThrow(ownWay);
    expect(() => aws.restore()).not.toThrow();
  });

  test("another mock can take over the class and its clients", async () => {
    const client = new BackupClient({ cacheMiddleware: true });
    aws.intercept(BackupClient);
    await client.send(create());
    aws.restore();
    using next = mockAws();
    next.intercept(BackupClient);
    await expect(client.send(create())).resolves.toMatchObject(vault);
    expect(next.calls()).toHaveLength(1);
  });

  test("a spy that wraps it passes calls on to AWS", async () => {
    aws.intercept(BackupClient);
    const spy = jest.spyOn(BackupClient.prototype, "send");
    aws.restore();
    await expect(new BackupClient(config).send(create())).rejects.toThrow(ownWay);
    spy.mockRestore();
    await expect(new BackupClient(config).send(create())).rejects.toThrow(ownWay);
    Reflect.deleteProperty(BackupClient.prototype, "send");
  });
});

describe("a class is refused", () => {
  test("that another mock has taken over", async () => {
    aws.intercept(BackupClient);
    using other = mockAws();
    expect(() => other.intercept(EFSClient, BackupClient)).toThrow(
      "Cannot take over BackupClient: another mock holds it already; call restore() on that mock first",
    );
    expect(() => other.intercept(BackupClient)).toThrow(expect.objectContaining({ code: "ClassHeld" }));
    // All or none: the other class is free as well.
    expect(Object.hasOwn(EFSClient.prototype, "send")).toBe(false);
  });

  test("that aws-sdk-client-mock has stubbed", () => {
    const stub = mockClient(BackupClient);
    const stubbed = expect.objectContaining({ code: "StubbedElsewhere" });
    expect(() => aws.intercept(BackupClient)).toThrow(stubbed);
    expect(() => aws.intercept(Backup)).toThrow(stubbed);
    stub.restore();
    expect(() => aws.intercept(BackupClient)).not.toThrow();
  });

  test.each<[unknown, string]>([
    [
      new BackupClient(),
      "Cannot intercept an object of BackupClient: it is a client, not its class; pass the class",
    ],
    [Date, "Cannot intercept Date: it is not a class with a send method"],
    [() => {}, "it is not a class with a send method"],
    [undefined, "Cannot intercept undefined"],
    ["BackupClient", 'Cannot intercept "BackupClient"'],
  ])("that is not a client class: %p", (candidate, message) => {
    expect(() => Reflect.apply(aws.intercept, aws, [candidate])).toThrow(
      expect.objectContaining({ code: "NotAClient", message: expect.stringContaining(message) }),
    );
  });
});
