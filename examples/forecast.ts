/**
 * What a plan with three rules will keep, as a text for the terminal; with the name of a file, also as an SVG picture in it.
 * Run by `npx tsx examples/forecast.ts [FILE.svg]`. The picture is in the README.
 */
import { writeFileSync } from "node:fs";
import { BackupClient, CreateBackupPlanCommand, CreateBackupSelectionCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

/** The forecast of a plan whose lock swallows one of its three rules. */
export async function forecastOfThreeRules() {
  const aws = mockAws();
  const backup = aws.attach(new BackupClient());
  aws.seed({
    backup: {
      vaults: [{ BackupVaultName: "nightly" }, { BackupVaultName: "archive", MinRetentionDays: 180 }],
    },
    efs: { fileSystems: [{ FileSystemId: "fs-0123456789abcdef0", SizeInBytes: { Value: 500 * 1024 ** 3 } }] },
    resources: [
      {
        arn: "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0123456789abcdef0",
        growth: "1 GiB/day",
      },
      { arn: "arn:aws:dynamodb:us-east-1:123456789012:table/orders", sizeInBytes: 80 * 1024 ** 3 },
    ],
  });
  const { BackupPlanId } = await backup.send(
    new CreateBackupPlanCommand({
      BackupPlan: {
        BackupPlanName: "three-rules",
        Rules: [
          {
            RuleName: "daily",
            TargetBackupVaultName: "nightly",
            ScheduleExpression: "cron(0 5 ? * * *)",
            StartWindowMinutes: 60,
            Lifecycle: { DeleteAfterDays: 35 },
          },
          {
            RuleName: "weekly",
            TargetBackupVaultName: "archive",
            ScheduleExpression: "cron(0 7 ? * 1 *)",
            StartWindowMinutes: 60,
            Lifecycle: { DeleteAfterDays: 90 },
          },
          {
            RuleName: "monthly",
            TargetBackupVaultName: "archive",
            ScheduleExpression: "cron(0 9 1 * ? *)",
            StartWindowMinutes: 60,
            Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 },
          },
        ],
      },
    }),
  );
  await backup.send(
    new CreateBackupSelectionCommand({
      BackupPlanId,
      BackupSelection: {
        SelectionName: "everything",
        IamRoleArn: "arn:aws:iam::123456789012:role/backup",
        Resources: ["*"],
      },
    }),
  );
  return aws.forecast({ for: "400 days" });
}

if (process.argv[1]?.endsWith("forecast.ts")) {
  const [, , file] = process.argv;
  forecastOfThreeRules().then(forecast => {
    console.log(String(forecast));
    if (file !== undefined) writeFileSync(file, forecast.toSvg());
  });
}
