/** The cost of `send` through the mock, against the SDK alone: a constant answer at `initialize`. */
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

function mockedClient(config: { cacheMiddleware?: boolean } = {}) {
  const aws = mockAws({ clock: "manual", recordCalls: 1_000 });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources: tables.map(arn => ({ arn })) });
  return { aws, client: aws.attach(new BackupClient(config)) };
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
  const { client } = mockedClient();
  const { client: cached } = mockedClient({ cacheMiddleware: true });
  const stubbed = new BackupClient({});
  mockClient(stubbed).on(DescribeBackupVaultCommand).resolves({ BackupVaultName: "Default" });
  const reads = await timeInTurn(
    [
      { name: "SDK alone", run: () => sdkAlone.send(describe()) },
      { name: "mock", run: () => client.send(describe()) },
      { name: "cached SDK alone", run: () => cachedSdkAlone.send(describe()) },
      { name: "cached mock", run: () => cached.send(describe()) },
      { name: "aws-sdk-client-mock", run: () => stubbed.send(describe()) },
    ],
    2_000,
  );
  const [next, nextAlone] = [starts(), starts()];
  const writes = await timeInTurn(
    [
      { name: "SDK alone", run: () => sdkAlone.send(nextAlone()) },
      { name: "mock", run: () => client.send(next()) },
    ],
    tables.length,
  );
  const [cachedMock, cachedAlone] = [reads.get("cached mock"), reads.get("cached SDK alone")];
  const more = (cachedMock?.best ?? 0) - (cachedAlone?.best ?? 0);
  return [
    {
      name: "send, DescribeBackupVault, against the SDK alone",
      value: ratio(reads.get("mock"), reads.get("SDK alone")),
      target: "≤ 1.10 ×",
    },
    {
      name: "the same with cacheMiddleware, over the SDK alone",
      value: `${more.toFixed(2)} µs more`,
      target: "≤ 5 µs",
    },
    {
      name: "aws-sdk-client-mock against that",
      value: ratio(reads.get("aws-sdk-client-mock"), cachedMock),
      target: "≥ 6 ×",
    },
    {
      name: "send, StartBackupJob of another resource each, against the SDK alone",
      value: ratio(writes.get("mock"), writes.get("SDK alone")),
      target: "≤ 1.5 ×",
    },
  ];
}
