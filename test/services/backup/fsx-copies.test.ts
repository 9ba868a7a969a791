import {
  Backup,
  CreateBackupVaultCommand,
  DeleteRecoveryPointCommand,
  DescribeBackupJobCommand,
  DescribeCopyJobCommand,
  StartBackupJobCommand,
  StartCopyJobCommand,
} from "@aws-sdk/client-backup";
import { FSx } from "@aws-sdk/client-fsx";
import { account } from "../fsx/account";

const role = "arn:aws:iam::123456789012:role/backup";
const key = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";

test("a copied FSx point is an FSx backup in the other Region, and goes with its point", async () => {
  const { aws, available } = account();
  const backup = aws.attach(new Backup({ region: "us-east-1" }));
  const { ResourceARN, FileSystemId } = await available("windows");
  const { BackupJobId } = await backup.send(
    new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn: ResourceARN, IamRoleArn: role }),
  );
  await aws.settle();
  const { RecoveryPointArn } = await backup.send(new DescribeBackupJobCommand({ BackupJobId }));
  const ireland = aws.attach(new Backup({ region: "eu-west-1" }));
  const { BackupVaultArn } = await ireland.send(
    new CreateBackupVaultCommand({ BackupVaultName: "far", EncryptionKeyArn: key }),
  );
  const { CopyJobId } = await backup.send(
    new StartCopyJobCommand({
      RecoveryPointArn,
      SourceBackupVaultName: "Default",
      DestinationBackupVaultArn: BackupVaultArn,
      IamRoleArn: role,
    }),
  );
  await aws.settle();
  const { CopyJob } = await backup.send(new DescribeCopyJobCommand({ CopyJobId }));
  const copied = CopyJob?.DestinationRecoveryPointArn;
  expect(copied).toMatch(/^arn:aws:fsx:eu-west-1:123456789012:backup\/backup-[0-9a-f]{17}$/);
  const fsx = aws.attach(new FSx({ region: "eu-west-1" }));
  const { Backups } = await fsx.describeBackups({});
  expect(Backups).toMatchObject([
    {
      ResourceARN: copied,
      Type: "AWS_BACKUP",
      Lifecycle: "AVAILABLE",
      KmsKeyId: key,
      SourceBackupId: RecoveryPointArn?.split("/").at(-1),
      SourceBackupRegion: "us-east-1",
      FileSystem: { FileSystemId },
    },
  ]);
  const gone = { BackupVaultName: "far", RecoveryPointArn: copied };
  await ireland.send(new DeleteRecoveryPointCommand(gone));
  expect((await fsx.describeBackups({})).Backups).toEqual([]);
});
