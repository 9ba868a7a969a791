/** The cost of calls in a large account against a small one. */
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

function accountOf(points: number) {
  const aws = mockAws({ clock: "manual", recordCalls: false });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources: [{ arn: table }] });
  const { backup } = aws.seed({
    backup: { recoveryPoints: Array.from({ length: points }, () => ({ ResourceArn: table })) },
  });
  const client = aws.attach(new BackupClient({ cacheMiddleware: true }));
  return { aws, client, arns: backup.recoveryPoints.map(point => point.RecoveryPointArn) };
}

type Account = ReturnType<typeof accountOf>;

const start = ({ client }: Account) =>
  client.send(
    new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role }),
  );
const list = ({ client }: Account) =>
  client.send(new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName: "Default", MaxResults: 1000 }));
const describe = ({ client }: Account, RecoveryPointArn?: string) =>
  client.send(new DescribeRecoveryPointCommand({ BackupVaultName: "Default", RecoveryPointArn }));

/** All ARNs over and over, scattered but in the same order in every run. */
function* scattered(arns: readonly string[]): Generator<string | undefined, never> {
  for (let n = 0; ; n = (n + 7919) % arns.length) yield arns[n];
}

export async function sizeFigures(): Promise<Figure[]> {
  const [small, middle, large] = [accountOf(100), accountOf(1_000), accountOf(100_000)];
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
  const [fromSmall, fromLarge] = [scattered(small.arns), scattered(large.arns)];
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
  const base = new Map([small, large].map(account => [account, account.aws.snapshot()] as const));
  const writes = await timeInTurn(
    [small, large].map((account, index) => ({
      name: index === 0 ? "small" : "large",
      run: () => {
        const snapshot = base.get(account);
        if (snapshot) account.aws.rollback(snapshot);
        return start(account);
      },
    })),
    2_000,
  );
  return [
    {
      name: "a page of 1,000 of 100,000 points, against 1,000 of 1,000",
      value: ratio(pages.get("large"), pages.get("middle")),
      target: "≤ 1.2 ×",
    },
    {
      name: "DescribeRecoveryPoint, 100,000 against 100, same key",
      value: ratio(same.get("large"), same.get("small")),
      target: "≤ 2 ×",
    },
    {
      name: "the same, random keys",
      value: ratio(random.get("large"), random.get("small")),
      target: "≤ 3 ×",
    },
    {
      name: "StartBackupJob, 100,000 points against 100",
      value: ratio(writes.get("large"), writes.get("small")),
      target: "≤ 3 ×",
    },
    {
      name: "snapshot and rollback, 100,000 points",
      value: `${snapshots.get("large")?.best.toFixed(2)} µs`,
      target: "≤ 10 µs",
    },
  ];
}
