/** The time to simulate a year of hourly backups of 100 resources, and ten years of daily backups of one. */
import { execFileSync } from "node:child_process";
import {
  BackupClient,
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { type Figure, heapUsed } from "./harness";

const role = "arn:aws:iam::123456789012:role/backup";
const tableArn = (number: number) => `arn:aws:dynamodb:us-east-1:123456789012:table/orders-${number}`;
const megabyte = 1024 * 1024;

async function accountWith(
  tables: number,
  schedule: string,
  days: number,
  Resources: string[] = ["arn:aws:dynamodb:*:*:table/*"],
) {
  const aws = mockAws({ clock: "manual", now: "2026-01-01T00:00:00Z", recordCalls: false });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({
    resources: Array.from({ length: tables }, (_, number) => ({ arn: tableArn(number) })),
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
        Resources,
      },
    }),
  );
  return { aws, client };
}

async function timed<T>(run: () => Promise<T>): Promise<readonly [seconds: number, T]> {
  const start = performance.now();
  const result = await run();
  return [(performance.now() - start) / 1000, result];
}

async function year(): Promise<Figure[]> {
  const before = heapUsed();
  const { aws } = await accountWith(100, "cron(0 * * * ? *)", 35);
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
    const { aws } = await accountWith(1, "cron(0 5 * * ? *)", 35);
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

/** Microseconds of one job of a plan that backs up 100 resources every hour. */
async function jobOfPlan(Resources?: string[]): Promise<number> {
  const { aws } = await accountWith(100, "cron(0 * * * ? *)", 35, Resources);
  await aws.clock.advance("7 days");
  const [seconds, { jobs }] = await timed(() => aws.clock.advance("28 days"));
  return (seconds * 1e6) / (jobs["COMPLETED"] ?? 0);
}

/** Microseconds of one request for a backup that passes through the SDK's middleware, among as many jobs. */
async function requestedJob(): Promise<number> {
  const { aws } = await accountWith(100, "cron(0 0 1 1 ? *)", 35);
  const client = new BackupClient({});
  client.middlewareStack.use(aws.plugin);
  const calls = 60_000;
  const [seconds] = await timed(async () => {
    for (let call = 0; call < calls; call++) {
      await client.send(
        new StartBackupJobCommand({
          BackupVaultName: "Default",
          ResourceArn: tableArn(call % 100),
          IamRoleArn: role,
        }),
      );
    }
  });
  return (seconds * 1e6) / calls;
}

async function jobs(): Promise<Figure[]> {
  const names = Array.from({ length: 100 }, (_, number) => tableArn(number));
  const [planned, named, requested] = [await jobOfPlan(), await jobOfPlan(names), await requestedJob()];
  const against = (of: number, to: number) =>
    `${(of / to).toFixed(2)} × (${of.toFixed(1)} µs / ${to.toFixed(1)} µs)`;
  return [
    {
      name: "a job of a plan from its creation to its end, against StartBackupJob through the SDK",
      value: against(planned, requested),
      target: "≤ 0.5 ×",
    },
    {
      name: "the same with resources named by ARN, against a pattern",
      value: against(named, planned),
      target: "≤ 1.1 ×",
    },
  ];
}

/** Prints how long 400 days of daily backups take. Must be the first to run in its process. */
async function fourHundredDays(): Promise<void> {
  const { aws } = await accountWith(1, "cron(0 5 * * ? *)", 35);
  const [seconds] = await timed(() => aws.clock.advance("400 days"));
  console.log(seconds);
}

function freshProcess(): Figure {
  const [node = process.execPath, script = ""] = process.argv;
  const times = Array.from({ length: 9 }, () =>
    Number(execFileSync(node, [...process.execArgv, script, "first-advance"], { encoding: "utf8" })),
  ).sort((a, b) => a - b);
  const milliseconds = (seconds = 0) => (seconds * 1000).toFixed(0);
  return {
    name: "400 days of daily backups of one resource, in a fresh process",
    value: `${milliseconds(times[0])} ms, median ${milliseconds(times[4])} ms`,
    target: "≤ 100 ms",
  };
}

/** What a fresh process measures. */
export async function firstAdvanceFigures(): Promise<Figure[]> {
  await fourHundredDays();
  return [];
}

export const timeFigures = async (): Promise<Figure[]> => [
  freshProcess(),
  ...(await jobs()),
  await tenYears(),
  ...(await year()),
];
