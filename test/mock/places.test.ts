import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { type MockAws, mockAws } from "../../src";

const create = (BackupVaultName: string) => new CreateBackupVaultCommand({ BackupVaultName });

test("a place is one view of the mock, however often it is asked for", () => {
  const aws = mockAws();
  const west = aws.in({ region: "eu-west-1" });
  expect(aws.in({ region: "eu-west-1" })).toBe(west);
  expect(aws.in({ accountId: "123456789012", region: "eu-west-1" })).toBe(west);
  expect(west.in({})).toBe(west);
  expect(west.in({ accountId: "222222222222" })).toBe(
    aws.in({ accountId: "222222222222", region: "eu-west-1" }),
  );
  expect(aws.in({ region: undefined } as object)).toBe(aws.in({}));
});

test("the mock's own place can be looked at like any other", () => {
  const aws = mockAws();
  const own = aws.in({ region: "us-east-1" });
  expect(own).toBe(aws.in({}));
  expect(own.state).toBe(aws.state);
});

test.each<[unknown, RegExp]>([
  [{ region: "nowhere" }, /the Region "nowhere": not a Region name/],
  [{ accountId: "12" }, /the account "12": not an account id/],
  [{ accountId: 123456789012 }, /the account 123456789012/],
  [{ regoin: "eu-west-1" }, /^Cannot use the place: unknown member "regoin"; did you mean "region"\?$/],
  [{ zone: "a" }, /unknown member "zone"; choose one of region, accountId\.$/],
  ["eu-west-1", /Cannot use the place "eu-west-1": not an object; give/],
  [null, /Cannot use the place null/],
])("%j is refused as a place", (place, message) => {
  const aws = mockAws();
  expect(() => aws.in(place as Parameters<MockAws["in"]>[0])).toThrow(
    expect.objectContaining({ code: "InvalidOption", message: expect.stringMatching(message) }),
  );
});

test("what was put into a client by hand at a place is cut off by every restore", async () => {
  const aws = mockAws();
  const there = () => aws.in({ region: "eu-west-1" });
  for (const vault of ["one", "two"]) {
    const client = new BackupClient({
      region: "eu-west-1",
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
    });
    client.middlewareStack.use(there().plugin);
    await client.send(create(vault));
    expect(there().state.backup.vaults.has(vault)).toBe(true);
    aws.restore();
    client.middlewareStack.add(() => () => Promise.reject(new Error("to AWS")), {
      step: "serialize",
      priority: "high",
    });
    await expect(client.send(create("three"))).rejects.toThrow("to AWS");
  }
});
