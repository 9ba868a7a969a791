import { BackupClient, CreateBackupVaultCommand, ListBackupVaultsCommand } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { type MockAws, type MockOptions, mockAws } from "aws-backup-mock";
import { config, ownWay } from "./own-way";
import "aws-backup-mock/jest";

const create = (BackupVaultName: string) => new CreateBackupVaultCommand({ BackupVaultName });
const newClient = () => new BackupClient(config);

const mocks: MockAws[] = [];
function mock(options: MockOptions = {}): MockAws {
  const aws = mockAws(options);
  mocks.push(aws);
  return aws;
}
afterEach(() => {
  for (const aws of mocks.splice(0)) aws.restore();
});

const namesIn = (aws: MockAws) => [...aws.state.backup.vaults].map(({ BackupVaultName }) => BackupVaultName);
const turn = () => new Promise(resolve => setImmediate(resolve));

/** The code under test: one client at module level, which it uses over several turns. */
const client = newClient();
async function backUp(name: string): Promise<number> {
  await client.send(create(name));
  await turn();
  await client.send(create(`${name}-copy`));
  await turn();
  const { BackupVaultList = [] } = await client.send(new ListBackupVaultsCommand({}));
  return BackupVaultList.length;
}

test.each(["call", "request"] as const)(
  "twenty tests at once have a mock each, with interceptAt: %j",
  async interceptAt => {
    const send = Object.getOwnPropertyDescriptor(BackupClient.prototype, "send");
    const run = (index: number) => {
      const aws = mock({ interceptAt });
      return aws.boundary(async () => {
        aws.intercept(BackupClient);
        const count = await backUp(`vault-${index}`);
        aws.restore();
        return { count, names: namesIn(aws), calls: aws.calls().length };
      });
    };
    const results = await Promise.all(Array.from({ length: 20 }, (_, index) => run(index)));
    expect(results).toEqual(
      results.map((_, index) => ({
        count: 2,
        names: [`vault-${index}`, `vault-${index}-copy`],
        calls: 3,
      })),
    );
    // The last one to restore took everything out.
    expect(Object.getOwnPropertyDescriptor(BackupClient.prototype, "send")).toEqual(send);
    await expect(client.send(create("outside"))).rejects.toThrow(ownWay);
  },
);

test("some wait for the answer of a call, others retry: each on its own clock", async () => {
  const run = async (attempts: number) => {
    const aws = mock({ interceptAt: "request" });
    const { $metadata } = await aws.boundary(() => {
      aws.intercept(BackupClient);
      for (let failed = 1; failed < attempts; failed++) {
        aws.on(CreateBackupVaultCommand).rejectsOnce("ThrottlingException");
      }
      return sharing.send(create("nightly"));
    });
    expect($metadata.attempts).toBe(attempts);
    expect(aws.clock.now().getTime() - Date.UTC(2026, 0, 1)).toBe($metadata.totalRetryDelay);
  };
  const sharing = new BackupClient({ maxAttempts: 5 });
  await Promise.all([1, 2, 3, 4, 5].map(run));
});

test("a class intercepted once, for all tests, talks to the mock of the boundary", async () => {
  const shared = mock();
  shared.intercept(BackupClient);
  const aws = mock();
  await aws.boundary(() => backUp("inside"));
  await client.send(create("outside"));
  expect([namesIn(aws), namesIn(shared)]).toEqual([["inside", "inside-copy"], ["outside"]]);
});

test("boundaries nest, and end with what their function returns", async () => {
  const [outer, inner] = [mock(), mock()];
  await outer.boundary(async () => {
    outer.intercept(BackupClient);
    await client.send(create("before"));
    await inner.boundary(() => client.send(create("within")));
    await turn();
    await client.send(create("after"));
  });
  expect([namesIn(outer), namesIn(inner)]).toEqual([["before", "after"], ["within"]]);
});

test("what the function returns or throws passes through, also without a promise", async () => {
  const aws = mock();
  const failure = new Error("the vault is locked");
  expect(aws.boundary(() => 5)).toBe(5);
  expect(() =>
    aws.boundary(() => {
      throw failure;
    }),
  ).toThrow(failure);
  await expect(aws.boundary(() => Promise.reject(failure))).rejects.toBe(failure);
  await expect(aws.boundary(async () => "done")).resolves.toBe("done");
});

test("a place has boundaries as well", async () => {
  const aws = mock();
  aws.intercept(BackupClient);
  await aws.in({ accountId: "222222222222" }).boundary(() => client.send(create("nightly")));
  // The class was intercepted by the account of the mock itself.
  expect(aws.calls()).toMatchObject([{ accountId: "123456789012" }]);
  const other = mock();
  await other.in({ accountId: "222222222222" }).boundary(() => client.send(create("nightly")));
  expect(other.calls()).toMatchObject([{ accountId: "222222222222" }]);
});

test("what is intercepted in a boundary counts there only", async () => {
  const [one, two] = [mock(), mock()];
  one.boundary(() => one.intercept(BackupClient));
  await expect(client.send(create("outside"))).rejects.toThrow(ownWay);
  two.intercept(BackupClient);
  await client.send(create("outside"));
  await one.boundary(() => client.send(create("inside")));
  expect([namesIn(one), namesIn(two)]).toEqual([["inside"], ["outside"]]);
});

test("outside, and in the boundary of another mock, a class that is held is refused", () => {
  const [one, two, three] = [mock(), mock(), mock()];
  const held = expect.objectContaining({ code: "ClassHeld" });
  one.intercept(BackupClient);
  expect(() => two.intercept(BackupClient)).toThrow(held);
  expect(() => three.boundary(() => two.intercept(BackupClient))).toThrow(held);
  expect(() => two.boundary(() => two.intercept(EFSClient, BackupClient))).not.toThrow();
});

test("restore gives back what its mock holds, and nothing of others", async () => {
  const [one, two] = [mock(), mock()];
  one.boundary(() => one.intercept(BackupClient));
  two.boundary(() => two.intercept(BackupClient));
  one.restore();
  await two.boundary(() => client.send(create("still-there")));
  two.restore();
  await two.boundary(() => expect(client.send(create("gone"))).rejects.toThrow(ownWay));
  expect(Object.hasOwn(BackupClient.prototype, "send")).toBe(false);
});

test("an attached client stays with its mock", async () => {
  const [one, two] = [mock(), mock()];
  const attached = one.attach(newClient());
  await two.boundary(() => attached.send(create("nightly")));
  expect([one.calls().length, two.calls().length]).toEqual([1, 0]);
  expect(() => two.boundary(() => two.attach(attached))).toThrow(
    expect.objectContaining({ code: "ClassHeld" }),
  );
});

test("matchers on a client look at the mock of the boundary", async () => {
  const [one, two] = [mock(), mock()];
  one.intercept(BackupClient);
  await client.send(create("nightly"));
  expect(client).toHaveReceivedCommandTimes(CreateBackupVaultCommand, 1);
  two.boundary(() => expect(client).not.toHaveReceivedCommand(CreateBackupVaultCommand));
});

test("without AsyncLocalStorage, a mock works, and its boundary says what is missing", async () => {
  await jest.isolateModulesAsync(async () => {
    jest.doMock("node:async_hooks", () => ({}));
    const elsewhere: typeof import("aws-backup-mock") = jest.requireActual("aws-backup-mock");
    jest.dontMock("node:async_hooks");
    // Another copy of the library shares the boundaries of this one, if there are any.
    const shared = Symbol.for("aws-backup-mock.boundary");
    const context = Object.getOwnPropertyDescriptor(globalThis, shared);
    Reflect.deleteProperty(globalThis, shared);
    const aws = elsewhere.mockAws();
    await aws.attach(newClient()).send(create("nightly"));
    await aws.clock.advance("1 day");
    expect(() => aws.boundary(() => {})).toThrow(
      expect.objectContaining({
        code: "NoAsyncContext",
        message: expect.stringContaining("this runtime has no AsyncLocalStorage"),
      }),
    );
    if (context) Object.defineProperty(globalThis, shared, context);
  });
});
