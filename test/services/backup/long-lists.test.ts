import { BackupClient, ListRecoveryPointsByBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const ResourceArn = "arn:aws:ec2:us-east-1:123456789012:volume/vol-0123456789abcdef0";

test("a page has at most 1,000 recovery points, and the next one the rest", async () => {
  const aws = mockAws();
  aws.seed({ backup: { recoveryPoints: Array.from({ length: 1_100 }, () => ({ ResourceArn })) } });
  const client = aws.attach(new BackupClient());
  const list = (NextToken?: string) =>
    client.send(
      new ListRecoveryPointsByBackupVaultCommand({
        BackupVaultName: "Default",
        MaxResults: 2_000,
        NextToken,
      }),
    );
  const first = await list();
  expect(first.RecoveryPoints).toHaveLength(1_000);
  const second = await list(first.NextToken);
  expect(second.RecoveryPoints).toHaveLength(100);
  expect(second.NextToken).toBeUndefined();
});
