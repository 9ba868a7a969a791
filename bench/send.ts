/** What a `send` costs through the mock, against the SDK's own floor: a constant answer at `initialize`. */
import { BackupClient, DescribeBackupVaultCommand, StartBackupJobCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { mockClient } from "aws-sdk-client-mock";
import { type Figure, ratio, timeInTurn } from "./harness";

const role = "arn:aws:iam::123456789012:role/backup";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

function floorClient(config: { cacheMiddleware?: boolean } = {}): BackupClient {
  const client = new BackupClient(config);
  const answer = { output: { $metadata: {} }, response: {} };
  client.middlewareStack.add(() => async () => answer, { step: "initialize", priority: "high" });
  return client;
}

function mockedClient(config: { cacheMiddleware?: boolean } = {}) {
  const aws = mockAws({ clock: "manual", recordCalls: 1_000 });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources: [{ arn: table }] });
  return { aws, client: aws.attach(new BackupClient(config)) };
}

const describe = () => new DescribeBackupVaultCommand({ BackupVaultName: "Default" });
const start = () =>
  new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role });

export async function sendFigures(): Promise<Figure[]> {
  const floor = floorClient();
  const cachedFloor = floorClient({ cacheMiddleware: true });
  const { client } = mockedClient();
  const { client: cached } = mockedClient({ cacheMiddleware: true });
  const other = new BackupClient({});
  mockClient(other).on(DescribeBackupVaultCommand).resolves({ BackupVaultName: "Default" });
  const reads = await timeInTurn(
    [
      { name: "floor", run: () => floor.send(describe()) },
      { name: "mock", run: () => client.send(describe()) },
      { name: "cached floor", run: () => cachedFloor.send(describe()) },
      { name: "cached mock", run: () => cached.send(describe()) },
      { name: "aws-sdk-client-mock", run: () => other.send(describe()) },
    ],
    2_000,
  );
  const writes = await timeInTurn(
    [
      { name: "floor", run: () => floor.send(start()) },
      { name: "mock", run: () => client.send(start()) },
    ],
    2_000,
  );
  const [cachedMock, cachedOwn] = [reads.get("cached mock"), reads.get("cached floor")];
  const more = (cachedMock?.best ?? 0) - (cachedOwn?.best ?? 0);
  return [
    {
      what: "send, DescribeBackupVault, against the floor",
      value: ratio(reads.get("mock"), reads.get("floor")),
      bar: "≤ 1.10 ×",
    },
    {
      what: "the same with cacheMiddleware, over the floor",
      value: `${more.toFixed(2)} µs more`,
      bar: "≤ 5 µs",
    },
    {
      what: "aws-sdk-client-mock against that",
      value: ratio(reads.get("aws-sdk-client-mock"), cachedMock),
      bar: "≥ 6 ×",
    },
    {
      what: "send, StartBackupJob, against the floor",
      value: ratio(writes.get("mock"), writes.get("floor")),
      bar: "≤ 1.5 ×",
    },
  ];
}
