import { Backup, type StartScanJobInput } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { bucket, role, scannerRole, table, volume } from "./world";

export const accountId = "123456789012";
export const infected = `arn:aws:ec2:us-east-1:${accountId}:volume/vol-0bad0bad0bad0bad0`;
export const instance = `arn:aws:ec2:us-east-1:${accountId}:instance/i-0123456789abcdef0`;
export const continuous = `arn:aws:backup:us-east-1:${accountId}:recovery-point:continuous:orders-0a1b2c3d`;
export const BackupVaultName = "nightly";

export async function backedUp(options: MockOptions & { resource?: string } = {}) {
  const { resource = volume, ...mockOptions } = options;
  const aws = mockAws({ now: "2026-03-01T00:00:00Z", ...mockOptions });
  aws.seed({
    backup: {
      vaults: [{ BackupVaultName }, { BackupVaultName: "safe" }],
      recoveryPoints: [
        {
          BackupVaultName,
          RecoveryPointArn: continuous,
          ResourceArn: bucket,
          Status: "AVAILABLE",
          CreationDate: "10 days ago",
          Lifecycle: { DeleteAfterDays: 35 },
        },
      ],
    },
    resources: [
      { arn: volume, name: "orders" },
      { arn: infected, infected: true },
      { arn: instance },
      { arn: bucket },
      { arn: table },
    ],
  });
  const client = aws.attach(new Backup());
  const backUp = async (ResourceArn: string) => {
    const { BackupJobId } = await client.startBackupJob({ BackupVaultName, ResourceArn, IamRoleArn: role });
    await aws.settle();
    const { RecoveryPointArn } = await client.describeBackupJob({ BackupJobId });
    return RecoveryPointArn;
  };
  const RecoveryPointArn = await backUp(resource);
  const scan = (input: Partial<StartScanJobInput> = {}) =>
    client.startScanJob({
      BackupVaultName,
      RecoveryPointArn,
      IamRoleArn: role,
      ScannerRoleArn: scannerRole,
      MalwareScanner: "GUARDDUTY",
      ScanMode: "FULL_SCAN",
      ...input,
    });
  const scanned = async (input: Partial<StartScanJobInput> = {}) => {
    const { ScanJobId } = await scan(input);
    await aws.settle();
    return client.describeScanJob({ ScanJobId });
  };
  return { aws, client, backUp, RecoveryPointArn, scan, scanned };
}
