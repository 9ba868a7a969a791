/**
 * The cost of `send` through the mock, against the SDK alone: a constant answer at `initialize`. The mock answers attached
 * clients without the SDK's middleware where it can, and passes through it where its own middleware was added by hand.
 */
import { BackupClient, DescribeBackupVaultCommand, StartBackupJobCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { mockClient } from "aws-sdk-client-mock";
import { type Figure, ratio, timeInTurn } from "./harness";

const role = "arn:aws:iam::123456789012:role/backup";
const tables = Array.from(
  { length: 2_000 },
  (_, number) => `arn:aws:dynamodb:us-east-1:123456789012:table/orders-${number}`,
);

function constantClient(config: { cacheMiddleware?: boolean } = {}): BackupClient {
  const client = new BackupClient(config);
  const answer = { output: { $metadata: {} }, response: {} };
  client.middlewareStack.add(() => async () => answer, { step: "initialize", priority: "high" });
  return client;
}

function account() {
  const aws = mockAws({ clock: "manual", recordCalls: 1_000 });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources: tables.map(arn => ({ arn })) });
  return aws;
}

const attachedClient = () => account().attach(new BackupClient({}));

/** A client that was given the mock's middleware by hand. */
function mockedClient(config: { cacheMiddleware?: boolean } = {}): BackupClient {
  const client = new BackupClient(config);
  client.middlewareStack.use(account().plugin);
  return client;
}

const describe = () => new DescribeBackupVaultCommand({ BackupVaultName: "Default" });
/** Requests that name one resource after another. */
function starts(): () => StartBackupJobCommand {
  let count = 0;
  return () =>
    new StartBackupJobCommand({
      BackupVaultName: "Default",
      ResourceArn: tables[count++ % tables.length],
      IamRoleArn: role,
    });
}

export async function sendFigures(): Promise<Figure[]> {
  const sdkAlone = constantClient();
  const cachedSdkAlone = constantClient({ cacheMiddleware: true });
  const attached = attachedClient();
  const byHand = mockedClient();
  const cached = mockedClient({ cacheMiddleware: true });
  const stubbed = new BackupClient({});
  mockClient(stubbed).on(DescribeBackupVaultCommand).resolves({ BackupVaultName: "Default" });
  const reads = await timeInTurn(
    [
      { name: "SDK alone", run: () => sdkAlone.send(describe()) },
      { name: "attached", run: () => attached.send(describe()) },
      { name: "by hand", run: () => byHand.send(describe()) },
      { name: "cached SDK alone", run: () => cachedSdkAlone.send(describe()) },
      { name: "cached mock", run: () => cached.send(describe()) },
      { name: "aws-sdk-client-mock", run: () => stubbed.send(describe()) },
    ],
    2_000,
  );
  const [nextAlone, nextAttached, nextByHand] = [starts(), starts(), starts()];
  const writes = await timeInTurn(
    [
      { name: "SDK alone", run: () => sdkAlone.send(nextAlone()) },
      { name: "attached", run: () => attached.send(nextAttached()) },
      { name: "by hand", run: () => byHand.send(nextByHand()) },
    ],
    tables.length,
  );
  const [cachedMock, cachedAlone] = [reads.get("cached mock"), reads.get("cached SDK alone")];
  const more = (cachedMock?.best ?? 0) - (cachedAlone?.best ?? 0);
  const alone = reads.get("SDK alone");
  const aloneToStart = writes.get("SDK alone");
  return [
    {
      name: "send of DescribeBackupVault, attached client, against the SDK alone",
      value: ratio(reads.get("attached"), alone),
      target: "≤ 1.10 ×",
    },
    {
      name: "the same, the middleware added by hand",
      value: ratio(reads.get("by hand"), alone),
      target: "≤ 1.10 ×",
    },
    {
      name: "by hand with cacheMiddleware, over the SDK alone",
      value: `${more.toFixed(2)} µs more`,
      target: "≤ 5 µs",
    },
    {
      name: "aws-sdk-client-mock against the attached client",
      value: ratio(reads.get("aws-sdk-client-mock"), reads.get("attached")),
      target: "≥ 6 ×",
    },
    {
      name: "StartBackupJob of another resource each, attached client, against the SDK alone",
      value: ratio(writes.get("attached"), aloneToStart),
      target: "≤ 1.5 ×",
    },
    {
      name: "the same, the middleware added by hand",
      value: ratio(writes.get("by hand"), aloneToStart),
      target: "≤ 1.5 ×",
    },
  ];
}
