import { Backup } from "@aws-sdk/client-backup";
import { FSx } from "@aws-sdk/client-fsx";
import { type MockAws, mockAws } from "aws-backup-mock";

const place = { accountId: "111122223333", region: "eu-west-1" };
const arn = (service: string, resource: string) =>
  `arn:aws:${service}:${place.region}:${place.accountId}:${resource}`;
const role = `arn:aws:iam::${place.accountId}:role/backup`;
const table = arn("dynamodb", "table/orders");
const volume = arn("ec2", "volume/vol-0123456789abcdef0");

/** An account with something of every list. */
export async function richAccount(): Promise<MockAws> {
  const aws = mockAws(place);
  aws.seed({
    resources: [{ arn: table }, { arn: volume }],
    efs: {
      fileSystems: [
        {
          FileSystemId: "fs-0000000000000000a",
          Tags: [{ Key: "Name", Value: "home" }],
          BackupPolicy: { Status: "ENABLED" },
          LifecyclePolicies: [{ TransitionToIA: "AFTER_30_DAYS" }],
        },
      ],
      mountTargets: [
        {
          FileSystemId: "fs-0000000000000000a",
          SubnetId: "subnet-0123456789abcdef0",
          SecurityGroups: ["sg-0123456789abcdef0"],
        },
      ],
      accessPoints: [{ FileSystemId: "fs-0000000000000000a" }],
    },
    backup: {
      regionSettings: [{ ResourceTypeOptInPreference: { DynamoDB: true } }],
      vaults: [
        {
          BackupVaultName: "nightly",
          SNSTopicArn: arn("sns", "backups"),
          BackupVaultEvents: ["BACKUP_JOB_COMPLETED"],
          MinRetentionDays: 7,
          Locked: true,
        },
        { BackupVaultName: "copies" },
      ],
      plans: [
        {
          BackupPlan: {
            BackupPlanName: "daily",
            Rules: [
              { RuleName: "at-five", TargetBackupVaultName: "nightly", Lifecycle: { DeleteAfterDays: 35 } },
            ],
          },
          selections: [{ SelectionName: "tables", IamRoleArn: role, Resources: [table] }],
        },
      ],
      reportPlans: [
        {
          ReportPlanName: "jobs",
          ReportDeliveryChannel: { S3BucketName: "reports" },
          ReportSetting: { ReportTemplate: "BACKUP_JOB_REPORT" },
        },
      ],
      frameworks: [
        { FrameworkName: "audit", FrameworkControls: [{ ControlName: "BACKUP_RECOVERY_POINT_ENCRYPTED" }] },
      ],
      legalHolds: [
        {
          Title: "case 7",
          Description: "keep it",
          RecoveryPointSelection: { VaultNames: ["nightly"] },
        },
      ],
      restoreTestingPlans: [
        {
          RestoreTestingPlan: {
            RestoreTestingPlanName: "drill",
            ScheduleExpression: "cron(0 5 ? * * *)",
            RecoveryPointSelection: {
              Algorithm: "LATEST_WITHIN_WINDOW",
              IncludeVaults: ["*"],
              RecoveryPointTypes: ["SNAPSHOT"],
            },
          },
          selections: [
            {
              RestoreTestingSelection: {
                RestoreTestingSelectionName: "volumes",
                ProtectedResourceType: "EBS",
                IamRoleArn: role,
                ProtectedResourceArns: ["*"],
              },
            },
          ],
        },
      ],
      tieringConfigurations: [
        {
          TieringConfiguration: {
            TieringConfigurationName: "tier",
            BackupVaultName: "nightly",
            ResourceSelection: [{ Resources: ["*"], ResourceType: "S3", TieringDownSettingsInDays: 60 }],
          },
        },
      ],
    },
  });
  const fsx = aws.attach(new FSx());
  const { FileSystem } = await fsx.createFileSystem({
    FileSystemType: "OPENZFS",
    StorageCapacity: 64,
    SubnetIds: ["subnet-0123456789abcdef0"],
    OpenZFSConfiguration: { DeploymentType: "SINGLE_AZ_1", ThroughputCapacity: 64 },
  });
  await aws.settle();
  const root = FileSystem?.OpenZFSConfiguration?.RootVolumeId;
  const { Volume } = await fsx.createVolume({
    VolumeType: "OPENZFS",
    Name: "data",
    OpenZFSConfiguration: { ParentVolumeId: root },
  });
  await aws.settle();
  await fsx.createSnapshot({ VolumeId: Volume?.VolumeId, Name: "first" });
  await fsx.createFileSystem({
    FileSystemType: "WINDOWS",
    StorageCapacity: 32,
    SubnetIds: ["subnet-0123456789abcdef0"],
    WindowsConfiguration: {
      DeploymentType: "SINGLE_AZ_2",
      ThroughputCapacity: 32,
      ActiveDirectoryId: "d-0123456789",
    },
  });
  await aws.settle();
  const backup = aws.attach(new Backup());
  await backup.startBackupJob({ BackupVaultName: "copies", IamRoleArn: role, ResourceArn: volume });
  await aws.clock.advance("3 days");
  const [point] = aws.state.backup.recoveryPoints;
  await backup.startCopyJob({
    RecoveryPointArn: point?.RecoveryPointArn,
    SourceBackupVaultName: point?.BackupVaultName,
    DestinationBackupVaultArn: arn("backup", "backup-vault:nightly"),
    IamRoleArn: role,
    Lifecycle: { DeleteAfterDays: 30 },
  });
  await aws.settle();
  return aws;
}
