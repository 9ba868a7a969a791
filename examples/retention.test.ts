import { BackupClient, StartBackupJobCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest"; // with vitest: "aws-backup-mock/vitest"

test("a backup of the orders table is kept for 35 days", async () => {
  const aws = mockAws();
  const backup = aws.attach(new BackupClient());
  const ResourceArn = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
  const IamRoleArn = "arn:aws:iam::123456789012:role/backup";
  const BackupVaultName = "nightly";
  aws.seed({ backup: { vaults: [{ BackupVaultName }] }, resources: [{ arn: ResourceArn }] });

  const job = { BackupVaultName, ResourceArn, IamRoleArn, Lifecycle: { DeleteAfterDays: 35 } };
  await backup.send(new StartBackupJobCommand(job));

  await aws.clock.advance("34 days");
  expect(aws).toHaveRecoveryPoint({ ResourceArn });
  await aws.clock.advance("2 days");
  expect(aws).not.toHaveRecoveryPoint({ ResourceArn });
});
