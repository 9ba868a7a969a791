import {
  BackupClient,
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/backup";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

test("settling something that never ends is given up with a clear error", async () => {
  const aws = mockAws({ clock: "manual", durations: { backupJob: "59 minutes 55 seconds" } });
  const client = aws.attach(new BackupClient());
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] }, resources: [{ arn: table }] });
  const { BackupPlanId } = await client.send(
    new CreateBackupPlanCommand({
      BackupPlan: {
        BackupPlanName: "hourly",
        Rules: [
          {
            RuleName: "r",
            TargetBackupVaultName: "Default",
            ScheduleExpression: "cron(0 * ? * * *)",
            Lifecycle: { DeleteAfterDays: 1 },
          },
        ],
      },
    }),
  );
  await client.send(
    new CreateBackupSelectionCommand({
      BackupPlanId,
      BackupSelection: { SelectionName: "s", IamRoleArn: role, Resources: [table] },
    }),
  );
  await client.send(
    new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role }),
  );
  await expect(aws.settle()).rejects.toMatchObject({
    code: "NeverSettles",
    message: expect.stringMatching(/^Cannot settle: after \d+ steps/),
  });
}, 60_000);
