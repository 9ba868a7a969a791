/** The time to simulate a year of hourly backups of 100 resources, and ten years of daily backups of one. */
import { BackupClient, CreateBackupPlanCommand, CreateBackupSelectionCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { type Figure, heapUsed } from "./harness";

const role = "arn:aws:iam::123456789012:role/backup";
const megabyte = 1024 * 1024;

async function accountWith(tables: number, schedule: string, days: number) {
  const aws = mockAws({ clock: "manual", now: "2026-01-01T00:00:00Z", recordCalls: false });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({
    resources: Array.from({ length: tables }, (_, n) => ({
      arn: `arn:aws:dynamodb:us-east-1:123456789012:table/orders-${n}`,
    })),
  });
  const client = aws.attach(new BackupClient({}));
  const { BackupPlanId } = await client.send(
    new CreateBackupPlanCommand({
      BackupPlan: {
        BackupPlanName: "retention",
        Rules: [
          {
            RuleName: "rule",
            TargetBackupVaultName: "Default",
            ScheduleExpression: schedule,
            Lifecycle: { DeleteAfterDays: days },
          },
        ],
      },
    }),
  );
  await client.send(
    new CreateBackupSelectionCommand({
      BackupPlanId,
      BackupSelection: {
        SelectionName: "all",
        IamRoleArn: role,
        Resources: ["arn:aws:dynamodb:*:*:table/*"],
      },
    }),
  );
  return aws;
}

async function timed<T>(run: () => Promise<T>): Promise<readonly [seconds: number, T]> {
  const start = performance.now();
  const result = await run();
  return [(performance.now() - start) / 1000, result];
}

async function year(): Promise<Figure[]> {
  const before = heapUsed();
  const aws = await accountWith(100, "cron(0 * * * ? *)", 35);
  let peak = 0;
  let jobs = 0;
  const halfYear = async () => {
    for (let week = 0; week < 26; week++) {
      const passage = await aws.clock.advance("7 days");
      jobs += passage.jobs["COMPLETED"] ?? 0;
      peak = Math.max(peak, process.memoryUsage().rss);
    }
  };
  const [first] = await timed(halfYear);
  const [second] = await timed(halfYear);
  const points = aws.state.backup.recoveryPoints.size;
  const each = (heapUsed() - before) / points;
  return [
    {
      name: "a year of hourly backups of 100 resources",
      value: `${(first + second).toFixed(1)} s (${jobs} jobs, ${points} points left), peak ${(peak / megabyte).toFixed(0)} MB`,
      target: "≤ 45 s, 800 MB",
    },
    {
      name: "its second half against its first",
      value: `${(second / first).toFixed(2)} ×`,
      target: "≤ 1.2 ×",
    },
    {
      name: "retained per recovery point, with its jobs and next step",
      value: `${each.toFixed(0)} B`,
      target: "≤ 1200 B",
    },
  ];
}

async function tenYears(): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const aws = await accountWith(1, "cron(0 5 * * ? *)", 35);
    const [seconds] = await timed(() => aws.clock.advance("3650 days"));
    times.push(seconds);
  }
  times.sort((a, b) => a - b);
  return {
    name: "ten years of daily backups of one resource",
    value: `${times[0]?.toFixed(2)} s, median ${times[2]?.toFixed(2)} s`,
    target: "≤ 0.4 s",
  };
}

export const timeFigures = async (): Promise<Figure[]> => [await tenYears(), ...(await year())];
