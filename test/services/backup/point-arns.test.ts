import { Backup } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const accountId = "123456789012";
const role = `arn:aws:iam::${accountId}:role/backup`;
const bucket = "arn:aws:s3:::orders";
const cluster = `arn:aws:eks:us-east-1:${accountId}:cluster/shop`;
const table = `arn:aws:dynamodb:us-east-1:${accountId}:table/orders`;
const BackupVaultName = "Default";
const points = `arn:aws:backup:us-east-1:${accountId}:recovery-point`;

function account() {
  const aws = mockAws({ now: "2026-03-01T05:00:00.250Z", clock: "manual" });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "copies" }] } });
  const client = aws.attach(new Backup());
  const start = (ResourceArn: string) =>
    client.startBackupJob({ BackupVaultName, ResourceArn, IamRoleArn: role });
  const arns = async (vault = BackupVaultName) => {
    await aws.settle();
    const list = await client.listRecoveryPointsByBackupVault({ BackupVaultName: vault });
    return list.RecoveryPoints?.toReversed().map(({ RecoveryPointArn }) => RecoveryPointArn);
  };
  return { aws, client, start, arns };
}

describe("the ARN of a recovery point contains the time when its backup began:", () => {
  test("for a periodic backup of a bucket", async () => {
    const { start, arns } = account();
    await start(bucket);
    expect(await arns()).toEqual([
      expect.stringMatching(new RegExp(`^${points}:orders-20260301050000-[0-9a-f]{8}$`)),
    ]);
  });

  test("for a cluster, also if two backups begin in the same second", async () => {
    const { start, arns } = account();
    await start(cluster);
    await start(cluster);
    expect((await arns())?.filter(arn => arn?.includes("composite"))).toEqual([
      `${points}:composite:eks/shop-20260301050000`,
      `${points}:composite:eks/shop-20260301050001`,
    ]);
  });

  test("for the copy of a cluster's point", async () => {
    const { aws, client, start, arns } = account();
    const { BackupJobId } = await start(cluster);
    await aws.settle();
    const { RecoveryPointArn } = await client.describeBackupJob({ BackupJobId });
    await aws.clock.set("2026-03-01T06:00:00Z");
    await client.startCopyJob({
      RecoveryPointArn,
      SourceBackupVaultName: BackupVaultName,
      DestinationBackupVaultArn: `arn:aws:backup:us-east-1:${accountId}:backup-vault:copies`,
      IamRoleArn: role,
    });
    expect(await arns("copies")).toContainEqual(
      expect.stringMatching(new RegExp(`^${points}:composite:eks/shop-202603010600\\d\\d$`)),
    );
  });

  test("for a table without advanced DynamoDB backup, in milliseconds", async () => {
    const { client, start, arns } = account();
    await client.updateRegionSettings({ ResourceTypeManagementPreference: { DynamoDB: false } });
    await start(table);
    const milliseconds = Date.parse("2026-03-01T05:00:00.250Z");
    expect(await arns()).toEqual([
      expect.stringMatching(new RegExp(`^${table}/backup/0${milliseconds}-[0-9a-f]{8}$`)),
    ]);
  });

  test("for a seeded point", async () => {
    const { aws, arns } = account();
    aws.seed({
      backup: { recoveryPoints: [{ BackupVaultName, ResourceArn: bucket, CreationDate: "10 days ago" }] },
    });
    expect(await arns()).toEqual([expect.stringContaining(":orders-20260219050000-")]);
  });
});
