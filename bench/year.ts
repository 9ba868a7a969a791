/** A year of hourly backups of a hundred resources, and ten years of daily ones of one. Needs `node --expose-gc`. */
import { BackupClient, CreateBackupPlanCommand, CreateBackupSelectionCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/backup";
const megabyte = 1024 * 1024;

async function worldOf(tables: number, schedule: string, days: number) {
  const aws = mockAws({ clock: "manual", now: "2026-01-01T00:00:00Z", recordCalls: false });
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
      BackupSelection: { SelectionName: "all", IamRoleArn: role, Resources: ["arn:aws:dynamodb:*:*:table/*"] },
    }),
  );
  return aws;
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

async function timed<T>(run: () => Promise<T>): Promise<readonly [seconds: number, T]> {
  const start = performance.now();
  const result = await run();
  return [(performance.now() - start) / 1000, result];
}

async function year(): Promise<void> {
  const before = heapUsed();
  const aws = await worldOf(Number(process.env["TABLES"] ?? 100), "cron(0 * * * ? *)", 35);
  let peak = 0;
  const half = async () => {
    let jobs = 0;
    for (let week = 0; week < 26; week++) {
      const passage = await aws.clock.advance("7 days");
      jobs += passage.jobs["COMPLETED"] ?? 0;
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    return jobs;
  };
  const [first, jobs] = await timed(half);
  const [second, more] = await timed(half);
  const points = aws.state.backup.recoveryPoints.size;
  const each = (heapUsed() - before) / points;
  console.log(
    `a year of hourly backups, ${jobs + more} jobs, ${points} points left: ${(first + second).toFixed(1)} s (bar ≤ 45 s), second half ${(second / first).toFixed(2)} × the first (bar ≤ 1.2 ×), resident at most ${(peak / megabyte).toFixed(0)} MB (bar ≤ 800 MB), ${each.toFixed(0)} B a point (bar ≤ 1200 B)`,
  );
}

async function tenYears(): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const aws = await worldOf(1, "cron(0 5 * * ? *)", 35);
    const [seconds] = await timed(() => aws.clock.advance("3650 days"));
    times.push(seconds);
  }
  times.sort((a, b) => a - b);
  console.log(
    `ten years of daily backups: ${times[0]?.toFixed(2)} s, median ${times[2]?.toFixed(2)} s (bar ≤ 0.4 s)`,
  );
}

await tenYears();
await year();
