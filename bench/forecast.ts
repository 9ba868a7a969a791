/** A forecast against the same move of the clock, and the picture of ten thousand points. */
import { BackupClient, CreateBackupPlanCommand, CreateBackupSelectionCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { type Figure, ratio, timeInTurn } from "./harness";

const time = { days: 400 };

/** An account with 20 volumes, and a plan with three rules that backs them up. */
async function account() {
  const aws = mockAws({ clock: "manual", now: "2026-01-01T00:00:00Z" });
  aws.seed({
    backup: { vaults: [{ BackupVaultName: "Default" }] },
    resources: Array.from({ length: 20 }, (_, index) => ({
      arn: `arn:aws:ec2:us-east-1:123456789012:volume/vol-${String(index).padStart(17, "0")}`,
    })),
  });
  const client = aws.attach(new BackupClient({}));
  const rule = (RuleName: string, ScheduleExpression: string, DeleteAfterDays: number) => ({
    RuleName,
    TargetBackupVaultName: "Default",
    ScheduleExpression,
    StartWindowMinutes: 60,
    Lifecycle: { DeleteAfterDays },
  });
  const { BackupPlanId } = await client.send(
    new CreateBackupPlanCommand({
      BackupPlan: {
        BackupPlanName: "plan",
        Rules: [
          rule("daily", "cron(0 5 ? * * *)", 35),
          rule("weekly", "cron(0 9 ? * 1 *)", 90),
          rule("monthly", "cron(0 12 1 * ? *)", 365),
        ],
      },
    }),
  );
  await client.send(
    new CreateBackupSelectionCommand({
      BackupPlanId,
      BackupSelection: {
        SelectionName: "all",
        IamRoleArn: "arn:aws:iam::123456789012:role/backup",
        Resources: ["*"],
      },
    }),
  );
  return aws;
}

export async function forecastFigures(): Promise<Figure[]> {
  const aws = await account();
  const before = aws.snapshot();
  const simulation = await timeInTurn(
    [
      {
        name: "advance",
        async run() {
          await aws.clock.advance(time);
          aws.rollback(before);
        },
      },
      { name: "forecast", run: () => aws.forecast({ for: time }) },
    ],
    1,
  );
  const forecast = await aws.forecast({ for: { days: 450 } });
  const picture = forecast.toSvg();
  const points = forecast.runs.filter(({ point }) => point).length;
  const drawing = await timeInTurn([{ name: "svg", run: () => forecast.toSvg() }], 1);
  return [
    {
      name: "forecast of 400 days, 20 resources, 3 rules, over the move",
      value: ratio(simulation.get("forecast"), simulation.get("advance")),
      target: "≤ 1.1 ×",
    },
    {
      name: `SVG of ${points} points`,
      value: `${(picture.length / 1000).toFixed(1)} kB in ${((drawing.get("svg")?.median ?? 0) / 1000).toFixed(1)} ms (median)`,
      target: "≤ 200 kB, ≤ 100 ms",
    },
  ];
}
