import { Backup } from "@aws-sdk/client-backup";
import { EFS } from "@aws-sdk/client-efs";
import { mockAws } from "aws-backup-mock";

const region = "cn-north-1";
const iam = "arn:aws-cn:iam::123456789012";
const table = `arn:aws-cn:dynamodb:${region}:123456789012:table/orders`;

test("the default role of seeded records in a China Region is of its partition", () => {
  const { backup } = mockAws({ region }).seed({
    resources: [{ arn: table }],
    backup: { recoveryPoints: [{ ResourceArn: table }], backupJobs: [{ ResourceArn: table }] },
  });
  const IamRoleArn = `${iam}:role/service-role/AWSBackupDefaultServiceRole`;
  expect(backup.recoveryPoints).toMatchObject([{ IamRoleArn }]);
  expect(backup.backupJobs).toMatchObject([{ IamRoleArn }]);
});

test("the service role of automatic EFS backups and the caller in a vault's refusal are of its partition", async () => {
  const aws = mockAws({ region });
  const [efs, backup] = [aws.attach(new EFS()), aws.attach(new Backup())];
  await efs.createFileSystem({ Backup: true });
  const { BackupPlansList: [plan] = [] } = await backup.listBackupPlans({});
  const { BackupSelectionsList = [] } = await backup.listBackupSelections({
    BackupPlanId: plan?.BackupPlanId,
  });
  expect(BackupSelectionsList).toMatchObject([
    { IamRoleArn: `${iam}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup` },
  ]);
  const deletion = backup.deleteBackupVault({ BackupVaultName: "aws/efs/automatic-backup-vault" });
  await expect(deletion).rejects.toThrow(`User: ${iam}:root is not authorized`);
});

test.each(["cn-north-1", "us-gov-west-1"])("there are no logically air-gapped vaults in %s", async there => {
  const aws = mockAws({ region: there });
  const { state } = aws;
  const creation = aws.attach(new Backup()).createLogicallyAirGappedBackupVault({
    BackupVaultName: "safe",
    MinRetentionDays: 7,
    MaxRetentionDays: 30,
  });
  await expect(creation).rejects.toMatchObject({ name: "InvalidRequestException" });
  expect(aws.state).toBe(state);
});
