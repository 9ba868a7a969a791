/** Whether a call costs the same in a large world as in a small one. */
import {
  BackupClient,
  DescribeRecoveryPointCommand,
  ListRecoveryPointsByBackupVaultCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { type Figure, ratio, timeInTurn } from "./harness";

const role = "arn:aws:iam::123456789012:role/backup";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

function worldOf(points: number) {
  const aws = mockAws({ clock: "manual", recordCalls: false });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources: [{ arn: table }] });
  const { backup } = aws.seed({
    backup: { recoveryPoints: Array.from({ length: points }, () => ({ ResourceArn: table })) },
  });
  const client = aws.attach(new BackupClient({ cacheMiddleware: true }));
  return { aws, client, arns: backup.recoveryPoints.map(point => point.RecoveryPointArn) };
}

type World = ReturnType<typeof worldOf>;

const start = ({ client }: World) =>
  client.send(
    new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role }),
  );
const list = ({ client }: World) =>
  client.send(new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName: "Default", MaxResults: 1000 }));
const describe = ({ client }: World, RecoveryPointArn?: string) =>
  client.send(new DescribeRecoveryPointCommand({ BackupVaultName: "Default", RecoveryPointArn }));

/** Another point each time, in an order that is the same in every run. */
function* anyOf(arns: readonly string[]): Generator<string | undefined, never> {
  for (let n = 0; ; n = (n + 7919) % arns.length) yield arns[n];
}

export async function sizeFigures(): Promise<Figure[]> {
  const [small, middle, large] = [worldOf(100), worldOf(1_000), worldOf(100_000)];
  const pages = await timeInTurn(
    [
      { name: "middle", run: () => list(middle) },
      { name: "large", run: () => list(large) },
    ],
    20,
  );
  const same = await timeInTurn(
    [
      { name: "small", run: () => describe(small, small.arns[50]) },
      { name: "large", run: () => describe(large, large.arns[50_000]) },
    ],
    2_000,
  );
  const [fromSmall, fromLarge] = [anyOf(small.arns), anyOf(large.arns)];
  const random = await timeInTurn(
    [
      { name: "small", run: () => describe(small, fromSmall.next().value) },
      { name: "large", run: () => describe(large, fromLarge.next().value) },
    ],
    2_000,
  );
  const snapshots = await timeInTurn(
    [{ name: "large", run: () => large.aws.rollback(large.aws.snapshot()) }],
    2_000,
  );
  const base = new Map([small, large].map(world => [world, world.aws.snapshot()] as const));
  const writes = await timeInTurn(
    [small, large].map((world, index) => ({
      name: index === 0 ? "small" : "large",
      run: () => {
        const snapshot = base.get(world);
        if (snapshot) world.aws.rollback(snapshot);
        return start(world);
      },
    })),
    2_000,
  );
  return [
    {
      what: "a page of 1,000 of 100,000 points, against of 1,000",
      value: ratio(pages.get("large"), pages.get("middle")),
      bar: "≤ 1.2 ×",
    },
    {
      what: "DescribeRecoveryPoint, 100,000 against 100, same key",
      value: ratio(same.get("large"), same.get("small")),
      bar: "≤ 2 ×",
    },
    { what: "the same, random keys", value: ratio(random.get("large"), random.get("small")), bar: "≤ 3 ×" },
    {
      what: "StartBackupJob, 100,000 points against 100",
      value: ratio(writes.get("large"), writes.get("small")),
      bar: "≤ 3 ×",
    },
    {
      what: "snapshot and rollback, 100,000 points",
      value: `${snapshots.get("large")?.best.toFixed(2)} µs`,
      bar: "≤ 10 µs",
    },
  ];
}
