import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { BackupClient, ListBackupVaultsCommand } from "@aws-sdk/client-backup";
import { type MockAws, mockAws } from "aws-backup-mock";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

let aws: MockAws;
beforeEach(() => {
  aws = mockAws();
});
afterEach(() => aws.restore());

/** How many of the clients that a program makes, uses once and drops are still there. */
async function keptOf(count: number, connect: (client: BackupClient) => void): Promise<number> {
  const clients: WeakRef<BackupClient>[] = [];
  for (let made = 0; made < count; made++) {
    const client = new BackupClient({});
    connect(client);
    await client.send(new ListBackupVaultsCommand({}));
    clients.push(new WeakRef(client));
  }
  // Weak references hold their clients until the end of the current task.
  await new Promise(resolve => setImmediate(resolve));
  collect();
  return clients.filter(client => client.deref()).length;
}

test("intercepted clients that a program drops are collected, although their calls are recorded", async () => {
  aws.intercept(BackupClient);
  expect(await keptOf(300, () => {})).toBeLessThan(10);
  expect(aws.calls()).toHaveLength(300);
});

test("attached clients that a program drops are collected", async () => {
  expect(await keptOf(300, client => aws.attach(client))).toBeLessThan(10);
});

test("also those whose requests are intercepted", async () => {
  using requests = mockAws({ interceptAt: "request" });
  requests.intercept(BackupClient);
  expect(await keptOf(100, () => {})).toBeLessThan(10);
  expect(requests.calls()).toHaveLength(100);
});
